import { eq, max } from "drizzle-orm";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { reasonFrom } from "@/domain/reason";
import { mayReopen } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { knownCase } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { agreedRatings, reconciliations } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { write } from "../store/store";
import { latestRatings } from "./dataset";

/**
 * Reopens a committed case for a reason. A new round of reconciliation starts from the levels of
 * the last version, which stays as it is; their revisions count on, so that whoever has a page of an
 * earlier round open is told that it is out of date.
 */
export async function reopenCase(
  viewer: Viewer,
  reference: string,
  reason: string,
): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayReopen(viewer, found.facts)) return notFound;
    const why = reasonFrom(reason, "Enter a reason for reopening the case");
    if (why.kind !== "done") return why;
    const last = await latestRatings(tx, viewer, found.id);
    const rounds = await tx
      .select({ round: reconciliations.round })
      .from(reconciliations)
      .where(eq(reconciliations.caseId, found.id));
    const revisions = await lastRevisions(tx, found.id);
    const stored = await tx
      .insert(reconciliations)
      .values({
        caseId: found.id,
        round: rounds.length + 1,
        reason: why.value,
        startedBy: personIdOf(viewer),
      })
      .returning({ id: reconciliations.id });
    const round = theRow(stored, "A round was not stored");
    await tx.insert(agreedRatings).values(
      last.map(({ factor, level, way, reason: given, tags }) => ({
        reconciliationId: round.id,
        codebookVersion: found.codebookVersion,
        factor,
        level,
        way,
        reason: given,
        tags,
        revision: (revisions.get(factor) ?? 0) + 1,
        carried: true,
        agreedBy: personIdOf(viewer),
      })),
    );
    await record(tx, viewer, { action: "reopened the case", caseId: found.id, reason: why.value });
    return done();
  });
}

/** The last revision of each factor in all rounds of a case. */
async function lastRevisions(tx: Db, caseId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ factor: agreedRatings.factor, revision: max(agreedRatings.revision) })
    .from(agreedRatings)
    .innerJoin(reconciliations, eq(reconciliations.id, agreedRatings.reconciliationId))
    .where(eq(reconciliations.caseId, caseId))
    .groupBy(agreedRatings.factor);
  return new Map(rows.map(({ factor, revision }) => [factor, revision ?? 0]));
}
