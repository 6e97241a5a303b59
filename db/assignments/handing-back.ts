import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayHandBack } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { knownCase } from "../cases/case-facts";
import { commandLineViewer, type Viewer } from "../people/people";
import { openIfAllSubmitted } from "../ratings/opening";
import { assignmentReleases } from "../schema";
import { write } from "../store/store";

/**
 * Hands a case back that the viewer was to rate and has not submitted, without a reason. What they
 * drafted stays theirs and never counts, and the case is no longer theirs. It opens when two coders
 * or more are left and all of them have submitted; with fewer it waits for the lead to assign
 * another.
 */
export async function handBackCase(viewer: Viewer, reference: string): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found?.assignmentId || !mayHandBack(found.facts, found.own)) return notFound;
    const { id: caseId, assignmentId } = found;
    await tx
      .insert(assignmentReleases)
      .values({ assignmentId, reason: "", releasedBy: personIdOf(viewer) });
    await record(tx, viewer, { action: "handed the case back", caseId });
    // Whoever handed it back does not know the case any more, and could not find it.
    await openIfAllSubmitted(tx, commandLineViewer(), caseId);
    return done();
  });
}
