import { and, eq, max } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import type { NewDissent } from "@/domain/reconciliation/dissent";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { dissents } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import { roundUnderWay } from "./reconciliations";

/**
 * Records the dissent of a coder of the case from an agreed level, with a reason. Refused with the
 * field "seenRevision" when the level was agreed anew since the page was opened.
 */
export async function recordDissent(
  viewer: Viewer,
  reference: string,
  { factor, reason, seenRevision }: NewDissent,
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundToDissent(tx, viewer, reference);
    if (!round) return notFound;
    const row = round.rows.find((one) => one.factor.key === factor);
    if (!row?.agreed) return refused("factor", "Select a factor whose level is agreed");
    if (row.agreed.revision !== seenRevision)
      return refused(
        "seenRevision",
        `${row.factor.label} was agreed anew since you opened this page. Your dissent has not been recorded. Record it again if you dissent from the level that holds now.`,
      );
    const { assignmentId } = round;
    await insertDissent(tx, { id: row.agreed.id, factor, assignmentId }, { stands: true, reason });
    await record(tx, viewer, {
      action: "recorded dissent",
      caseId: round.caseId,
      subject: row.factor.label,
    });
    return done();
  });
}

/** Withdraws the viewer's own dissent from the level agreed for a factor. */
export async function withdrawDissent(
  viewer: Viewer,
  reference: string,
  factor: string,
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundToDissent(tx, viewer, reference);
    if (!round) return notFound;
    const row = round.rows.find((one) => one.factor.key === factor);
    if (!row?.agreed || !row.dissents.some((dissent) => dissent.own))
      return refused("factor", "Your dissent was withdrawn already, or the level was agreed anew.");
    const { assignmentId } = round;
    const withdrawn = { stands: false, reason: "" };
    await insertDissent(tx, { id: row.agreed.id, factor, assignmentId }, withdrawn);
    await record(tx, viewer, {
      action: "withdrew dissent",
      caseId: round.caseId,
      subject: row.factor.label,
    });
    return done();
  });
}

async function roundToDissent(tx: Db, viewer: Viewer, reference: string) {
  const round = await roundUnderWay(tx, viewer, reference);
  if (!round?.current.mayDissent) return null;
  const { current, found } = round;
  // Whoever may dissent has an assignment.
  return { rows: current.rows, caseId: found.id, assignmentId: String(found.assignmentId) };
}

async function insertDissent(
  tx: Db,
  about: { readonly id: string; readonly factor: string; readonly assignmentId: string },
  dissent: { readonly stands: boolean; readonly reason: string },
): Promise<void> {
  const { id: agreedRatingId, factor, assignmentId } = about;
  const [last] = await tx
    .select({ revision: max(dissents.revision) })
    .from(dissents)
    .where(and(eq(dissents.assignmentId, assignmentId), eq(dissents.factor, factor)));
  const revision = (last?.revision ?? 0) + 1;
  await tx.insert(dissents).values({ agreedRatingId, assignmentId, factor, revision, ...dissent });
}
