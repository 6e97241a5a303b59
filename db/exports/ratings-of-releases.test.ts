import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everything } from "@/domain/dataset/choice";
import { assignCoders, goOnWithout } from "../assignments/assignments";
import { handBackCase } from "../assignments/handing-back";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  exported,
  exportedBytes,
  must,
  person,
  rateAndSubmit,
  refusal,
  release,
  temporaryStudy,
} from "../fixtures";
import { draftOf, importOf, levelsFrom } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { showNames } from "../reconciliation/rooms";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { checkExportChoice } from "./choice";
import { exportDataset, exportFiles } from "./dataset";
import { countHowRated } from "./how-rated";

/* What a release gives of the ratings of coders: what led to the versions that it holds. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let other: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
let analyst: Viewer;

const same = "3210000000000";
const low = `1${same.slice(1)}`;
const ofRelease = { ...everything, release: 1 };

beforeEach(async () => {
  study = await temporaryStudy();
  [lead, other, ann, bob, cy, analyst] = [
    await person("Lena", "lead", "coder"),
    await person("Lou", "lead"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
    await person("Cy", "coder"),
    await person("Ana", "analyst"),
  ];
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", same, "Page 4");
  await rateAndSubmit(bob, "2016-01", low, "Page 9");
  await caseFor(lead, "2016-02", [ann, bob]);
  await secondLookAt(lead, "2016-02", [
    [ann, same],
    [bob, low],
  ]);
  await readAgain(ann, "2016-02", { neglect: { level: "medium" } });
  await readAgain(bob, "2016-02", { neglect: { level: "medium" } });
  for (const reference of ["2016-01", "2016-02"]) {
    await agreeEverything(lead, reference);
    await commit(lead, reference);
  }
  await importFinished("2012-01");
  await release(lead);
});
afterEach(() => study.end());

/** A finished case with the ratings of two imported coders, committed on a day that lies ahead. */
async function importFinished(reference: string): Promise<void> {
  const levels = levelsFrom(same);
  const ratings = [
    { coder: "Zoe", levels },
    { coder: "Adam", levels: levelsFrom(low) },
  ];
  const commitment = { version: 1, on: "2099-12-31" };
  must(await importOf(lead, [draftOf(reference, { levels, ratings, commitment })]));
}

const files = async (viewer: Viewer) => {
  const made = new Map<string, Buffer>();
  for (const { name } of exportFiles) made.set(name, await exportedBytes(viewer, name, ofRelease));
  return { made, counts: await countHowRated(viewer, ofRelease) };
};

const rowsOf = async (viewer: Viewer, choice = everything): Promise<Record<string, string>[]> =>
  parse(await exported(viewer, "ratings.csv", choice), { columns: true });

/** Letter, level, and whether they joined later, of each coder's neglect. */
const neglectIn = (rows: readonly Record<string, string>[], reference: string) =>
  rows
    .filter((row) => row.case_ref === reference && row.factor === "neglect")
    .map(({ coder, level, joined_later }) => [coder, level, joined_later]);

