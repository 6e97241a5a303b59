import { and, asc, eq } from "drizzle-orm";
import { mayLearnCommitted, mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { lettersOf } from "../ratings/given-ratings";
import {
  agreedRatings,
  assignments,
  cases,
  datasetDissents,
  datasetVersions,
  dissents,
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

/** The dissents that stood when each version of a case was committed. For use inside db/. */
export async function dissentsOfVersions(db: Db, viewer: Viewer, reference: string) {
  return db
    .select({
      version: datasetVersions.version,
      factor: dissents.factor,
      reason: dissents.reason,
    })
    .from(datasetDissents)
    .innerJoin(datasetVersions, eq(datasetVersions.id, datasetDissents.versionId))
    .innerJoin(dissents, eq(dissents.id, datasetDissents.dissentId))
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .where(and(eq(cases.reference, reference), mayLearnCommitted(viewer, cases.id)))
    .orderBy(asc(dissents.recordedAt), asc(dissents.id));
}
