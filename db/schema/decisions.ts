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
import { assignments, cases } from "./cases";
import { codebookLevels } from "./codebooks";
import { flag, id, moment } from "./columns";
import { people } from "./people";
import { submittedRatings } from "./ratings";
import { agreedRatings, datasetVersions, reconciliations } from "./reconciliations";

/** A coder's dissent from an agreed level. Withdrawing it is a further revision; the highest holds. */
export const dissents = sqliteTable(
  "dissents",
  {
    id: id(),
    /** The decision that it is about. */
    agreedRatingId: text("agreed_rating_id")
      .notNull()
      .references(() => agreedRatings.id),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    factor: text("factor").notNull(),
    revision: integer("revision").notNull(),
    /** Whether it was recorded, or withdrawn. */
    stands: flag("stands"),
    reason: text("reason").notNull().default(""),
    recordedAt: moment("recorded_at"),
  },
  (t) => [
    uniqueIndex("dissents_revision").on(t.assignmentId, t.factor, t.revision),
    index("dissents_agreed_rating").on(t.agreedRatingId),
    check("dissents_revision_positive", sql`${t.revision} >= 1`),
    check("dissents_stands", sql`${t.stands} in (0, 1)`),
    check("dissents_reason", sql`(${t.stands} = 1) = (${t.reason} <> '')`),
  ],
);

/** The dissents that stood when a version was committed. */
export const datasetDissents = sqliteTable(
  "dataset_dissents",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => datasetVersions.id),
    dissentId: text("dissent_id")
      .notNull()
      .references(() => dissents.id),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.dissentId] })],
);

/** A dissent that an imported file tells of, beside the imported rating: from which agreed level. */
export const importedDissents = sqliteTable(
  "imported_dissents",
  {
    submissionId: text("submission_id").notNull(),
    codebookVersion: text("codebook_version").notNull(),
    factor: text("factor").notNull(),
    level: text("level").notNull(),
    /** "" where the file is without what people wrote in their own words. */
    reason: text("reason").notNull(),
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
  ],
);

/**
 * A decided disagreement that later cases can be held against. Taking it back is a further
 * revision; the highest holds.
 */
export const precedents = sqliteTable(
  "precedents",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    factor: text("factor").notNull(),
    revision: integer("revision").notNull(),
    /** Whether it was made, or taken back. */
    stands: flag("stands"),
    summary: text("summary").notNull().default(""),
    madeAt: moment("made_at"),
    madeBy: text("made_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("precedents_revision").on(t.caseId, t.factor, t.revision),
    check("precedents_revision_positive", sql`${t.revision} >= 1`),
    check("precedents_stands", sql`${t.stands} in (0, 1)`),
    check("precedents_summary", sql`(${t.stands} = 1) = (${t.summary} <> '')`),
  ],
);

/** A commit that one lead proposed, for a second person to confirm. The newest of a round holds. */
export const commitProposals = sqliteTable(
  "commit_proposals",
  {
    id: id(),
    reconciliationId: text("reconciliation_id")
      .notNull()
      .references(() => reconciliations.id),
    revision: integer("revision").notNull(),
    /** How many levels had been agreed then: when one is agreed anew, the proposal has lapsed. */
    decisions: integer("decisions").notNull(),
    proposedAt: moment("proposed_at"),
    proposedBy: text("proposed_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("commit_proposals_revision").on(t.reconciliationId, t.revision),
    check("commit_proposals_revision_positive", sql`${t.revision} >= 1`),
  ],
);

/** The second person sent a proposal back instead of confirming it. */
export const proposalsSentBack = sqliteTable("proposals_sent_back", {
  proposalId: text("proposal_id")
    .primaryKey()
    .references(() => commitProposals.id),
  reason: text("reason").notNull(),
  sentBackAt: moment("sent_back_at"),
  sentBackBy: text("sent_back_by").references(() => people.id),
});
