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
import type { Quote } from "@/domain/ratings/quotes";
import { assignments, cases } from "./cases";
import { codebookLevels } from "./codebooks";
import { flag, id, moment } from "./columns";

/** A coder's work in progress, theirs alone. `revision` grows by one with every save. */
export const drafts = sqliteTable(
  "drafts",
  {
    assignmentId: text("assignment_id")
      .primaryKey()
      .references(() => assignments.id),
    revision: integer("revision").notNull(),
    savedAt: moment("saved_at"),
  },
  (t) => [check("drafts_revision", sql`${t.revision} >= 1`)],
);

const rating = {
  codebookVersion: text("codebook_version").notNull(),
  factor: text("factor").notNull(),
  note: text("note").notNull().default(""),
  unsure: flag("unsure").default(false),
  quotes: text("quotes", { mode: "json" }).$type<readonly Quote[]>().notNull().default([]),
  themes: text("themes", { mode: "json" }).$type<readonly string[]>().notNull(),
  description: text("description").notNull().default(""),
};

/** One factor of a draft. A level not yet chosen is null. */
export const draftRatings = sqliteTable(
  "draft_ratings",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => drafts.assignmentId),
    ...rating,
    level: text("level"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.factor] }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("draft_ratings_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);

/** The moment a coder submitted, or a set of independent ratings that was imported. */
export const ratingSubmissions = sqliteTable(
  "rating_submissions",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    assignmentId: text("assignment_id").references(() => assignments.id),
    /** The name that an imported file gives to its coder. */
    importedCoder: text("imported_coder"),
    /**
     * Whether the coder joined later, where an imported file says that the ratings were given in
     * Concord: 1 or 0; null for all others.
     */
    importedJoinedLater: integer("imported_joined_later"),
    attempt: integer("attempt").notNull(),
    submittedAt: moment("submitted_at"),
  },
  (t) => [
    uniqueIndex("rating_submissions_attempt").on(t.assignmentId, t.attempt),
    uniqueIndex("rating_submissions_imported").on(t.caseId, t.importedCoder),
    index("rating_submissions_case").on(t.caseId),
    check(
      "rating_submissions_coder",
      sql`(${t.assignmentId} is null) <> (${t.importedCoder} is null)`,
    ),
    check(
      "rating_submissions_joined_later",
      sql`${t.importedJoinedLater} is null
        or (${t.importedCoder} is not null and ${t.importedJoinedLater} in (0, 1))`,
    ),
  ],
);

/** One factor of a submission: never changed, never deleted. */
export const submittedRatings = sqliteTable(
  "submitted_ratings",
  {
    submissionId: text("submission_id")
      .notNull()
      .references(() => ratingSubmissions.id),
    ...rating,
    level: text("level").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.factor] }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("submitted_ratings_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);

/** A coder took a submission back before the case opened. */
export const submissionsTakenBack = sqliteTable("submissions_taken_back", {
  submissionId: text("submission_id")
    .primaryKey()
    .references(() => ratingSubmissions.id),
  takenBackAt: moment("taken_back_at"),
});
