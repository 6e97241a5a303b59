import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportedBytes, pastTheProgram, temporaryStudy } from "../fixtures";
import { commandLineViewer } from "../people/people";
import { checksumsOf, faultsOf, pairsOf } from "./snapshots.fixtures";
import { type Files, filesIn, tablesIn } from "./snapshots.reading.fixtures";

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
const taken = async () => filesIn(await exportedBytes(commandLineViewer(), "dataset.zip"));
/** How often its cases have been committed. A later moment has no fewer. */
const versionsIn = (files: Files): number =>
  (tablesIn(files)["agreed-ratings"] ?? []).reduce((sum, { version }) => sum + Number(version), 0);
/** How often the log says that something was done, but for exports. */
const entries = (): number =>
  pastTheProgram(study.dataDir, (db) => {
    const query = "select count(*) from audit_entries where action <> 'exported the dataset'";
    return Number(db.prepare(query).pluck().get());
  });

/** The files that say other things once somebody has changed something: all but the codebook. */
const changing = [
  ...["CHANGES.txt", "METHODS.txt", "README.txt", "actions.csv", "actions.sav"],
  ...["agreed-ratings-long.csv", "agreed-ratings-long.sav", "agreed-ratings.csv"],
  ...["agreed-ratings.sav", "children.csv", "children.sav", "code-lists.csv"],
  ...["datapackage.json", "dataset.xlsx", "fields.csv", "for-leads/ratings.csv"],
  ...["for-leads/ratings.sav", "for-leads/sensitivity.csv", "for-leads/sensitivity.sav"],
  ...["involvement-periods.csv", "involvement-periods.sav", "practice.csv", "practice.sav"],
  ...["read-dataset.R", "read-dataset.do"],
];

test("each file that is of another moment than the others is seen", {
  timeout: 240_000,
}, async () => {
  const before = await taken();
  const differing = (after: Files) =>
    Object.keys(after).filter(
      (name) => before[name]?.equals(after[name] ?? Buffer.alloc(0)) !== true,
    );
  let after = await taken();
  while (differing(after).length < changing.length + 1) after = await taken();
  expect(differing(after).sort()).toEqual([...changing, "SHA256SUMS"].sort());
  expect(await faultsOf(after, pairs)).toEqual([]);
  const unseen: string[] = [];
  for (const name of changing) {
    const mixed = { ...after, [name]: before[name] ?? Buffer.alloc(0) };
    const faults = await faultsOf({ ...mixed, SHA256SUMS: checksumsOf(mixed) }, pairs);
    if (faults.length === 0) unseen.push(name);
  }
  expect(unseen).toEqual([]);
  expect(
    await faultsOf({ ...after, SHA256SUMS: before.SHA256SUMS ?? Buffer.alloc(0) }, pairs),
  ).toContain("checksum of dataset.xlsx");
});

test("every export is of one moment, whoever writes meanwhile", {
  timeout: long ? 14_400_000 : 240_000,
}, async ({ task }) => {
  const before = entries();
  const meanwhile: number[] = [];
  let latest = 0;
  for (let round = 0; round < exports; round += 1) {
    const begun = entries();
    const files = await taken();
    meanwhile.push(entries() - begun);
    expect(await faultsOf(files, pairs)).toEqual([]);
    expect(versionsIn(files)).toBeGreaterThanOrEqual(latest);
    latest = versionsIn(files);
  }
  const during = meanwhile.filter((written) => written > 0).length;
  expect(during).toBeGreaterThan(exports / 2);
  task.meta.figure = `exports: ${exports} while ${people} people wrote, every file of each of one moment; ${during} of them while something was stored, ${entries() - before} entries in all`;
});
