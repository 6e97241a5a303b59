import type Database from "better-sqlite3";
import { sql as drizzleSql, is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignCoders, goOnWithout } from "./assignments";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "./fixtures";
import { ratingsGiven, saveDraft, submitRatings, takeBackSubmission } from "./ratings";
import * as schema from "./schema";
import { reader, write } from "./store";

/* The database holds its own rules: these tests speak to it past the program. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
const sql = <T>(work: (db: Database.Database) => T) => pastTheProgram(study.dataDir, work);
const run = (text: string, ...values: unknown[]) => sql((db) => db.prepare(text).run(...values));

beforeAll(async () => {
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  const bob = await person("Bob", "coder");
  // Between them these leave a row in every table that only grows.
  await caseFor(lead, "2016-01", [lead, ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  must(await takeBackSubmission(ann, "2016-01"));
  must(await submitRatings(ann, "2016-01", 1));
  must(await goOnWithout(lead, "2016-01", bob.id, "Left the team"));
  await rateAndSubmit(lead, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  run("insert into index_children select case_id, 1, 1, 4, 'female', 'died' from case_records");
  run(
    "insert into involvement_periods select case_id, 1, 1, '2014-01-01', '2014-02-01' from case_records",
  );
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
  "case_records",
  "cases",
  "codebook_levels",
  "codebooks",
  "dataset_ratings",
  "dataset_versions",
  "draft_ratings",
  "drafts",
  "index_children",
  "involvement_periods",
  "people",
  "person_roles",
  "rating_submissions",
  "reconciliations",
  "sessions",
  "study",
  "submissions_taken_back",
  "submitted_ratings",
];
// What a person types over and over, what an account or a session is now, and the one study row.
const changing = ["draft_ratings", "drafts", "people", "person_roles", "sessions", "study"];
const kept = tables.filter((name) => !changing.includes(name));

describe("the tables", () => {
  test("are these 22, and every one is strict", () => {
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
  test("in all tables but six", () => {
    expect(kept).toEqual([
      "agreed_ratings",
      "assignment_releases",
      "assignments",
      "audit_entries",
      "case_records",
      "cases",
      "codebook_levels",
      "codebooks",
      "dataset_ratings",
      "dataset_versions",
      "index_children",
      "involvement_periods",
      "rating_submissions",
      "reconciliations",
      "submissions_taken_back",
      "submitted_ratings",
    ]);
  });

  test.each(kept)("%s refuses a change and a deletion", (name) => {
    const rows = () => sql((db) => db.prepare(`select * from ${name}`).all());
    const before = rows();
    const [column] = Object.keys(before[0] as object);
    const refusal = `rows of ${name} are kept as they are`;
    expect(before.length).toBeGreaterThan(0);
    expect(() => run(`update ${name} set ${column} = ${column}`)).toThrow(refusal);
    expect(() => run(`delete from ${name}`)).toThrow(refusal);
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

/** Does something to the database and puts everything back. */
const tryOut = (...statements: readonly (readonly [string, ...unknown[]])[]) =>
  sql((db) => {
    db.exec("begin");
    try {
      for (const [text, ...values] of statements) db.prepare(text).run(...values);
    } finally {
      db.exec("rollback");
    }
  });

const now = "2016-01-01T00:00:00.000Z";
const theCase = "(select id from cases where reference = '2016-01')";
const theRound = "(select id from reconciliations)";

/** How a rating comes into each table that holds ratings: `version`, `factor`, `level`. */
const ways: Record<string, (rating: readonly string[]) => () => void> = {
  draft_ratings: (rating) => () =>
    tryOut(
      ["delete from draft_ratings where factor <> 'other'"],
      [
        "update draft_ratings set codebook_version = ?, factor = ?, level = ? where rowid = 1",
        ...rating,
      ],
    ),
  submitted_ratings: (rating) => () =>
    tryOut(
      [`insert into rating_submissions values ('new', ${theCase}, null, 'Coder X', 1, '${now}')`],
      [
        `insert into submitted_ratings (submission_id, codebook_version, factor, level, unsure,
           themes) values ('new', ?, ?, ?, 0, '[]')`,
        ...rating,
      ],
    ),
  agreed_ratings: (rating) => () =>
    tryOut([
      `insert into agreed_ratings (id, reconciliation_id, revision, codebook_version, factor,
         level, carried, agreed_at) values ('new', ${theRound}, 9, ?, ?, ?, 0, '${now}')`,
      ...rating,
    ]),
  dataset_ratings: (rating) => () =>
    tryOut(
      [
        `insert into dataset_versions (id, case_id, version, record_revision, codebook_version,
           committed_at) values ('new', ${theCase}, 9, 1, '0.1', '${now}')`,
      ],
      [
        `insert into dataset_ratings (version_id, codebook_version, factor, level)
           values ('new', ?, ?, ?)`,
        ...rating,
      ],
    ),
};

