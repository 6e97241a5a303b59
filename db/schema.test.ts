import type Database from "better-sqlite3";
import { sql as drizzleSql, is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goOnWithout } from "./assignments/assignments";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  passwordOf,
  pastTheProgram,
  person,
  rateAndSubmit,
  release,
  temporaryStudy,
  tokenFor,
} from "./fixtures";
import { draftOf, finishedDraft, imported, levelsFrom } from "./imports/drafts.fixtures";
import { undoImport } from "./imports/undo";
import { practiceCaseFor, practise, saveRequirement } from "./practice-cases/practice.fixtures";
import { submitRatings, takeBackSubmission } from "./ratings/ratings";
import { recordDissent } from "./reconciliation/dissenting";
import { saveMeetingNotes } from "./reconciliation/meeting-notes";
import { showNames } from "./reconciliation/rooms";
import * as schema from "./schema";
import { readAgain, secondLookAt } from "./second-look/second-look.fixtures";
import { reader, write } from "./store/store";
import { setDaysToRate } from "./study/days-to-rate";

/* The tables as the database has them, and that rows are added to them but not overwritten. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
const sql = <T>(work: (db: Database.Database) => T) => pastTheProgram(study.dataDir, work);
const run = (text: string, ...values: unknown[]) => sql((db) => db.prepare(text).run(...values));

beforeAll(async () => {
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  const bob = await person("Bob", "coder");
  await tokenFor("ann@example.org", passwordOf("Ann"));
  // Between them these leave a row in every table that only grows.
  await caseFor(lead, "2016-01", [lead, ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  must(await takeBackSubmission(ann, "2016-01"));
  must(await submitRatings(ann, "2016-01", 1));
  must(await goOnWithout(lead, "2016-01", bob.id, "Left the team"));
  await rateAndSubmit(lead, "2016-01", "3210000000000");
  must(await showNames(lead, "2016-01", true));
  must(await saveMeetingNotes(ann, "2016-01", { text: "Page 4", seenRevision: 0 }));
  await agreeEverything(lead, "2016-01");
  const dissent = { factor: "neglect", reason: "Page 9", seenRevision: 1 };
  must(await recordDissent(ann, "2016-01", dissent));
  await commit(lead, "2016-01");
  run(
    `insert into precedents select 'a', id, 'neglect', 1, 1, 'Missed visits', made_at, null
       from cases where reference = '2016-01'`,
  );
  run("insert into commit_proposals select 'a', id, 1, 13, started_at, null from reconciliations");
  run(
    "insert into proposals_sent_back select id, 'Page 4', proposed_at, null from commit_proposals",
  );
  run("insert into index_children select case_id, 1, 1, 4, 'female', 'died' from case_records");
  run(
    "insert into involvement_periods select case_id, 1, 1, '2014-01-01', '2014-02-01', null from case_records",
  );
  run(
    "insert into practice_points select case_id, 1, 1, 'strength', 'other', '' from case_records",
  );
  run("insert into case_actions select case_id, 1, 1, 'A letter', 'done' from case_records");
  run("insert into sample_dates values ('2016', 1, null, null, '2016-01-01', null)");
  run("insert into context_figures values (1, '[]', '2016-01-01', null)");
  must(await setDaysToRate(lead, 21));
  await practise(ann, await practiceCaseFor(lead), "3210000000000");
  must(await saveRequirement(lead, { cases: 1, percent: 80 }));
  await release(lead);
  await caseFor(lead, "2016-03", [lead, ann]);
  await secondLookAt(lead, "2016-03", [
    [ann, "3210000000000"],
    [lead, "1210000000000"],
  ]);
  await readAgain(ann, "2016-03");
  const stated = { risk_rating: 7 };
  const second = { neglect: { level: "high", note: "", unsure: false } };
  const dissents = { neglect: "Page 9" };
  const ratings = [{ coder: "A", levels: levelsFrom("0000000000000"), second, dissents }];
  await imported(lead, [finishedDraft("2012-01", { stated, ratings })]);
  must(await undoImport(lead, await imported(lead, [draftOf("2012-02")]), "The wrong file"));
  // A case that is still blind.
  await caseFor(lead, "2016-02", [lead, ann]);
  await rateAndSubmit(ann, "2016-02", "3210000000000");
});
afterAll(() => study.end());

const tables = [
  "agreed_ratings",
  "assignment_releases",
  "assignments",
  "audit_entries",
  "case_actions",
  "case_records",
  "cases",
  "code_list_versions",
  "codebook_levels",
  "codebooks",
  "commit_proposals",
  "context_figures",
  "dataset_dissents",
  "dataset_ratings",
  "dataset_versions",
  "days_to_rate",
  "dissents",
  "draft_ratings",
  "drafts",
  "import_cases",
  "import_totals",
  "import_undos",
  "imported_dissents",
  "imported_second_ratings",
  "imports",
  "index_children",
  "involvement_periods",
  "known_browsers",
  "meeting_notes",
  "name_switches",
  "opening_holds",
  "people",
  "person_roles",
  "practice_case_revisions",
  "practice_cases",
  "practice_draft_ratings",
  "practice_drafts",
  "practice_offers",
  "practice_points",
  "practice_ratings",
  "practice_references",
  "practice_requirements",
  "practice_submissions",
  "precedents",
  "proposals_sent_back",
  "rating_submissions",
  "reconciliations",
  "recovery_codes",
  "release_cases",
  "release_code_lists",
  "releases",
  "sample_dates",
  "second_factors",
  "second_look_drafts",
  "second_look_factors",
  "second_look_ratings",
  "second_look_submissions",
  "second_looks",
  "sessions",
  "study",
  "submissions_taken_back",
  "submitted_ratings",
];
// What a person types over and over, what an account, a session or a second factor is
// now, and the one study row.
const changing = [
  "draft_ratings",
  "drafts",
  "people",
  "person_roles",
  "practice_draft_ratings",
  "practice_drafts",
  "recovery_codes",
  "second_factors",
  "second_look_drafts",
  "sessions",
  "study",
];
const kept = tables.filter((name) => !changing.includes(name));

describe("the tables", () => {
  test("are these 62, and every one is strict", () => {
    const found = sql((db) => db.pragma("table_list")) as {
      name: string;
      type: string;
      strict: number;
    }[];
    const own = found.filter(
      ({ name, type }) => type === "table" && !/^(sqlite_|__drizzle)/.test(name),
    );
    expect(own.map(({ name }) => name).sort()).toEqual(tables);
    expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test("have in the database the columns that the program thinks they have", () => {
    const inProgram = Object.values(schema)
      .filter((one) => is(one, SQLiteTable))
      .map((table) => {
        const { name, columns } = getTableConfig(table);
        return [
          name,
          columns.map((one) => `${one.name} ${one.getSQLType()}${one.notNull ? " not null" : ""}`),
        ] as const;
      });
    const inDatabase = tables.map((name) => {
      const columns = sql((db) => db.pragma(`table_info(${name})`)) as {
        name: string;
        type: string;
        notnull: number;
      }[];
      return [
        name,
        columns.map(
          (one) => `${one.name} ${one.type.toLowerCase()}${one.notnull ? " not null" : ""}`,
        ),
      ] as const;
    });
    const inOrder = (all: (readonly [string, string[]])[]) =>
      Object.fromEntries(all.map(([name, columns]) => [name, [...columns].sort()]));
    expect(inDatabase.flatMap(([, columns]) => columns).length).toBeGreaterThan(100);
    expect(inOrder(inDatabase)).toEqual(inOrder(inProgram));
  });

  test("have their foreign keys checked on both of the program's connections", async () => {
    const pragma = { on: drizzleSql<number>`foreign_keys` };
    const from = drizzleSql`pragma_foreign_keys`;
    expect(await reader().select(pragma).from(from)).toEqual([{ on: 1 }]);
    expect(await write(async (tx) => tx.select(pragma).from(from))).toEqual([{ on: 1 }]);
  });
});

describe("rows are added, not overwritten", () => {
  test("in all tables but eleven", () => {
    expect(kept).toEqual([
      "agreed_ratings",
      "assignment_releases",
      "assignments",
      "audit_entries",
      "case_actions",
      "case_records",
      "cases",
      "code_list_versions",
      "codebook_levels",
      "codebooks",
      "commit_proposals",
      "context_figures",
      "dataset_dissents",
      "dataset_ratings",
      "dataset_versions",
      "days_to_rate",
      "dissents",
      "import_cases",
      "import_totals",
      "import_undos",
      "imported_dissents",
      "imported_second_ratings",
      "imports",
      "index_children",
      "involvement_periods",
      "known_browsers",
      "meeting_notes",
      "name_switches",
      "opening_holds",
      "practice_case_revisions",
      "practice_cases",
      "practice_offers",
      "practice_points",
      "practice_ratings",
      "practice_references",
      "practice_requirements",
      "practice_submissions",
      "precedents",
      "proposals_sent_back",
      "rating_submissions",
      "reconciliations",
      "release_cases",
      "release_code_lists",
      "releases",
      "sample_dates",
      "second_look_factors",
      "second_look_ratings",
      "second_look_submissions",
      "second_looks",
      "submissions_taken_back",
      "submitted_ratings",
    ]);
  });

  test.each(kept)("%s refuses a change, a deletion and a replacement", (name) => {
    const rows = () => sql((db) => db.prepare(`select * from ${name}`).all());
    const before = rows();
    const [column] = Object.keys(before[0] as object);
    const refusal = `rows of ${name} are kept as they are`;
    expect(before.length).toBeGreaterThan(0);
    expect(() => run(`update ${name} set ${column} = ${column}`)).toThrow(refusal);
    expect(() => run(`delete from ${name}`)).toThrow(refusal);
    expect(() => run(`insert or replace into ${name} select * from ${name} limit 1`)).toThrow(
      refusal,
    );
    expect(rows()).toEqual(before);
  });

  test("a submission is taken back before the case opens, and never afterwards", () => {
    const takeBack = `insert into submissions_taken_back
      select s.id, '2016-01-01T00:00:00.000Z' from rating_submissions s
      join cases c on c.id = s.case_id where c.reference = ?
      and s.id not in (select submission_id from submissions_taken_back)`;
    expect(() => run(takeBack, "2016-01")).toThrow(
      "the case has opened: its submissions are frozen",
    );
    expect(run(takeBack, "2016-02").changes).toBe(1);
  });
});
