import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import {
  caseTypes,
  childOutcomes,
  incidentTypes,
  involvements,
  keysOf,
  methodologies,
  motherAgeBands,
  sexes,
} from "@/domain/cases";
import { codebooks } from "./codebooks";
import { flag, id, isOneOf, moment } from "./columns";
import { people } from "./people";

/** A case: what never changes about it. */
export const cases = sqliteTable(
  "cases",
  {
    id: id(),
    reference: text("reference").notNull(),
    sample: text("sample").notNull(),
    origin: text("origin", { enum: ["registered", "imported"] }).notNull(),
    /** All coders of a case rate by the version that was current when it was registered. */
    codebookVersion: text("codebook_version")
      .notNull()
      .references(() => codebooks.version),
    madeAt: moment("made_at"),
    madeBy: text("made_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("cases_reference").on(sql`lower(${t.reference})`),
    index("cases_by_reference").on(t.reference),
    index("cases_sample").on(t.sample, t.reference),
    check("cases_origin", isOneOf(t.origin, ["registered", "imported"])),
  ],
);

/** The facts of a case as they stood at one revision; the highest revision holds now. */
export const caseRecords = sqliteTable(
  "case_records",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    revision: integer("revision").notNull(),
    caseType: text("case_type", { enum: keysOf(caseTypes) }).notNull(),
    incidentType: text("incident_type", { enum: keysOf(incidentTypes) }).notNull(),
    methodology: text("methodology", { enum: keysOf(methodologies) }),
    involvement: text("involvement", { enum: keysOf(involvements) }),
    motherAgeBand: text("mother_age_band", { enum: keysOf(motherAgeBands) }),
    included: flag("included").default(true),
    exclusionReason: text("exclusion_reason").notNull().default(""),
    recordedAt: moment("recorded_at"),
    recordedBy: text("recorded_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision] }),
    check("case_records_revision", sql`${t.revision} >= 1`),
    check("case_records_case_type", isOneOf(t.caseType, keysOf(caseTypes))),
    check("case_records_incident_type", isOneOf(t.incidentType, keysOf(incidentTypes))),
    check("case_records_methodology", isOneOf(t.methodology, keysOf(methodologies))),
    check("case_records_involvement", isOneOf(t.involvement, keysOf(involvements))),
    check("case_records_mother_age", isOneOf(t.motherAgeBand, keysOf(motherAgeBands))),
    check(
      "case_records_exclusion",
      sql`${t.included} in (0, 1) and (${t.included} = 1) = (${t.exclusionReason} = '')`,
    ),
  ],
);

/** The index children of a case, as one revision of its record has them. */
export const indexChildren = sqliteTable(
  "index_children",
  {
    caseId: text("case_id").notNull(),
    revision: integer("revision").notNull(),
    position: integer("position").notNull(),
    ageYears: integer("age_years").notNull(),
    sex: text("sex", { enum: keysOf(sexes) }).notNull(),
    outcome: text("outcome", { enum: keysOf(childOutcomes) }).notNull(),
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

/** When the organisation was involved, as one revision of the case's record has it. */
export const involvementPeriods = sqliteTable(
  "involvement_periods",
  {
    caseId: text("case_id").notNull(),
    revision: integer("revision").notNull(),
    position: integer("position").notNull(),
    startDate: text("start_date").notNull(),
    endDate: text("end_date").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision, t.position] }),
    foreignKey({
      columns: [t.caseId, t.revision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("involvement_periods_order", sql`${t.startDate} <= ${t.endDate}`),
  ],
);

/** A coder asked to rate a case. A person is assigned to a case once. */
export const assignments = sqliteTable(
  "assignments",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    coderId: text("coder_id")
      .notNull()
      .references(() => people.id),
    /** Joined after the case had opened to the others. */
    joinedLater: flag("joined_later").default(false),
    assignedAt: moment("assigned_at"),
    assignedBy: text("assigned_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("assignments_case_coder").on(t.caseId, t.coderId),
    index("assignments_coder").on(t.coderId),
    check("assignments_joined_later", sql`${t.joinedLater} in (0, 1)`),
  ],
);

/** A coder who has not submitted hands the case back, without a reason, or the team goes on without them. */
export const assignmentReleases = sqliteTable("assignment_releases", {
  assignmentId: text("assignment_id")
    .primaryKey()
    .references(() => assignments.id),
  reason: text("reason").notNull(),
  releasedAt: moment("released_at"),
  releasedBy: text("released_by").references(() => people.id),
});

/** How many days coders have to rate a case, as a lead said it; the highest revision holds now. */
export const daysToRate = sqliteTable(
  "days_to_rate",
  {
    revision: integer("revision").primaryKey(),
    /** Null when there is no limit. */
    days: integer("days"),
    setAt: moment("set_at"),
    setBy: text("set_by").references(() => people.id),
  },
  (t) => [
    check("days_to_rate_revision", sql`${t.revision} >= 1`),
    check("days_to_rate_days", sql`${t.days} between 1 and 365`),
  ],
);
