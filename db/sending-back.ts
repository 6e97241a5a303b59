import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { personIdOf, record } from "./audit";
import type { Viewer } from "./people";
import { roundUnderWay } from "./reconciliations";
import { proposalsSentBack } from "./schema";
import { write } from "./store";

/** Sends a proposed commit back for a reason, instead of confirming it. */
export async function sendCommitBack(
  viewer: Viewer,
  reference: string,
  reason: string,
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundUnderWay(tx, viewer, reference);
    if (!round?.current.proposal?.mayConfirm) return notFound;
    const proposalId = round.current.proposal.id;
    const why = reason.trim().replaceAll("\r\n", "\n");
    if (why === "") return refused("reason", "Enter a reason for sending it back");
    if (why.length > 4000) return refused("reason", "Shorten the reason to 4,000 characters");
    await tx
      .insert(proposalsSentBack)
      .values({ proposalId, reason: why, sentBackBy: personIdOf(viewer) });
    await record(tx, viewer, { action: "sent a commit back", caseId: round.found.id });
    return done();
  });
}
