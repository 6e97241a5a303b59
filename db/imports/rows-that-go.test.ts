import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeRecord } from "../cases/case-records";
import { caseFor, must, pastTheProgram, person, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { draftOf, finishedDraft, imported, levelsFrom } from "./drafts.fixtures";

/* What the database itself lets go when an import was undone, whoever speaks to it. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let id: string;

const run = (...statements: string[]) =>
  pastTheProgram(study.dataDir, (db) => {
    db.pragma("foreign_keys = OFF");
    for (const statement of statements) db.prepare(statement).run();
  });
const rowsIn = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());
const caseId = (reference: string) =>
  `(select case_id from import_cases where reference = '${reference}')`;
const undone = () => `insert into import_undos values ('${id}', 'No', '2016-01-01', null)`;

const facts = {
  ...{ sample: "2012", caseType: "public_s31", incidentType: "suicide" },
  periods: [{ startDate: "2010-01-01", endDate: null, subject: null }],
  children: [{ ageYears: 15, sex: null, outcome: "died" }],
  practice: [{ kind: "strength", theme: "recording", description: "" }],
  actions: [{ description: "A course", status: null }],
} as const;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  await caseFor(lead, "2016-01", []);
  const levels = levelsFrom("0000000000000");
  const given = Object.entries(levels).map(([factor, level]) => [
    factor,
    { level, note: "", unsure: false },
  ]);
  const dissents = { neglect: "Page 4" };
  const ratings = [{ coder: "A", levels, second: Object.fromEntries(given), dissents }];
  await imported(lead, [finishedDraft("2011-01", { facts, ratings })]);
  id = await imported(lead, [
    finishedDraft("2012-01", { facts, ratings }),
    draftOf("2016-01", { facts }),
  ]);
});
afterEach(() => study.end());

const ofCase = (reference: string): Record<string, string> => ({
  imported_dissents: `submission_id in (select id from rating_submissions where case_id = ${caseId(reference)})`,
  imported_second_ratings: `submission_id in (select id from rating_submissions where case_id = ${caseId(reference)})`,
  submitted_ratings: `submission_id in (select id from rating_submissions where case_id = ${caseId(reference)})`,
  rating_submissions: `case_id = ${caseId(reference)}`,
  dataset_ratings: `version_id in (select id from dataset_versions where case_id = ${caseId(reference)})`,
  dataset_versions: `case_id = ${caseId(reference)}`,
  case_actions: `case_id = ${caseId(reference)}`,
  practice_points: `case_id = ${caseId(reference)}`,
  involvement_periods: `case_id = ${caseId(reference)}`,
  index_children: `case_id = ${caseId(reference)}`,
  case_records: `case_id = ${caseId(reference)}`,
  cases: `id = ${caseId(reference)}`,
});
const tables = Object.keys(ofCase(""));
const ofChanged = ["case_actions", "practice_points", "involvement_periods", "index_children"];
const deletion = (table: string, reference: string) =>
  `delete from ${table} where ${ofCase(reference)[table]}`;
const refusal = (table: string) => `rows of ${table} are kept as they are`;

describe.each(tables)("rows of %s", (table) => {
  test("stay while the import of their case stands", () => {
    expect(() => run(deletion(table, "2012-01"))).toThrow(refusal(table));
  });

  test("go once it was undone, and those of another import stay", () => {
    const before = Number(rowsIn(table));
    run(undone(), deletion(table, "2012-01"));
    expect(before - Number(rowsIn(table))).toBe(/ratings$/.test(table) ? 13 : 1);
    expect(() => run(deletion(table, "2011-01"))).toThrow(refusal(table));
  });
});

test.each([...ofChanged, "case_records", "cases"])(
  "rows of %s of a case that the import changed stay, also once it was undone",
  (table) => {
    run(undone());
    expect(() => run(deletion(table, "2016-01"))).toThrow(refusal(table));
  },
);

describe("what came after the import stays, also once it was undone", () => {
  test("a later revision of the record, with its items", async () => {
    const later = {
      section: "children",
      seenRevision: 1,
      reason: "A slip",
      confirmed: true,
    } as const;
    must(
      await changeRecord(lead, "2012-01", {
        ...later,
        facts: { children: facts.children, motherAge: 20, motherAgeBand: null },
      }),
    );
    run(undone());
    for (const table of [...ofChanged, "case_records"])
      expect(() => run(`${deletion(table, "2012-01")} and revision = 2`)).toThrow(refusal(table));
  });

  test("a later version, with its levels", () => {
    run(
      `insert into dataset_versions select 'later', case_id, 2, null, 1, '0.1', '2016-01-01', null
        from dataset_versions where case_id = ${caseId("2012-01")}`,
      `insert into dataset_ratings select 'later', codebook_version, factor, level, way, reason, tags
        from dataset_ratings where ${ofCase("2012-01").dataset_ratings}`,
      undone(),
    );
    for (const [table, column] of [
      ["dataset_versions", "id"],
      ["dataset_ratings", "version_id"],
    ])
      expect(() => run(`delete from ${table} where ${column} = 'later'`)).toThrow(
        refusal(String(table)),
      );
  });

  test("what a coder of the study submitted", () => {
    run(
      `insert into rating_submissions values ('later', ${caseId("2012-01")}, 'a', null, 1, '2016-01-01', null)`,
      `insert into submitted_ratings select 'later', codebook_version, factor, note, unsure, quotes,
        themes, description, level from submitted_ratings where factor = 'neglect' limit 1`,
      undone(),
    );
    expect(() => run("delete from rating_submissions where id = 'later'")).toThrow(
      refusal("rating_submissions"),
    );
    expect(() => run("delete from submitted_ratings where submission_id = 'later'")).toThrow(
      refusal("submitted_ratings"),
    );
  });
});

test("an import that is not there leaves no case and no total behind", () => {
  const insert = (statement: string) => () =>
    pastTheProgram(study.dataDir, (db) => {
      db.pragma("foreign_keys = ON");
      db.exec(statement);
    });
  expect(
    insert("insert into import_cases values ('none', 'a', '2012-09', 'new', 1, null, 0)"),
  ).toThrow("FOREIGN KEY");
  expect(insert("insert into import_totals values ('none', 'a', 'fatal', 'no', 'yes')")).toThrow(
    "FOREIGN KEY",
  );
  expect(insert("insert into import_undos values ('none', 'No', '2016-01-01', null)")).toThrow(
    "FOREIGN KEY",
  );
});

test.each([
  ["a kind that there is not", "'gone', 1, null, 0"],
  ["a new case at a later revision", "'new', 2, null, 0"],
  ["a changed case at its first revision", "'changed', 1, null, 0"],
  ["a changed case that is committed", "'changed', 2, 1, 0"],
  ["revision 0", "'changed', 0, null, 0"],
  ["version 0", "'new', 1, 0, 0"],
  ["ratings without a version", "'new', 1, null, 1"],
  ["fewer ratings than none", "'new', 1, 1, -1"],
])("the database refuses %s in an import", (_, values) => {
  expect(() => run(`insert into import_cases values ('${id}', 'a', '2012-09', ${values})`)).toThrow(
    "CHECK",
  );
});
