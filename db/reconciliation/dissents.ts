import { and, asc, eq } from "drizzle-orm";
import { mayLearnCommitted, mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { lettersOf } from "../ratings/given-ratings";
import {
  agreedRatings,
  assignments,
  cases,
  datasetDissents,
  datasetRatings,
  datasetVersions,
  dissents,
  importedDissents,
  ratingSubmissions,
} from "../schema";
import type { Db } from "../store/engine";

/** A coder's dissent from an agreed level, under a letter instead of a name. */
export interface Dissent {
  readonly id: string;
  readonly letter: string;
  readonly reason: string;
  /** Whether it is the viewer's own. */
  readonly own: boolean;
}

/**
 * Every dissent that was recorded or withdrawn in a case, oldest first. Empty unless the case is
 * open to the viewer. For use inside db/.
 */
export async function dissentHistory(db: Db, viewer: Viewer, caseId: string) {
  const letters = await lettersOf(db, viewer, caseId);
  const rows = await db
    .select({
      id: dissents.id,
      assignmentId: dissents.assignmentId,
      coderId: assignments.coderId,
      factor: dissents.factor,
      level: agreedRatings.level,
      stands: dissents.stands,
      reason: dissents.reason,
    })
    .from(dissents)
    .innerJoin(assignments, eq(assignments.id, dissents.assignmentId))
    .innerJoin(agreedRatings, eq(agreedRatings.id, dissents.agreedRatingId))
    .innerJoin(cases, eq(cases.id, assignments.caseId))
    .where(and(eq(cases.id, caseId), mayLearnRatings(viewer, cases.id)))
    .orderBy(asc(dissents.assignmentId), asc(dissents.factor), asc(dissents.revision));
  return rows.map(({ coderId, ...row }) => ({
    ...row,
    letter: letters.get(row.assignmentId) ?? "",
    own: coderId === viewer.id,
  }));
}

/**
 * The dissents that stood when each version of a case was committed, and those that came with an
 * import, of each version with the level that they are from. For use inside db/.
 */
export async function dissentsOfVersions(db: Db, viewer: Viewer, reference: string) {
  const ofCase = and(eq(cases.reference, reference), mayLearnCommitted(viewer, cases.id));
  const recorded = await db
    .select({
      version: datasetVersions.version,
      factor: dissents.factor,
      reason: dissents.reason,
    })
    .from(datasetDissents)
    .innerJoin(datasetVersions, eq(datasetVersions.id, datasetDissents.versionId))
    .innerJoin(dissents, eq(dissents.id, datasetDissents.dissentId))
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .where(ofCase)
    .orderBy(asc(dissents.recordedAt), asc(dissents.id));
  const ofFiles = await db
    .select({
      version: datasetVersions.version,
      factor: importedDissents.factor,
      reason: importedDissents.reason,
    })
    .from(importedDissents)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, importedDissents.submissionId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .innerJoin(datasetVersions, eq(datasetVersions.caseId, cases.id))
    .innerJoin(datasetRatings, isFromLevel)
    .where(ofCase)
    // Not by their letters: the page does not say who dissented.
    .orderBy(asc(importedDissents.reason));
  const imported = ofFiles.map(({ reason, ...row }) => ({ ...row, reason: reason || unsaid }));
  return [...imported, ...recorded];
}

const isFromLevel = and(
  eq(datasetRatings.versionId, datasetVersions.id),
  eq(datasetRatings.factor, importedDissents.factor),
  eq(datasetRatings.level, importedDissents.level),
);

const unsaid = "the file that it came with gives no reason";
