import { Notice } from "@/components/ui/notice";
import type { Reconciliation } from "@/db/reconciliation/reconciliations";
import { formatDateTime } from "@/domain/dates";

/** The commit that waits for a second person, or was sent back by them. */
export function Proposal({ current }: { current: Reconciliation }) {
  const { proposal, sentBack, reference } = current;
  if (proposal)
    return (
      <Notice>
        {proposal.own ? "You" : (proposal.by ?? "Command line")} proposed to commit this case on{" "}
        {formatDateTime(proposal.at)}.{" "}
        {proposal.mayConfirm ? (
          <a className="govuk-link" href={`/cases/${reference}/reconcile/commit`}>
            Confirm it or send it back
          </a>
        ) : (
          "It waits for a second person"
        )}
        . When a level is agreed anew, the proposal lapses.
      </Notice>
    );
  if (!sentBack) return null;
  return (
    <Notice>
      {sentBack.by ?? "Command line"} sent the commit back on {formatDateTime(sentBack.at)}:{" "}
      {sentBack.reason}
    </Notice>
  );
}
