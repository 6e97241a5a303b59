import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportedBytes, pastTheProgram, temporaryStudy } from "../fixtures";
import { commandLineViewer } from "../people/people";
import { faultsOf, pairsOf, tablesIn } from "./snapshots.fixtures";

declare module "vitest" {
  interface TaskMeta {
    /** What a test has counted, for whoever runs it for its figures. */
    figure?: string;
  }
}

/*
 * Whoever takes the dataset away while others write gets it as it was at one moment. By default
 * ten times while five write; with CONCORD_LONG=1 a thousand times while twenty do.
 */

const long = process.env.CONCORD_LONG === "1";
const [exports, people] = long ? [1000, 20] : [10, 5];

const writers = join("db", "exports", "snapshots.writers.ts");

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let writing: ChildProcess;
beforeAll(async () => {
  study = await temporaryStudy();
  writing = spawn(process.execPath, ["--import", "tsx", writers, study.dataDir, `${people}`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(writing, "exit").then(() => {
    throw new Error("Those who write have ended before they were ready");
  });
  if (writing.stdout) await Promise.race([once(writing.stdout, "data"), ended]);
  ended.catch(() => undefined);
}, 300_000);
afterAll(async () => {
  writing.stdin?.end();
  const [code] = await once(writing, "exit");
  study.end();
  expect(code).toBe(0);
});

const pairs = pairsOf(people);
const taken = async () => tablesIn(await exportedBytes(commandLineViewer(), "dataset.zip"));
/** How often the log says that something was done, but for exports. */
const entries = (): number =>
  pastTheProgram(study.dataDir, (db) => {
    const query = "select count(*) from audit_entries where action <> 'exported the dataset'";
    return Number(db.prepare(query).pluck().get());
  });

test("a table that is not of the same moment as the others is seen", {
  timeout: 60_000,
}, async () => {
  const tables = await taken();
  expect(faultsOf(tables, pairs)).toEqual([]);
  const [, ...children] = tables.children ?? [];
  expect(faultsOf({ ...tables, children }, pairs)).toEqual(["2015-1"]);
});

test("every export is of one moment, whoever writes meanwhile", {
  timeout: long ? 7_200_000 : 120_000,
}, async ({ task }) => {
  const before = entries();
  const meanwhile: number[] = [];
  for (let round = 0; round < exports; round += 1) {
    const begun = entries();
    expect(faultsOf(await taken(), pairs)).toEqual([]);
    meanwhile.push(entries() - begun);
  }
  const during = meanwhile.filter((written) => written > 0).length;
  expect(during).toBeGreaterThan(exports / 2);
  task.meta.figure = `exports: ${exports} while ${people} people wrote, each of one moment; ${during} of them while something was stored, ${entries() - before} entries in all`;
});