/** A case is reopened, `joining` rates it too, and another level is agreed and committed. */
async function rateAgain(reference: string, joining: readonly Viewer[]): Promise<void> {
  must(await reopenCase(lead, reference, "A chronology came in"));
  const ids = joining.map(({ id }) => id);
  must(await assignCoders(lead, reference, ids));
  for (const coder of joining) await rateAndSubmit(coder, reference, "0000000000000");
  await agree(lead, reference, { factor: "neglect", level: "low" });
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

test("every file for leads is the same byte for byte after cases were rated again", async () => {
  const before = await files(lead);
  expect(before.counts).toMatchObject({ cases: 3, imported: 1, joinedLater: 0, secondLooks: 1 });
  const first = await rowsOf(lead, ofRelease);
  expect(first).toHaveLength(3 * 2 * 13);
  expect(neglectIn(first, "2012-01")).toEqual([
    ["A", "low", ""],
    ["B", "high", ""],
  ]);

  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  must(await assignCoders(lead, "2016-01", [cy.id, lead.id]));
  must(await handBackCase(cy, "2016-01"));
  await rateAndSubmit(lead, "2016-01", "0000000000000", "Page 1");
  must(await showNames(lead, "2016-01", true));
  await agree(lead, "2016-01", { factor: "neglect", level: "low" });
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  await rateAgain("2016-02", [lead, cy]);
  await rateAgain("2012-01", [ann, bob]);

  expect(await files(lead)).toEqual(before);
  expect(await files(other)).toEqual(before);
  const now = await rowsOf(lead);
  expect(neglectIn(now, "2016-01")).toHaveLength(3);
  expect(neglectIn(now, "2016-01")[2]).toEqual(["C", "not_indicated", "yes"]);
  expect(neglectIn(now, "2016-02")).toHaveLength(4);
  expect(neglectIn(now, "2012-01")).toHaveLength(4);
}, 120_000);

test("a later release has those who joined behind the letters of the first", async () => {
  await rateAgain("2016-01", [lead]);
  await release(lead);
  const [first, second] = [
    await rowsOf(lead, ofRelease),
    await rowsOf(lead, { ...everything, release: 2 }),
  ];
  expect(neglectIn(second, "2016-01")).toEqual([
    ...neglectIn(first, "2016-01"),
    ["C", "not_indicated", "yes"],
  ]);
  expect(neglectIn(second, "2016-02")).toEqual(neglectIn(first, "2016-02"));
});

test("who rated from the beginning has a part in a version, though the clock was set back", async () => {
  await caseFor(lead, "2016-03", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-03", same);
  await agreeEverything(lead, "2016-03");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00Z") });
  try {
    await commit(lead, "2016-03");
  } finally {
    vi.useRealTimers();
  }
  expect(neglectIn(await rowsOf(lead), "2016-03")).toHaveLength(2);
});

test("while a case of it is rated again, nothing of a release is told to anybody", async () => {
  const before = await files(other);
  must(await reopenCase(other, "2016-02", "A chronology came in"));
  must(await assignCoders(other, "2016-02", [lead.id, cy.id]));
  const keptBack = refusal(
    "release",
    "A case of this release is being rated again. It can be taken away when all coders of that case have submitted.",
  );
  // A choice that has not the case in it is one of the release all the same.
  const others = { ...ofRelease, references: ["2016-01"] };
  const nothingTold = async () => {
    for (const viewer of [lead, other])
      for (const choice of [ofRelease, others]) {
        expect(await checkExportChoice(viewer, choice)).toEqual(keptBack);
        expect(await countHowRated(viewer, choice)).toBeNull();
        for (const { name } of exportFiles)
          expect(await exportDataset(viewer, name, choice)).toEqual(keptBack);
      }
  };
  await nothingTold();
  await rateAndSubmit(cy, "2016-02", "0000000000000");
  await nothingTold();
  must(await goOnWithout(other, "2016-02", lead.id, "Away"));
  expect(await files(other)).toEqual(before);
}, 120_000);

test("cases and columns of a release can be chosen", async () => {
  const choice = {
    ...ofRelease,
    references: ["2016-02"],
    columns: { ratings: ["level", "second_level"] },
  };
  const before = await exported(lead, "ratings.csv", choice);
  expect(before.split("\n").slice(0, 1)).toEqual(["case_ref,factor,coder,level,second_level"]);
  expect(before.split("\n")).toHaveLength(1 + 2 * 13 + 1);
  await rateAgain("2016-02", [lead]);
  expect(await exported(lead, "ratings.csv", choice)).toBe(before);
  expect(await checkExportChoice(lead, { ...choice, references: ["2016-03"] })).toEqual(
    refusal("references", "Not in the dataset: 2016-03"),
  );
  expect(await checkExportChoice(lead, { ...ofRelease, release: 2 })).toEqual({
    kind: "not_found",
  });
});

test("whoever does not lead has no ratings from a release either", async () => {
  const names = ["ratings.csv", "ratings.sav", "sensitivity.csv", "sensitivity.sav"];
  for (const viewer of [analyst, ann])
    for (const name of names)
      expect(await exportDataset(viewer, name, ofRelease)).toEqual({ kind: "not_found" });
  expect(await countHowRated(analyst, ofRelease)).toBeNull();
  const [theirs, all] = [
    unzipSync(await exportedBytes(analyst, "dataset.zip", ofRelease)),
    unzipSync(await exportedBytes(lead, "dataset.zip", ofRelease)),
  ];
  expect(Object.keys(all).filter((name) => !(name in theirs))).toEqual([
    "METHODS.txt",
    "for-leads/ratings-fields.csv",
    "for-leads/ratings.csv",
    "for-leads/ratings.sav",
    "for-leads/sensitivity.csv",
    "for-leads/sensitivity.sav",
  ]);
  const shared = Object.keys(theirs).filter((name) => /\.(csv|sav)$/.test(name));
  for (const name of shared) expect(all[name], name).toEqual(theirs[name]);
});
