import { join } from "node:path";
import Database from "better-sqlite3";
import { getTableName, type Query } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mayLearnRelease } from "../blinding/blinding";
import { must, pastTheProgram, person, temporaryStudy } from "../fixtures";
import { finishedDraft, imported, levelsFrom } from "../imports/drafts.fixtures";
import { undoImport } from "../imports/undo";
import type { Viewer } from "../people/people";
import { allCases, casesOfState } from "../releases/cases";
import { releases } from "../schema";
import { tablesThatDecide } from "../store/answers";
import { reader } from "../store/store";
import { countedForTable10 } from "./report.fixtures";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const ofScores = (scores: string) => [finishedDraft("2012-01", { levels: levelsFrom(scores) })];

/** The tables that decide a question, and those of them in which rows can change. */
function tablesOf(question: Query) {
  const names = tablesThatDecide(question.sql).map(getTableName).sort();
  const triggers = pastTheProgram(study.dataDir, (db) =>
    db.prepare("select name from sqlite_master where type = 'trigger'").pluck().all(),
  );
  const isFixed = (name: string) =>
    triggers.includes(`${name}_no_update`) && triggers.includes(`${name}_no_delete`);
  return { names, changing: names.filter((name) => !isFixed(name)) };
}

test("which cases a state has is decided by tables in which no row is changed", () => {
  const ofNow = [
    ...["assignment_releases", "assignments", "case_records", "cases", "dataset_versions"],
    ...["import_undos", "rating_submissions", "submissions_taken_back"],
  ];
  const ofState = (release: number | null) =>
    tablesOf(casesOfState(reader(), lead, { ...allCases, release }).toSQL());
  expect(ofState(null)).toEqual({ names: ofNow, changing: [] });
  expect(ofState(1)).toEqual({ names: [...ofNow, "release_cases"].sort(), changing: [] });
});

test("which releases are told is decided by tables in which no row is changed", () => {
  const told = mayLearnRelease(lead, releases.number);
  const question = reader().select({ number: releases.number }).from(releases).where(told);
  expect(tablesOf(question.toSQL())).toEqual({
    names: [
      ...["assignment_releases", "assignments", "case_records", "import_undos"],
      ...["rating_submissions", "release_cases", "releases", "submissions_taken_back"],
    ],
    changing: [],
  });
});

test("as many other cases in place of those of an undone import are counted anew", async () => {
  const first = await imported(lead, ofScores("3000000000000"));
  expect(await countedForTable10(lead)).toEqual(["2012 public_s31: 1, 3"]);
  must(await undoImport(lead, first, "The wrong file"));
  expect(await countedForTable10(lead)).toEqual([]);
  await imported(lead, ofScores("3300000000000"));
  expect(await countedForTable10(lead)).toEqual(["2012 public_s31: 1, 6"]);
});

test("another study in the place of one, with as many of everything, is counted anew", async () => {
  const [file, aside] = ["concord.sqlite", "aside.sqlite"].map((name) => join(study.dataDir, name));
  await pastTheProgram(study.dataDir, (db) => db.exec(`vacuum into '${aside}'`));
  await imported(lead, ofScores("3000000000000"));
  expect(await countedForTable10(lead)).toEqual(["2012 public_s31: 1, 3"]);
  const before = new Database(aside);
  await before.backup(String(file));
  before.close();
  await imported(lead, ofScores("1000000000000"));
  expect(await countedForTable10(lead)).toEqual(["2012 public_s31: 1, 1"]);
});
