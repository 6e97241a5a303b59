import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { reasonFrom } from "@/domain/reason";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { roundUnderWay } from "../reconciliation/reconciliations";
import { proposalsSentBack } from "../schema";
import { write } from "../store/store";

/**
 * Sends a proposed commit back for a reason, instead of confirming it. Refused when another stands
 * than the `proposal` of this id, which the page showed.
 */
export async function sendCommitBack(
  viewer: Viewer,
  reference: string,
  { proposal, reason }: { readonly proposal: string; readonly reason: string },
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundUnderWay(tx, viewer, reference);
    if (!round?.current.proposal?.mayConfirm) return notFound;
    const proposalId = round.current.proposal.id;
    if (proposalId !== proposal)
      return refused(
        "",
        "This commit was proposed anew since you opened this page. It has not been sent back. Check the levels again, and send it back if you would still look at something again.",
      );
    const why = reasonFrom(reason, "Enter a reason for sending it back");
    if (why.kind !== "done") return why;
    await tx
      .insert(proposalsSentBack)
      .values({ proposalId, reason: why.value, sentBackBy: personIdOf(viewer) });
    await record(tx, viewer, { action: "sent a commit back", caseId: round.found.id });
    return done();
  });
}
