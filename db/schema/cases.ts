import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { codebooks } from "./codebooks";
import { flag, id, isOneOf, moment } from "./columns";
import { people } from "./people";

/** A case: what never changes about it. */
export const cases = sqliteTable(
  "cases",
  {
    id: id(),
    reference: text("reference").notNull(),
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
    check("cases_origin", isOneOf(t.origin, ["registered", "imported"])),
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
