import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pastTheProgram } from "@/db/fixtures";

/* What happens before the server starts, and what its people read on the console. */

let dataDir: string;
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "concord-")), "data");
});
afterEach(() => rmSync(join(dataDir, ".."), { recursive: true, force: true }));

function prepare(args: readonly string[], settings: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(".next", "programs", "prepare.mjs"), ...args],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        PORT: "4100",
        CONCORD_DATA_DIR: dataDir,
        CONCORD_URL: undefined,
        CONCORD_HOST: undefined,
        ...settings,
      },
    },
  );
  return { status, out: stdout.trimEnd().split("\n"), errors: stderr.trimEnd().split("\n") };
}

const references = () =>
  pastTheProgram(dataDir, (db) => db.prepare("select count(*) from cases").pluck().get());

test("a new study says where it is, and the code for its first account", () => {
  const { status, out } = prepare([]);
  expect([status, out.slice(0, 3)]).toEqual([
    0,
    ["Concord: http://127.0.0.1:4100", "", "This study has no accounts yet."],
  ]);
  expect(out[3]).toMatch(/^Make the first one with the code \w{4}-\w{4}-\w{4}$/);
  expect(readdirSync(dataDir)).toContain("signing-secret");

  expect(prepare(["--demo", "--fresh"])).toEqual({
    status: 1,
    out: [""],
    errors: [
      "This data directory holds a study of your own, not the demonstration. Set CONCORD_DATA_DIR to another directory.",
    ],
  });
  expect(references()).toBe(0);
}, 30_000);

test("the demonstration says who can sign in, is kept, and is never a real study", () => {
  const { status, out } = prepare(["--demo"]);
  expect(status).toBe(0);
  expect(out).toEqual([
    "Concord, the demonstration with invented cases: http://127.0.0.1:4100",
    "",
    "Sign in as",
    "  lead@concord.example     lead, coder, admin",
    "  coder2@concord.example   coder",
    "  coder3@concord.example   coder",
    "  analyst@concord.example  analyst",
    "all with the password: invented cases only",
  ]);
  expect(references()).toBe(94);
  pastTheProgram(dataDir, (db) =>
    db.exec("update people set name = 'Changed' where name = 'Lead'"),
  );
  const leads = () =>
    pastTheProgram(dataDir, (db) =>
      db.prepare("select name from people where email like 'lead@%'").pluck().all(),
    );
  expect(prepare(["--demo"]).status).toBe(0);
  expect(leads()).toEqual(["Changed"]);
  expect(prepare(["--demo", "--fresh"]).status).toBe(0);
  expect(leads()).toEqual(["Lead"]);
  expect(prepare([])).toEqual({
    status: 1,
    out: [""],
    errors: [
      "This data directory holds the demonstration. Start it with npm run demo, or set CONCORD_DATA_DIR to another directory.",
    ],
  });
}, 30_000);

test("a setting that is wrong is told in a sentence, and nothing is made", () => {
  expect(prepare([], { PORT: "http" })).toEqual({
    status: 1,
    out: [""],
    errors: ["PORT must be a number from 1 to 65535"],
  });
  expect(readdirSync(join(dataDir, ".."))).toEqual([]);
}, 30_000);