describe.each(Object.keys(ways))("%s", (table) => {
  const store = (...rating: string[]) => ways[table]?.(rating) ?? (() => undefined);

  test("takes the levels of each factor", () => {
    expect(store("0.1", "neglect", "low")).not.toThrow();
    expect(store("0.1", "child_protection_plan", "previously")).not.toThrow();
  });

  test.each([
    ["a 1 on the child protection plan", "0.1", "child_protection_plan", "low"],
    ["a level that nobody knows", "0.1", "neglect", "very_high"],
    ["a level in other letters", "0.1", "neglect", "High"],
    ["a score in the place of a level", "0.1", "neglect", "3"],
    ["a factor that nobody knows", "0.1", "poverty", "high"],
    ["a codebook that nobody knows", "9.9", "neglect", "high"],
  ])("refuses %s", (_, ...rating) => {
    expect(store(...rating)).toThrow("FOREIGN KEY constraint failed");
  });
});

test.each(["submitted_ratings", "agreed_ratings", "dataset_ratings"])(
  "%s never holds a blank",
  (table) => {
    const columns = sql((db) => db.pragma(`table_info(${table})`)) as { name: string }[];
    const row = columns.map(({ name }) => (name === "level" ? "null" : name)).join(", ");
    const blank = `insert into ${table} select ${row} from ${table} limit 1`;
    expect(() => tryOut([blank])).toThrow(`NOT NULL constraint failed: ${table}.level`);
  },
);

test.each([
  [
    "an excluded case without a reason",
    "case_records_exclusion",
    `insert into case_records (case_id, revision, case_type, incident_type, included, recorded_at)
       values (${theCase}, 2, 'public_s31', 'other', 0, '${now}')`,
  ],
  [
    "an included case with a reason for excluding it",
    "case_records_exclusion",
    `insert into case_records (case_id, revision, case_type, incident_type, included,
       exclusion_reason, recorded_at)
       values (${theCase}, 2, 'public_s31', 'other', 1, 'Withdrawn', '${now}')`,
  ],
  [
    "a case type that is not on the list",
    "case_records_case_type",
    `insert into case_records (case_id, revision, case_type, incident_type, included, recorded_at)
       values (${theCase}, 2, 'public', 'other', 1, '${now}')`,
  ],
  [
    "an incident type that is not on the list",
    "case_records_incident_type",
    `insert into case_records (case_id, revision, case_type, incident_type, included, recorded_at)
       values (${theCase}, 2, 'public_s31', 'Other', 1, '${now}')`,
  ],
  [
    "a score of 4",
    "codebook_levels_score",
    "insert into codebook_levels values ('0.1', 'neglect', 'extreme', 4)",
  ],
  [
    "an index child of 18",
    "index_children_age",
    `insert into index_children values (${theCase}, 1, 2, 18, 'male', 'died')`,
  ],
  [
    "a period that ends before it starts",
    "involvement_periods_order",
    `insert into involvement_periods values (${theCase}, 1, 2, '2014-02-02', '2014-02-01')`,
  ],
  [
    "a submission of nobody",
    "rating_submissions_coder",
    `insert into rating_submissions values ('new', ${theCase}, null, null, 1, '${now}')`,
  ],
  [
    "a submission of a coder and of an imported one",
    "rating_submissions_coder",
    `insert into rating_submissions
       select 'new', case_id, id, 'Coder X', 9, '${now}' from assignments limit 1`,
  ],
  [
    "a way of agreeing that is not on the list",
    "agreed_ratings_way",
    `insert into agreed_ratings (id, reconciliation_id, revision, codebook_version, factor, level,
       way, carried, agreed_at)
       values ('new', ${theRound}, 9, '0.1', 'neglect', 'low', 'majority', 0, '${now}')`,
  ],
  [
    "a role that is not on the list",
    "person_roles_role",
    "insert into person_roles select id, 'reviewer' from people limit 1",
  ],
  [
    "an address with capitals",
    "people_email_lower",
    `insert into people values ('new', 'Cat', 'Cat@example.org', '', 1, 0, '${now}')`,
  ],
  ["a second study", "study_one_row", `insert into study values (2, 'study', null, '${now}')`],
])("the database refuses %s", (_, check, statement) => {
  expect(() => tryOut([statement])).toThrow(`CHECK constraint failed: ${check}`);
});

test("a reference in capitals is the same reference, to the database too", () => {
  const add = (id: string, reference: string) =>
    [
      `insert into cases select '${id}', '${reference}', sample, origin, codebook_version, made_at,
         made_by from cases limit 1`,
    ] as const;
  expect(() => tryOut(add("one", "a-1"), add("two", "A-1"))).toThrow(
    "UNIQUE constraint failed: index 'cases_reference'",
  );
});
