import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { CaseState, Reasons } from "@/domain/releases/changes";
import { mayLearnCommitted } from "../blinding/blinding";
import { recordAt } from "../cases/case-records";
import type { Viewer } from "../people/people";
import { caseRecords, datasetRatings, datasetVersions, reconciliations } from "../schema";
import type { Db } from "../store/engine";
import type { CaseInRelease } from "./cases";

/** A case as it was at one place, with the reasons for its levels. */
export interface PlacedCase extends CaseState {
  readonly levelReasons: Reasons["levels"];
}

/** Where in its own course a case is: at which revision of its record, in which version. */
export type Place = Pick<CaseInRelease, "id" | "revision" | "versionId" | "version">;

/**
 * A case as it was at one place, without a level where the viewer may not learn what is committed.
 * For use inside db/.
 */
export async function caseAt(db: Db, viewer: Viewer, at: Place): Promise<PlacedCase> {
  const record = await recordAt(db, at.id, at.revision);
  if (at.versionId === null) return { record, levels: null, levelReasons: {} };
  const rows = await db
    .select({
      factor: datasetRatings.factor,
      level: datasetRatings.level,
      reason: datasetRatings.reason,
    })
    .from(datasetRatings)
    .innerJoin(datasetVersions, eq(datasetVersions.id, datasetRatings.versionId))
    .where(
      and(
        eq(datasetRatings.versionId, at.versionId),
        mayLearnCommitted(viewer, datasetVersions.caseId),
      ),
    );
  return {
    record,
    levels: Object.fromEntries(rows.map(({ factor, level }) => [factor, level])),
    levelReasons: Object.fromEntries(rows.map(({ factor, reason }) => [factor, reason])),
  };
}

/**
 * Why the record of a case was changed between two places. As on the history of the record: told
 * once something is committed, to those who may learn it. For use inside db/.
 */
export async function recordReasons(
  db: Db,
  viewer: Viewer,
  before: Place,
  { id, revision, version }: Place,
): Promise<string[]> {
  if (version === null) return [];
  const rows = await db
    .select({ reason: caseRecords.reason })
    .from(caseRecords)
    .where(
      and(
        eq(caseRecords.caseId, id),
        gt(caseRecords.revision, before.revision),
        lte(caseRecords.revision, revision),
        mayLearnCommitted(viewer, caseRecords.caseId),
      ),
    )
    .orderBy(asc(caseRecords.revision));
  return rows.flatMap(({ reason }) => reason || []);
}

/**
 * Why a case was reopened between two places, for those who may learn what is committed. For use
 * inside db/.
 */
export async function reopeningReasons(
  db: Db,
  viewer: Viewer,
  before: Place,
  { id, version }: Place,
): Promise<string[]> {
  const rows = await db
    .select({ reason: reconciliations.reason })
    .from(datasetVersions)
    .innerJoin(reconciliations, eq(reconciliations.id, datasetVersions.reconciliationId))
    .where(
      and(
        eq(datasetVersions.caseId, id),
        gt(datasetVersions.version, before.version ?? 0),
        lte(datasetVersions.version, version ?? 0),
        mayLearnCommitted(viewer, datasetVersions.caseId),
      ),
    )
    .orderBy(asc(datasetVersions.version));
  return rows.flatMap(({ reason }) => reason || []);
}
