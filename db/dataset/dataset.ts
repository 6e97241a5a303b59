import { and, asc, desc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import { mayReadDataset } from "@/domain/workflow";
import { mayLearnCommitted } from "../blinding/blinding";
import { isCurrentRecord } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { dissentsOfVersions } from "../reconciliation/dissents";
import {
  caseRecords,
  cases,
  codebookLevels,
  datasetRatings,
  datasetVersions,
  people,
} from "../schema";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { storedKeys } from "../study/code-lists";

/** A committed case as the dataset shows it: its latest version. */
export interface DatasetRow {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly version: number;
  readonly committedAt: string;
  readonly codebookVersion: string;
  /** This version came in with an import, from before the study used Concord. */
  readonly imported: boolean;
  /** Whether the coders' independent ratings are there too. */
  readonly independentRatings: boolean;
  /** Being reconciled again; this version holds until the next is committed. */
  readonly reopened: boolean;
  /** Score by factor key. */
  readonly scores: Readonly<Record<string, number>>;
  readonly riskRating: number;
}

/** The newest committed version of a case. For use inside db/. */
export const isLatestVersion = sql`${datasetVersions.version} = (
  select max(v.version) from dataset_versions v where v.case_id = ${cases.id})`;

const isReopened = sql<boolean>`(case when exists (
  select 1 from reconciliations c where c.case_id = ${cases.id} and not exists (
    select 1 from dataset_versions v where v.reconciliation_id = c.id))
  then 1 else 0 end)`.mapWith((value) => Number(value) === 1);

const hasIndependentRatings = sql<boolean>`(case when exists (
  select 1 from rating_submissions s where s.case_id = ${cases.id}) then 1 else 0 end)`.mapWith(
  (value) => Number(value) === 1,
);

/** How many cases a page of the dataset holds. */
export const datasetRowsPerPage = 200;

/**
 * The committed cases of the analysed base, latest version each, by reference, a page at a time.
 * Null for those who may not read the dataset. `next` continues the list; `total` counts all that
 * the filter lets through.
 */
export async function listDataset(
  viewer: Viewer,
  filter: { sample?: string; caseType?: string; after?: string },
): Promise<{ rows: DatasetRow[]; next: string | null; total: number } | null> {
  if (!mayReadDataset(viewer)) return null;
  const db = reader();
  const caseTypes =
    filter.caseType === undefined ? [] : await storedKeys(db, "case_type", filter.caseType);
  const chosen = and(
    mayLearnCommitted(viewer, cases.id),
    isLatestVersion,
    eq(caseRecords.included, true),
    filter.sample === undefined ? undefined : eq(caseRecords.sample, filter.sample),
    filter.caseType === undefined ? undefined : inArray(caseRecords.caseType, caseTypes),
  );
  const versions = await db
    .select({
      id: datasetVersions.id,
      reference: cases.reference,
      sample: caseRecords.sample,
      caseType: caseRecords.caseType,
      version: datasetVersions.version,
      committedAt: datasetVersions.committedAt,
      codebookVersion: datasetVersions.codebookVersion,
      reconciliationId: datasetVersions.reconciliationId,
      reopened: isReopened,
      independentRatings: hasIndependentRatings,
    })
    .from(datasetVersions)
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .where(and(chosen, filter.after === undefined ? undefined : gt(cases.reference, filter.after)))
    .orderBy(asc(cases.reference))
    .limit(datasetRowsPerPage + 1);
  const page = versions.slice(0, datasetRowsPerPage);
  const scores = await scoresOf(
    db,
    page.map((row) => row.id),
  );
  const [count] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(datasetVersions)
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .where(chosen);
  return {
    rows: page.map(({ id, reconciliationId, ...row }) => {
      const own = scores.get(id) ?? {};
      return {
        ...row,
        imported: reconciliationId === null,
        scores: own,
        riskRating: Object.values(own).reduce((sum, score) => sum + score, 0),
      };
    }),
    next: versions.length > page.length ? (page[page.length - 1]?.reference ?? null) : null,
    total: count?.n ?? 0,
  };
}

/** The scores of each version by the key of its factor. For use inside db/. */
export async function scoresOf(
  db: Db,
  versionIds: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const rows = await db
    .select({
      versionId: datasetRatings.versionId,
      factor: datasetRatings.factor,
      score: codebookLevels.score,
    })
    .from(datasetRatings)
    .innerJoin(codebookLevels, isLevelOf)
    .where(inArray(datasetRatings.versionId, [...versionIds]));
  const scores = new Map<string, Record<string, number>>();
  for (const { versionId, factor, score } of rows) {
    const own = scores.get(versionId) ?? {};
    own[factor] = score;
    scores.set(versionId, own);
  }
  return scores;
}

const isLevelOf: SQL | undefined = and(
  eq(codebookLevels.codebookVersion, datasetRatings.codebookVersion),
  eq(codebookLevels.factor, datasetRatings.factor),
  eq(codebookLevels.level, datasetRatings.level),
);

/** The levels of the last committed version of a case, if they are open to the viewer. For db/. */
export async function latestRatings(db: Db, viewer: Viewer, caseId: string) {
  return db
    .select({
      factor: datasetRatings.factor,
      level: datasetRatings.level,
      way: datasetRatings.way,
      reason: datasetRatings.reason,
      tags: datasetRatings.tags,
    })
    .from(datasetRatings)
    .innerJoin(datasetVersions, eq(datasetVersions.id, datasetRatings.versionId))
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .where(and(eq(cases.id, caseId), isLatestVersion, mayLearnCommitted(viewer, cases.id)));
}

/** One committed version of a case, with what it says of each factor. */
export interface CommittedVersion {
  readonly version: number;
  readonly committedAt: string;
  readonly committedBy: string | null;
  readonly codebookVersion: string;
  readonly imported: boolean;
  readonly ratings: readonly {
    readonly factor: string;
    readonly level: string;
    readonly score: number;
    readonly reason: string;
    readonly tags: readonly DecisionTag[];
    /** The reasons of those who dissent. */
    readonly dissents: readonly string[];
  }[];
}

/** Every version of a case, newest first; empty when none is open to the viewer. */
export async function listVersions(viewer: Viewer, reference: string): Promise<CommittedVersion[]> {
  const db = reader();
  const rows = await db
    .select({
      version: datasetVersions.version,
      committedAt: datasetVersions.committedAt,
      committedBy: people.name,
      codebookVersion: datasetVersions.codebookVersion,
      reconciliationId: datasetVersions.reconciliationId,
      factor: datasetRatings.factor,
      level: datasetRatings.level,
      reason: datasetRatings.reason,
      tags: datasetRatings.tags,
      score: codebookLevels.score,
    })
    .from(datasetVersions)
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .innerJoin(datasetRatings, eq(datasetRatings.versionId, datasetVersions.id))
    .innerJoin(codebookLevels, isLevelOf)
    .leftJoin(people, eq(people.id, datasetVersions.committedBy))
    .where(and(eq(cases.reference, reference), mayLearnCommitted(viewer, cases.id)))
    .orderBy(desc(datasetVersions.version));
  const dissents = await dissentsOfVersions(db, viewer, reference);
  const versions = new Map<number, CommittedVersion>();
  for (const { factor, level, score, reason, tags, reconciliationId, ...version } of rows) {
    const from = dissents.filter((one) => one.version === version.version && one.factor === factor);
    const ratings = versions.get(version.version)?.ratings ?? [];
    versions.set(version.version, {
      ...version,
      imported: reconciliationId === null,
      ratings: [
        ...ratings,
        { factor, level, score, reason, tags, dissents: from.map((one) => one.reason) },
      ],
    });
  }
  return [...versions.values()];
}
