import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { practiceKinds, subjects } from "@/domain/case-record/case-record";
import { childOutcomes, keysOf, motherAgeBands, sexes } from "@/domain/cases";
import { cases } from "./cases";
import { flag, isOneOf, moment } from "./columns";
import { people } from "./people";

/*
 * The record of a case: its facts as they stood at one revision; the highest revision holds now.
 * What stands in the columns of code lists is a key that some version of its list has.
 */

/** The single facts of a revision, and who recorded it, when and why. */
export const caseRecords = sqliteTable(
  "case_records",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    revision: integer("revision").notNull(),
    sample: text("sample").notNull(),
    submissionKind: text("submission_kind"),
    methodology: text("methodology"),
    caseType: text("case_type").notNull(),
    caseTypeDetail: text("case_type_detail").notNull().default(""),
    involvement: text("involvement"),
    incidentType: text("incident_type").notNull(),
    incidentRationale: text("incident_rationale").notNull().default(""),
    motherAge: integer("mother_age"),
    motherAgeBand: text("mother_age_band", { enum: keysOf(motherAgeBands) }),
    included: flag("included").default(true),
    exclusionReason: text("exclusion_reason").notNull().default(""),
    reason: text("reason").notNull().default(""),
    recordedAt: moment("recorded_at"),
    recordedBy: text("recorded_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision] }),
    index("case_records_sample").on(t.sample, t.caseId),
    check("case_records_revision", sql`${t.revision} >= 1`),
    check("case_records_mother_age", sql`${t.motherAge} between 10 and 60`),
    check("case_records_mother_age_band", isOneOf(t.motherAgeBand, keysOf(motherAgeBands))),
    check("case_records_one_mother_age", sql`${t.motherAge} is null or ${t.motherAgeBand} is null`),
    check(
      "case_records_exclusion",
      sql`${t.included} in (0, 1) and (${t.included} = 1) = (${t.exclusionReason} = '')`,
    ),
  ],
);

const place = () => ({
  caseId: text("case_id").notNull(),
  revision: integer("revision").notNull(),
  position: integer("position").notNull(),
});

/** The index children of a case. */
export const indexChildren = sqliteTable(
  "index_children",
  {
    ...place(),
    ageYears: integer("age_years"),
    sex: text("sex", { enum: keysOf(sexes) }),
    outcome: text("outcome", { enum: keysOf(childOutcomes) }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision, t.position] }),
    foreignKey({
      columns: [t.caseId, t.revision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("index_children_age", sql`${t.ageYears} between 0 and 17`),
    check("index_children_sex", isOneOf(t.sex, keysOf(sexes))),
    check("index_children_outcome", isOneOf(t.outcome, keysOf(childOutcomes))),
  ],
);

/** When the organisation was involved. A period without an end is still open. */
export const involvementPeriods = sqliteTable(
  "involvement_periods",
  {
    ...place(),
    startDate: text("start_date").notNull(),
    endDate: text("end_date"),
    subject: text("subject", { enum: keysOf(subjects) }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision, t.position] }),
    foreignKey({
      columns: [t.caseId, t.revision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("involvement_periods_order", sql`${t.startDate} <= ${t.endDate}`),
    check("involvement_periods_subject", isOneOf(t.subject, keysOf(subjects))),
  ],
);

/** Strengths and shortcomings of practice. */
export const practicePoints = sqliteTable(
  "practice_points",
  {
    ...place(),
    kind: text("kind", { enum: keysOf(practiceKinds) }).notNull(),
    theme: text("theme").notNull(),
    description: text("description").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision, t.position] }),
    foreignKey({
      columns: [t.caseId, t.revision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("practice_points_kind", isOneOf(t.kind, keysOf(practiceKinds))),
  ],
);

/** What is done, or to be done, because of a case. */
export const caseActions = sqliteTable(
  "case_actions",
  {
    ...place(),
    description: text("description").notNull(),
    status: text("status"),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision, t.position] }),
    foreignKey({
      columns: [t.caseId, t.revision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("case_actions_description", sql`${t.description} <> ''`),
  ],
);
