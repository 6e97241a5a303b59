import { sql } from "drizzle-orm";
import { check, foreignKey, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { assignments, cases } from "./cases";
import { codebookLevels } from "./codebooks";
import { flag, moment } from "./columns";
import { people } from "./people";
import { submittedRatings } from "./ratings";

/** A lead let a case wait: it does not open by itself when every coder has submitted. */
export const openingHolds = sqliteTable("opening_holds", {
  caseId: text("case_id")
    .primaryKey()
    .references(() => cases.id),
  heldAt: moment("held_at"),
  heldBy: text("held_by").references(() => people.id),
});

/** The second look at a case, once: from then on its first submissions are frozen. */
export const secondLooks = sqliteTable("second_looks", {
  caseId: text("case_id")
    .primaryKey()
    .references(() => cases.id),
  startedAt: moment("started_at"),
  startedBy: text("started_by").references(() => people.id),
});

/** A factor to read again: the submitted levels differed on it when the second look began. */
export const secondLookFactors = sqliteTable(
  "second_look_factors",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => secondLooks.caseId),
    factor: text("factor").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.factor] })],
);

const rating = {
  codebookVersion: text("codebook_version").notNull(),
  factor: text("factor").notNull(),
  note: text("note").notNull().default(""),
  unsure: flag("unsure").default(false),
  themes: text("themes", { mode: "json" }).$type<readonly string[]>().notNull(),
  description: text("description").notNull().default(""),
};

/**
 * One factor of a coder's second look in progress, theirs alone. Its revision is that of the
 * coder's draft, which goes on counting. A level not yet chosen is null.
 */
export const secondLookDrafts = sqliteTable(
  "second_look_drafts",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    ...rating,
    level: text("level"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.factor] }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("second_look_drafts_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);

/** The moment a coder submitted their second look, once. */
export const secondLookSubmissions = sqliteTable("second_look_submissions", {
  assignmentId: text("assignment_id")
    .primaryKey()
    .references(() => assignments.id),
  submittedAt: moment("submitted_at"),
});

/** One factor of a submitted second look: never changed, never deleted. */
export const secondLookRatings = sqliteTable(
  "second_look_ratings",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => secondLookSubmissions.assignmentId),
    ...rating,
    level: text("level").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.factor] }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("second_look_ratings_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);

/** One factor of a second look that an imported file tells of, beside the imported rating. */
export const importedSecondRatings = sqliteTable(
  "imported_second_ratings",
  {
    submissionId: text("submission_id").notNull(),
    codebookVersion: text("codebook_version").notNull(),
    factor: text("factor").notNull(),
    note: text("note").notNull().default(""),
    unsure: flag("unsure").default(false),
    level: text("level").notNull(),
    themes: text("themes", { mode: "json" }).$type<readonly string[]>().notNull().default([]),
    description: text("description").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.factor] }),
    foreignKey({
      columns: [t.submissionId, t.factor],
      foreignColumns: [submittedRatings.submissionId, submittedRatings.factor],
    }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("imported_second_ratings_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);
