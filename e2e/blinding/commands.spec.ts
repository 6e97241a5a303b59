import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "@playwright/test";
import { csvFile } from "@/db/fixtures";
import { test } from "./twins";
import { everyoneSubmits } from "./world";

/* The command line reads as a lead does: of blind cases it learns nothing either. */

const root = resolve(import.meta.dirname, "../..");

/** How each command is called, and what is typed into it. */
const calls: Readonly<Record<string, readonly { args: string[]; typed?: string }[]>> = {
  "case list": [{ args: [] }],
  export: [
    { args: ["--out", "OUT"] },
    { args: ["--out", "OUT", "--release", "1"] },
    { args: ["--out", "OUT", "--release", "2"] },
  ],
  "person add": [
    {
      args: ["--name", "Eve", "--email", "eve@example.org", "--roles", "coder"],
      typed: "the password of Eve\n",
    },
  ],
  "person list": [{ args: [] }],
  "person new-password": [
    { args: ["--email", "dora@example.org"], typed: "another password of Dora\n" },
    { args: ["--email", "nobody@example.org"], typed: "another password of Dora\n" },
  ],
  "person remove-second-factor": [{ args: ["bob@example.org"] }],
  "second-factor require": [{ args: [] }],
  "second-factor optional": [{ args: [] }],
  "case add": ["2016-50", "2016-01"].map((reference) => ({
    args: [
      ...["--reference", reference, "--sample", "2016"],
      ...["--case-type", "public_s31", "--incident-type", "neglect_fatal"],
    ],
  })),
  "case assign": ["2016-01", "2016-05", "2016-99"].map((reference) => ({
    args: ["--case", reference, "--coders", "olga@example.org"],
  })),
  "import cases": ["new.csv", "blind.csv"].map((file) => ({ args: [`OUT/${file}`] })),
  help: [{ args: [] }],
};

/** Runs a command on a twin's data; OUT in its arguments is a new directory. */
async function run(
  dataDir: string,
  command: string,
  { args, typed = "" }: { args: string[]; typed?: string },
) {
  const out = mkdtempSync(join(tmpdir(), "concord-out-"));
  const written = { "new.csv": "2012-77", "blind.csv": "2016-01" };
  for (const [name, case_ref] of Object.entries(written))
    writeFileSync(join(out, name), csvFile(name, [{ case_ref, scores: "3210000000000" }]).bytes);
  const child = spawn(
    process.execPath,
    [
      ...[".next/programs/concord.mjs", ...command.split(" ")],
      ...args.map((arg) => arg.replace("OUT", out)),
    ],
    { cwd: root, env: { ...process.env, CONCORD_DATA_DIR: dataDir } },
  );
  child.stdin.end(typed);
  const [printed, complained, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const files = readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]);
  rmSync(out, { recursive: true, force: true });
  const told = { status, printed, complained, files: Object.fromEntries(files) };
  return JSON.parse(JSON.stringify(told).replaceAll(out, "OUT"));
}

test("every command is run", async ({ twins }) => {
  const { printed } = await run(twins.pair[0].dataDir, "help", { args: [] });
  const listed = [...printed.matchAll(/^ {2}([a-z-]+(?: [a-z][a-z-]*)?)\b/gm)].map(
    ([, name]) => name,
  );
  expect([...listed, "help"].sort()).toEqual(Object.keys(calls).sort());
});

test("no command tells what Bob gave to a case that is not open", async ({ twins }) => {
  test.setTimeout(300_000);
  const inBoth = (command: string, call: { args: string[]; typed?: string }) =>
    Promise.all(twins.pair.map(({ dataDir }) => run(dataDir, command, call)));
  for (const [command, ways] of Object.entries(calls))
    for (const call of ways)
      await test.step(`concord ${command} ${call.args.join(" ")}`, async () => {
        const [one, two] = await inBoth(command, call);
        expect(two).toEqual(one);
      });

  await test.step("the export tells it once everyone has submitted", async () => {
    await twins.inBoth(() => everyoneSubmits(twins.people));
    const [one, two] = await inBoth("export", { args: ["--out", "OUT"] });
    expect(Object.keys(one.files).filter((name) => one.files[name] !== two.files[name])).toEqual([
      ...["actions.csv", "agreed-ratings-long.csv", "agreed-ratings-long.sav"],
      ...["agreed-ratings.csv", "agreed-ratings.sav", "dataset.xlsx", "dataset.zip"],
      ...["ratings.csv", "ratings.sav", "sensitivity.csv", "sensitivity.sav"],
    ]);
  });
  test.info().annotations.push({
    type: "figure",
    description: `twin worlds: ${Object.keys(calls).length} commands run in both, 0 differing bytes`,
  });
});
