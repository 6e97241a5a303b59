import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CheckCommit, type CommitLine } from "@/components/reconciliation/check-commit";
import { type CommittedVersion, listVersions } from "@/db/dataset/dataset";
import { getReconciliation, type Reconciliation } from "@/db/reconciliation/reconciliations";
import { currentCodeLists } from "@/db/study/code-lists";
import { levelOf } from "@/domain/codebook/codebook";
import { formatDateTime } from "@/domain/dates";
import { seenOf } from "@/domain/reconciliation/commitment";
import { tagLabels } from "@/domain/reconciliation/decision-tags";
import { ways } from "@/domain/reconciliation/reconciliation";
import { sumOfScores } from "../../rating-view";
import { confirmCommitAction, sendBackAction } from "./actions";

interface Props {
  params: Promise<{ reference: string }>;
}

const reconciliationOf = cache(getReconciliation);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(`Commit case ${reference}`, async (viewer) => {
    const current = await reconciliationOf(viewer, reference);
    return current?.mayAgree || current?.proposal?.mayConfirm;
  });
}

export default async function CommitPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/reconcile/commit`);
  const current = await reconciliationOf(viewer, reference);
  if (!current?.mayAgree && !current?.proposal?.mayConfirm) notFound();
  if (current.rows.some((row) => !row.agreed || row.again))
    redirect(`/cases/${reference}/reconcile`);
  const [before] = await listVersions(viewer, reference);
  const lines = linesOf(current, before);
  const { proposal } = current;
  return (
    <Shell viewer={viewer} current="/cases">
      <CheckCommit
        reference={current.reference}
        facts={caseFacts(await currentCodeLists(), current)}
        version={(before?.version ?? 0) + 1}
        lines={lines}
        riskRating={sumOfScores(lines)}
        hidden={{ seen: seenOf(current) }}
        confirm={confirmCommitAction.bind(null, reference)}
        secondPerson={secondPersonWords(current)}
        proposes={current.secondPersonConfirms && !proposal?.mayConfirm}
        mayConfirm={!proposal || proposal.mayConfirm}
        sendBack={
          proposal?.mayConfirm
            ? { action: sendBackAction.bind(null, reference), hidden: { proposal: proposal.id } }
            : undefined
        }
      />
    </Shell>
  );
}

function secondPersonWords({ secondPersonConfirms, proposal }: Reconciliation) {
  if (!secondPersonConfirms) return undefined;
  if (!proposal)
    return "A second person confirms each commit. You propose this one: another lead, or a coder of this case, then commits it or sends it back.";
  const when = formatDateTime(proposal.at);
  if (proposal.own)
    return `You proposed this commit on ${when}. It waits for another lead, or a coder of this case, to confirm it or send it back.`;
  return `${proposal.by ?? "Command line"} proposed this commit on ${when}, and you are the second person: confirm it, or send it back.`;
}

function linesOf(current: Reconciliation, before: CommittedVersion | undefined): CommitLine[] {
  const rows = [...current.rows].sort((a, b) => a.factor.number - b.factor.number);
  return rows.flatMap(({ factor, agreed, dissents }) => {
    if (!agreed) return [];
    const level = levelOf(factor, agreed.level);
    const last = before?.ratings.find((rating) => rating.factor === factor.key)?.level;
    return [
      {
        key: factor.key,
        number: factor.number,
        label: factor.label,
        levelLabel: level.label,
        score: level.score,
        wayLabel: agreed.way ? ways[agreed.way].label : "Imported agreed rating",
        reason: agreed.reason,
        tags: tagLabels(agreed.tags),
        dissents: dissents.map(({ letter, reason }) => `${letter}: ${reason}`),
        changedFrom:
          last === undefined || last === agreed.level ? null : levelOf(factor, last).label,
      },
    ];
  });
}
