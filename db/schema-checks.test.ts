import type Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  agreeEverything,
  caseFor,
  commit,
  pastTheProgram,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "./fixtures";
import { practiceCaseFor, practise } from "./practice-cases/practice.fixtures";
import { secondLookAt } from "./second-look/second-look.fixtures";

/* What the database itself refuses, whoever speaks to it. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
const sql = <T>(work: (db: Database.Database) => T) => pastTheProgram(study.dataDir, work);

beforeAll(async () => {
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  await caseFor(lead, "2016-01", [lead, ann]);
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  await rateAndSubmit(lead, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  await practise(ann, await practiceCaseFor(lead), "3210000000000");
  await caseFor(lead, "2016-02", [lead, ann]);
  await secondLookAt(lead, "2016-02", [
    [ann, "3210000000000"],
    [lead, "3220000000000"],
  ]);
});
afterAll(() => study.end());

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
const looked = "(select case_id from second_looks)";
const lookedBy = `(select min(id) from assignments where case_id = ${looked})`;
const theRound = "(select id from reconciliations)";

/** How a rating comes into each table that holds ratings: `version`, `factor`, `level`. */
const ways: Record<string, (rating: readonly string[]) => () => void> = {
  draft_ratings: (rating) => () =>
    tryOut(
      ["delete from draft_ratings where rowid > 1"],
      ["update draft_ratings set codebook_version = ?, factor = ?, level = ?", ...rating],
    ),
  submitted_ratings: (rating) => () =>
    tryOut(
      [
        `insert into rating_submissions values ('new', ${theCase}, null, 'Coder X', 1, '${now}', null)`,
      ],
      [
        `insert into submitted_ratings (submission_id, codebook_version, factor, level, unsure,
           themes) values ('new', ?, ?, ?, 0, '[]')`,
        ...rating,
      ],
    ),
  imported_second_ratings:
    ([version, factor, level]) =>
    () =>
      tryOut(
        [
          `insert into rating_submissions values ('new', ${theCase}, null, 'Coder X', 1, '${now}', null)`,
        ],
        [
          `insert into submitted_ratings (submission_id, codebook_version, factor, level, unsure,
           themes) select 'new', codebook_version, factor, level, 0, '[]' from codebook_levels
           where factor = ? limit 1`,
          factor,
        ],
        [
          "insert into imported_second_ratings values ('new', ?, ?, '', 0, ?, '[]', '')",
          version,
          factor,
          level,
        ],
      ),
  imported_dissents:
    ([version, factor, level]) =>
    () =>
      tryOut(
        [
          `insert into rating_submissions values ('new', ${theCase}, null, 'Coder X', 1, '${now}', null)`,
        ],
        [
          `insert into submitted_ratings (submission_id, codebook_version, factor, level, unsure,
           themes) select 'new', codebook_version, factor, level, 0, '[]' from codebook_levels
           where factor = ? limit 1`,
          factor,
        ],
        ["insert into imported_dissents values ('new', ?, ?, ?, '')", version, factor, level],
      ),
  second_look_drafts: (rating) => () =>
    tryOut([
      `insert into second_look_drafts (codebook_version, factor, level, assignment_id, unsure,
         themes) values (?, ?, ?, ${lookedBy}, 0, '[]')`,
      ...rating,
    ]),
  second_look_ratings: (rating) => () =>
    tryOut(
      [`insert into second_look_factors values (${looked}, ?)`, rating[1]],
      [`insert into second_look_submissions values (${lookedBy}, '${now}')`],
      [
        `insert into second_look_ratings (codebook_version, factor, level, assignment_id, unsure,
           themes) values (?, ?, ?, ${lookedBy}, 0, '[]')`,
        ...rating,
      ],
    ),
  practice_references: (rating) => () =>
    tryOut(
      [`insert into practice_case_revisions values (1, 2, 'Another text', '${now}', null)`],
      ["insert into practice_references values (1, 2, ?, ?, ?, 'Page 4')", ...rating],
    ),
  practice_draft_ratings: (rating) => () =>
    tryOut(
      ["delete from practice_draft_ratings where rowid > 1"],
      ["update practice_draft_ratings set codebook_version = ?, factor = ?, level = ?", ...rating],
    ),
  practice_ratings: (rating) => () =>
    tryOut(
      [
        `insert into practice_submissions select 1, id, 1, '${now}' from people where name = 'Lena'`,
      ],
      [
        `insert into practice_ratings (practice_case, person_id, codebook_version, factor, level,
           unsure, themes) select 1, id, ?, ?, ?, 0, '[]' from people where name = 'Lena'`,
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

test.each(["submitted_ratings", "agreed_ratings", "dataset_ratings", "practice_ratings"])(
  "%s never holds a blank",
  (table) => {
    const columns = sql((db) => db.pragma(`table_info(${table})`)) as { name: string }[];
    const changed: Record<string, string> = { level: "null", id: "'new'", factor: "factor || 'x'" };
    const row = columns.map(({ name }) => changed[name] ?? name).join(", ");
    const blank = `insert into ${table} select ${row} from ${table} limit 1`;
    expect(() => tryOut([blank])).toThrow(`NOT NULL constraint failed: ${table}.level`);
  },
);

test.each([
  [
    "an excluded case without a reason",
    "case_records_exclusion",
    `insert into case_records (case_id, revision, sample, case_type, incident_type, included, recorded_at)
       values (${theCase}, 2, '2016', 'public_s31', 'other', 0, '${now}')`,
  ],
  [
    "an included case with a reason for excluding it",
    "case_records_exclusion",
    `insert into case_records (case_id, revision, sample, case_type, incident_type, included,
       exclusion_reason, recorded_at)
       values (${theCase}, 2, '2016', 'public_s31', 'other', 1, 'Withdrawn', '${now}')`,
  ],
  [
    "a revision 0 of a case",
    "case_records_revision",
    `insert into case_records (case_id, revision, sample, case_type, incident_type, included, recorded_at)
       values (${theCase}, 0, '2016', 'public_s31', 'other', 1, '${now}')`,
  ],
  [
    "a mother’s age band that is not on the list",
    "case_records_mother_age_band",
    `insert into case_records (case_id, revision, sample, case_type, incident_type, included,
       recorded_at, mother_age_band)
       values (${theCase}, 2, '2016', 'public_s31', 'other', 1, '${now}', 'Other')`,
  ],
  [
    "a mother of 9 years",
    "case_records_mother_age",
    `insert into case_records (case_id, revision, sample, case_type, incident_type, included,
       recorded_at, mother_age)
       values (${theCase}, 2, '2016', 'public_s31', 'other', 1, '${now}', 9)`,
  ],
  [
    "a mother’s age both in years and as a band",
    "case_records_one_mother_age",
    `insert into case_records (case_id, revision, sample, case_type, incident_type, included,
       recorded_at, mother_age, mother_age_band)
       values (${theCase}, 2, '2016', 'public_s31', 'other', 1, '${now}', 20, 'under_21')`,
  ],
  [
    "a period with somebody who is not on the list",
    "involvement_periods_subject",
    `insert into involvement_periods values (${theCase}, 1, 2, '2014-01-01', null, 'court')`,
  ],
  [
    "a practice point that is neither strength nor shortcoming",
    "practice_points_kind",
    `insert into practice_points values (${theCase}, 1, 1, 'other', 'recording', '')`,
  ],
  [
    "an action that says nothing",
    "case_actions_description",
    `insert into case_actions values (${theCase}, 1, 1, '', 'done')`,
  ],
  [
    "a version 0 of a code list",
    "code_list_versions_version",
    `insert into code_list_versions values ('methodology', 0, '[]', '', '${now}', null, null)`,
  ],
  [
    "a code list that there is not",
    "code_list_versions_list",
    `insert into code_list_versions values ('colours', 1, '[]', '', '${now}', null, null)`,
  ],
  [
    "days of a sample at revision 0",
    "sample_dates_revision",
    `insert into sample_dates values ('2016', 0, null, null, '${now}', null)`,
  ],
  [
    "a sample that ends before it starts",
    "sample_dates_order",
    `insert into sample_dates values ('2016', 1, '2016-02-02', '2016-02-01', '${now}', null)`,
  ],
  [
    "figures from elsewhere at revision 0",
    "context_figures_revision",
    `insert into context_figures values (0, '[]', '${now}', null)`,
  ],
  [
    "figures from elsewhere that are no list",
    "context_figures_content",
    `insert into context_figures values (1, '{}', '${now}', null)`,
  ],
  [
    "a practice case 0",
    "practice_cases_number",
    `insert into practice_cases values (0, '0.1', '${now}', null)`,
  ],
  [
    "a practice case at revision 0",
    "practice_case_revisions_revision",
    `insert into practice_case_revisions values (1, 0, 'A text', '${now}', null)`,
  ],
  [
    "a practice case with nothing to read",
    "practice_case_revisions_text",
    `insert into practice_case_revisions values (1, 2, ' ', '${now}', null)`,
  ],
  [
    "a reference level without a reason",
    "practice_references_reason",
    "insert into practice_references values (1, 1, '0.1', 'poverty', 'high', ' ')",
  ],
  [
    "an offer of a practice case at revision 0",
    "practice_offers_revision",
    `insert into practice_offers values (1, 0, 1, '${now}', null)`,
  ],
  [
    "a practice case that is half offered",
    "practice_offers_offered",
    `insert into practice_offers values (1, 2, 2, '${now}', null)`,
  ],
  [
    "a practice draft at revision 0",
    "practice_drafts_revision",
    "update practice_drafts set revision = 0",
  ],
  [
    "a practice draft that is half unsure",
    "practice_draft_ratings_unsure",
    "update practice_draft_ratings set unsure = 2",
  ],
  [
    "a practice rating that is half unsure",
    "practice_ratings_unsure",
    `insert into practice_ratings (practice_case, person_id, codebook_version, factor, level,
       unsure, themes) select practice_case, person_id, codebook_version, factor || 'x', level, 2,
       themes from practice_ratings limit 1`,
  ],
  [
    "a requirement of practice at revision 0",
    "practice_requirements_revision",
    `insert into practice_requirements values (0, null, null, '${now}', null)`,
  ],
  [
    "a requirement of 21 practice cases",
    "practice_requirements_cases",
    `insert into practice_requirements values (1, 21, 80, '${now}', null)`,
  ],
  [
    "a requirement of more than all factors",
    "practice_requirements_percent",
    `insert into practice_requirements values (1, 1, 101, '${now}', null)`,
  ],
  [
    "a requirement of practice cases without a level of agreement",
    "practice_requirements_both",
    `insert into practice_requirements values (1, 1, null, '${now}', null)`,
  ],
  [
    "a case of another origin",
    "cases_origin",
    `insert into cases select 'new', 'New', 'copied', codebook_version, made_at, made_by
       from cases limit 1`,
  ],
  [
    "a coder who joined neither before nor later",
    "assignments_joined_later",
    `insert into assignments (id, case_id, coder_id, joined_later, assigned_at)
       select 'new', id, 'nobody', 2, '${now}' from cases`,
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
    "an index child of a sex that is not on the list",
    "index_children_sex",
    `insert into index_children values (${theCase}, 1, 2, 4, 'unknown', 'died')`,
  ],
  [
    "an index child with an outcome that is not on the list",
    "index_children_outcome",
    `insert into index_children values (${theCase}, 1, 2, 4, 'male', 'unknown')`,
  ],
  [
    "a period that ends before it starts",
    "involvement_periods_order",
    `insert into involvement_periods values (${theCase}, 1, 2, '2014-02-02', '2014-02-01', null)`,
  ],
  [
    "a submission of nobody",
    "rating_submissions_coder",
    `insert into rating_submissions values ('new', ${theCase}, null, null, 1, '${now}', null)`,
  ],
  [
    "a submission of a coder and of an imported one",
    "rating_submissions_coder",
    `insert into rating_submissions
       select 'new', case_id, id, 'Coder X', 9, '${now}', null from assignments limit 1`,
  ],
  [
    "an imported coder who half joined later",
    "rating_submissions_joined_later",
    `insert into rating_submissions values ('new', ${theCase}, null, 'Coder X', 1, '${now}', 2)`,
  ],
  ["a draft at revision 0", "drafts_revision", "update drafts set revision = 0"],
  ["a draft that is half unsure", "draft_ratings_unsure", "update draft_ratings set unsure = 2"],
  [
    "a submitted rating that is half unsure",
    "submitted_ratings_unsure",
    `insert into submitted_ratings (submission_id, codebook_version, factor, level, unsure, themes)
       select submission_id, codebook_version, factor || 'x', level, 2, themes
       from submitted_ratings limit 1`,
  ],
  ...["second_look_drafts", "second_look_ratings"].map((table) => [
    `a rating that is half unsure in ${table}`,
    `${table}_unsure`,
    `insert into ${table} (assignment_id, codebook_version, factor, level, unsure, themes)
       values (${lookedBy}, '0.1', 'physical_abuse', 'low', 2, '[]')`,
  ]),
  [
    "an imported second look that is half unsure",
    "imported_second_ratings_unsure",
    `insert into imported_second_ratings
       select submission_id, codebook_version, factor, '', 2, level, '[]', '' from submitted_ratings
       limit 1`,
  ],
  [
    "an agreed level at revision 0",
    "agreed_ratings_revision_positive",
    `insert into agreed_ratings (id, reconciliation_id, revision, codebook_version, factor, level,
       carried, agreed_at) values ('new', ${theRound}, 0, '0.1', 'neglect', 'low', 0, '${now}')`,
  ],
  [
    "an agreed level that is half carried",
    "agreed_ratings_carried",
    `insert into agreed_ratings (id, reconciliation_id, revision, codebook_version, factor, level,
       carried, agreed_at) values ('new', ${theRound}, 9, '0.1', 'neglect', 'low', 2, '${now}')`,
  ],
  [
    "a committed level agreed in a way that is not on the list",
    "dataset_ratings_way",
    `insert into dataset_ratings (version_id, codebook_version, factor, level, way)
       select version_id, codebook_version, factor || 'x', level, 'majority'
       from dataset_ratings limit 1`,
  ],
  [
    "a version 0",
    "dataset_versions_version_positive",
    `insert into dataset_versions (id, case_id, version, record_revision, codebook_version,
       committed_at) values ('new', ${theCase}, 0, 1, '0.1', '${now}')`,
  ],
  [
    "a round 0",
    "reconciliations_first_round",
    `insert into reconciliations (id, case_id, round, started_at, reason)
       values ('new', ${theCase}, 0, '${now}', '')`,
  ],
  [
    "meeting notes at revision 0",
    "meeting_notes_revision",
    `insert into meeting_notes values (${theCase}, 0, '', '${now}', null)`,
  ],
  [
    "names switched at revision 0",
    "name_switches_revision",
    `insert into name_switches values (${theCase}, 0, 1, '${now}', null)`,
  ],
  [
    "names that are half shown",
    "name_switches_shown",
    `insert into name_switches values (${theCase}, 1, 2, '${now}', null)`,
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
    `insert into people values ('new', 'Cat', 'Cat@example.org', '', 1, 0, '${now}', 0)`,
  ],
  ["an account that is half open", "people_flags", "update people set active = 2"],
  ["a study of another kind", "study_kind", "update study set kind = 'trial'"],
  [
    "a first password that is neither given nor chosen",
    "people_first_password",
    `insert into people values ('new', 'Cat', 'cat@example.org', '', 1, 0, '${now}', 2)`,
  ],
  [
    "a second factor that is neither required nor not",
    "study_flags",
    "update study set second_factor_required = 2",
  ],
  [
    "a code of before time began",
    "second_factors_last_step",
    `insert into second_factors values ('new', (select id from people limit 1), '', '${now}', null, null, -1)`,
  ],
  [
    "days to rate at revision 0",
    "days_to_rate_revision",
    `insert into days_to_rate values (0, 5, '${now}', null)`,
  ],
  [
    "no days to rate",
    "days_to_rate_days",
    `insert into days_to_rate values (1, 0, '${now}', null)`,
  ],
  [
    "more days to rate than a year has",
    "days_to_rate_days",
    `insert into days_to_rate values (1, 366, '${now}', null)`,
  ],
  [
    "a second person who is neither asked for nor not",
    "study_second_person",
    "update study set second_person_confirms = 2",
  ],
  [
    "a dissent at revision 0",
    "dissents_revision_positive",
    `insert into dissents values ('new', 'x', 'x', 'neglect', 0, 1, 'Page 9', '${now}')`,
  ],
  [
    "a dissent that half stands",
    "dissents_stands",
    `insert into dissents values ('new', 'x', 'x', 'neglect', 1, 2, '', '${now}')`,
  ],
  [
    "a dissent without a reason",
    "dissents_reason",
    `insert into dissents values ('new', 'x', 'x', 'neglect', 1, 1, '', '${now}')`,
  ],
  [
    "a precedent at revision 0",
    "precedents_revision_positive",
    `insert into precedents values ('new', ${theCase}, 'neglect', 0, 1, 'So', '${now}', null)`,
  ],
  [
    "a precedent that half stands",
    "precedents_stands",
    `insert into precedents values ('new', ${theCase}, 'neglect', 1, 2, '', '${now}', null)`,
  ],
  [
    "a precedent without a summary",
    "precedents_summary",
    `insert into precedents values ('new', ${theCase}, 'neglect', 1, 1, '', '${now}', null)`,
  ],
  [
    "a proposal at revision 0",
    "commit_proposals_revision_positive",
    `insert into commit_proposals values ('new', ${theRound}, 0, 13, '${now}', null)`,
  ],
  [
    "a second study",
    "study_one_row",
    `insert into study values (2, 'study', null, '${now}', 0, 0, 5, '', '')`,
  ],
])("the database refuses %s", (_, check, statement) => {
  expect(() => tryOut([statement])).toThrow(`CHECK constraint failed: ${check}`);
});

test("a reference in capitals is the same reference, to the database too", () => {
  const add = (id: string, reference: string) =>
    [
      `insert into cases select '${id}', '${reference}', origin, codebook_version, made_at,
         made_by from cases limit 1`,
    ] as const;
  expect(() => tryOut(add("one", "a-1"), add("two", "A-1"))).toThrow(
    "rows of cases are kept as they are: UNIQUE",
  );
});

test("two coders of one case cannot have one place in it, nor two rows one number", () => {
  const unique = sql((db) =>
    db
      .prepare("select name from sqlite_master where sql like 'create unique index%' order by name")
      .pluck()
      .all(),
  );
  expect(unique).toEqual([
    "agreed_ratings_revision",
    "assignments_case_coder",
    "audit_entries_position",
    "cases_reference",
    "commit_proposals_revision",
    "dataset_versions_reconciliation",
    "dataset_versions_version",
    "dissents_revision",
    "people_email",
    "precedents_revision",
    "rating_submissions_attempt",
    "rating_submissions_imported",
    "reconciliations_round",
    "release_cases_position",
    "second_factors_one_each",
  ]);
});

test("a person has one second factor at a time", () => {
  const another = (id: string) =>
    [
      `insert into second_factors
         values ('${id}', (select min(id) from people), '', '${now}', null, null, 0)`,
    ] as const;
  expect(() => tryOut(another("one"), another("two"))).toThrow(
    "UNIQUE constraint failed: second_factors.person_id",
  );
});

test("a coder has one submission at a time", () => {
  const again = `insert into rating_submissions
    select 'new', case_id, assignment_id, null, 2, '${now}', null from rating_submissions limit 1`;
  expect(() => tryOut([again])).toThrow("a submission of this coder stands already");
});

const record = (columns: string, values: string) =>
  `insert into case_records (case_id, revision, sample, included, recorded_at, ${columns})
     values (${theCase}, 2, '2016', 1, '${now}', ${values})`;

test.each([
  ["case type", record("case_type, incident_type", "'public', 'other'")],
  ["incident type", record("case_type, incident_type", "'public_s31', 'Other'")],
  ...["submission_kind", "methodology", "involvement"].map((column) => [
    column,
    record(`case_type, incident_type, ${column}`, "'public_s31', 'other', 'Other'"),
  ]),
  [
    "theme",
    `insert into practice_points values (${theCase}, 1, 1, 'strength', 'weather', '')`,
    "practice_points",
  ],
  [
    "status",
    `insert into case_actions values (${theCase}, 1, 1, 'A letter', 'Done')`,
    "case_actions",
  ],
])("the database refuses a %s that no version of its list has", (_, statement, table) => {
  expect(() => tryOut([statement])).toThrow(
    `a code of ${table ?? "case_records"} is in no version of its list`,
  );
});

test("a code that a later version of its list has is taken, and an old one stays so", () => {
  const later = `insert into code_list_versions values ('methodology', 2,
    '[{"key":"new","label":"New"}]', '', '${now}', null, null)`;
  const kinds = "case_type, incident_type, methodology";
  for (const code of ["new", "scie"])
    expect(() =>
      tryOut([later], [record(kinds, `'public_s31', 'other', '${code}'`)]),
    ).not.toThrow();
});
