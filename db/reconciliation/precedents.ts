import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import { mentions } from "@/domain/reconciliation/precedents";
import type { Way } from "@/domain/reconciliation/reconciliation";
import { mayReadDataset } from "@/domain/workflow";
import { mayLearnPrecedents, mayLearnRatings } from "../blinding/blinding";
import { isCurrentRecord } from "../cases/case-facts";
import { isLatestVersion } from "../dataset/dataset";
import type { Viewer } from "../people/people";
import { levelsGiven } from "../ratings/given-ratings";
import { caseRecords, cases, datasetRatings, datasetVersions, precedents } from "../schema";
import type { Db } from "../store/engine";
import { reader } from "../store/store";

/** What was agreed where the coders of a committed case disagreed, kept for later cases. */
export interface Precedent {
  readonly reference: string;
  readonly sample: string;
  readonly codebookVersion: string;
  readonly factor: string;
  readonly summary: string;
  /** The levels that coders gave, each once: never who gave which. */
  readonly given: readonly string[];
  readonly level: string;
  readonly way: Way | null;
  readonly reason: string;
  readonly tags: readonly DecisionTag[];
  readonly madeAt: string;
}

const isNewest = sql`${precedents.revision} = (select max(p.revision) from precedents p
  where p.case_id = ${precedents.caseId} and p.factor = ${precedents.factor})`;

// What was made of it in the round under way is the room’s alone until that is committed.
const isNewestCommitted = sql`${precedents.revision} = (select max(p.revision) from precedents p
  where p.case_id = ${precedents.caseId} and p.factor = ${precedents.factor}
    and not exists (select 1 from reconciliations r
      where r.case_id = p.case_id and r.started_at < p.made_at
        and not exists (select 1 from dataset_versions v where v.reconciliation_id = r.id)))`;

// Taken back it is at once: that says no more than that it is no precedent.
const stillStands = sql`exists (select 1 from precedents n
  where n.case_id = ${precedents.caseId} and n.factor = ${precedents.factor} and n.stands
    and n.revision = (select max(p.revision) from precedents p
      where p.case_id = n.case_id and p.factor = n.factor))`;

/**
 * The precedents from committed cases, as they stand in the last version, newest first: those on a
 * factor, those whose summary or reason holds every word of a search. Of a reopened case none is
 * made or changed before it is committed again; one that is taken back is gone at once. Null for
 * those who may not read what is committed.
 */
export async function listPrecedents(
  viewer: Viewer,
  filter: { readonly factor?: string; readonly text?: string },
): Promise<Precedent[] | null> {
  if (!mayReadDataset(viewer)) return null;
  const db = reader();
  const rows = await db
    .select({
      caseId: cases.id,
      reference: cases.reference,
      sample: caseRecords.sample,
      codebookVersion: datasetVersions.codebookVersion,
      factor: precedents.factor,
      summary: precedents.summary,
      level: datasetRatings.level,
      way: datasetRatings.way,
      reason: datasetRatings.reason,
      tags: datasetRatings.tags,
      madeAt: precedents.madeAt,
    })
    .from(precedents)
    .innerJoin(cases, eq(cases.id, precedents.caseId))
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .innerJoin(datasetVersions, and(eq(datasetVersions.caseId, cases.id), isLatestVersion))
    .innerJoin(
      datasetRatings,
      and(
        eq(datasetRatings.versionId, datasetVersions.id),
        eq(datasetRatings.factor, precedents.factor),
      ),
    )
    .where(
      and(
        mayLearnPrecedents(viewer, cases.id),
        isNewestCommitted,
        eq(precedents.stands, true),
        stillStands,
        filter.factor === undefined ? undefined : eq(precedents.factor, filter.factor),
      ),
    )
    .orderBy(desc(precedents.madeAt), asc(cases.reference), asc(precedents.factor));
  const { text = "" } = filter;
  const found = rows.filter(({ summary, reason }) => mentions([summary, reason], text));
  const given = new Map<string, Awaited<ReturnType<typeof levelsGiven>>>();
  for (const { caseId } of found) given.set(caseId, await levelsGiven(db, viewer, caseId));
  return found.map(({ caseId, ...row }) => ({
    ...row,
    given: (given.get(caseId) ?? [])
      .filter((one) => one.factor === row.factor)
      .map(({ level }) => level),
  }));
}

/**
 * The newest entry on each factor of a case, whether the precedent stands or was taken back. Empty
 * unless the case is open to the viewer. For use inside db/.
 */
export async function newestPrecedents(db: Db, viewer: Viewer, caseId: string) {
  return db
    .select({
      factor: precedents.factor,
      revision: precedents.revision,
      stands: precedents.stands,
      summary: precedents.summary,
    })
    .from(precedents)
    .innerJoin(cases, eq(cases.id, precedents.caseId))
    .where(and(eq(cases.id, caseId), mayLearnRatings(viewer, cases.id), isNewest));
}
