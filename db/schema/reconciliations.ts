import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { keysOf } from "@/domain/cases";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import { ways } from "@/domain/reconciliation/reconciliation";
import { caseRecords } from "./case-records";
import { cases } from "./cases";
import { codebookLevels } from "./codebooks";
import { flag, id, isOneOf, moment } from "./columns";
import { people } from "./people";

/** One round of agreeing: the first starts when the case opens, the next when it is reopened. */
export const reconciliations = sqliteTable(
  "reconciliations",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    round: integer("round").notNull(),
    /** Why the case was reopened; "" for the first round. */
    reason: text("reason").notNull().default(""),
    startedAt: moment("started_at"),
    startedBy: text("started_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("reconciliations_round").on(t.caseId, t.round),
    check("reconciliations_first_round", sql`${t.round} >= 1`),
  ],
);

const tags = () =>
  text("tags", { mode: "json" }).$type<readonly DecisionTag[]>().notNull().default([]);

/**
 * A level agreed for a factor. A change is a further revision; the highest holds. When a case is
 * reopened, they count on from those of the round before.
 */
export const agreedRatings = sqliteTable(
  "agreed_ratings",
  {
    id: id(),
    reconciliationId: text("reconciliation_id")
      .notNull()
      .references(() => reconciliations.id),
    revision: integer("revision").notNull(),
    codebookVersion: text("codebook_version").notNull(),
    factor: text("factor").notNull(),
    level: text("level").notNull(),
    /** Null for a level carried over from imported agreed ratings: how is not known. */
    way: text("way", { enum: keysOf(ways) }),
    reason: text("reason").notNull().default(""),
    tags: tags(),
    /** Taken over from the version that was reopened. */
    carried: flag("carried").default(false),
    agreedAt: moment("agreed_at"),
    agreedBy: text("agreed_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("agreed_ratings_revision").on(t.reconciliationId, t.factor, t.revision),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("agreed_ratings_way", isOneOf(t.way, keysOf(ways))),
    check("agreed_ratings_revision_positive", sql`${t.revision} >= 1`),
    check("agreed_ratings_carried", sql`${t.carried} in (0, 1)`),
  ],
);

/** A case committed to the dataset. Each commitment is a version, and every version stays. */
export const datasetVersions = sqliteTable(
  "dataset_versions",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    version: integer("version").notNull(),
    /** The reconciliation that led to it; null for imported agreed ratings. */
    reconciliationId: text("reconciliation_id").references(() => reconciliations.id),
    recordRevision: integer("record_revision").notNull(),
    codebookVersion: text("codebook_version").notNull(),
    committedAt: moment("committed_at"),
    committedBy: text("committed_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("dataset_versions_version").on(t.caseId, t.version),
    uniqueIndex("dataset_versions_reconciliation").on(t.reconciliationId),
    foreignKey({
      columns: [t.caseId, t.recordRevision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("dataset_versions_version_positive", sql`${t.version} >= 1`),
  ],
);

/** One factor of a committed case. `way` is null for imported agreed ratings. */
export const datasetRatings = sqliteTable(
  "dataset_ratings",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => datasetVersions.id),
    codebookVersion: text("codebook_version").notNull(),
    factor: text("factor").notNull(),
    level: text("level").notNull(),
    way: text("way", { enum: keysOf(ways) }),
    reason: text("reason").notNull().default(""),
    tags: tags(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.factor] }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("dataset_ratings_way", isOneOf(t.way, keysOf(ways))),
  ],
);
