import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CheckCommit, type CommitLine } from "@/components/reconciliation/check-commit";
import { type CommittedVersion, listVersions } from "@/db/dataset";
import { getReconciliation, type Reconciliation } from "@/db/reconciliations";
import { levelOf } from "@/domain/codebook/codebook";
import { ways } from "@/domain/reconciliation";
import { sumOfScores } from "../../rating-view";
import { confirmCommitAction } from "./actions";

interface Props {
  params: Promise<{ reference: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Commit case ${(await params).reference}` };
}

export default async function CommitPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/reconcile/commit`);
  const current = await getReconciliation(viewer, reference);
  if (!current?.mayAgree) notFound();
  if (current.rows.some((row) => !row.agreed || row.again))
    redirect(`/cases/${reference}/reconcile`);
  const [before] = await listVersions(viewer, reference);
  const lines = linesOf(current, before);
  return (
    <Shell viewer={viewer} current="/cases">
      <CheckCommit
        reference={current.reference}
        facts={caseFacts(current)}
        version={(before?.version ?? 0) + 1}
        lines={lines}
        riskRating={sumOfScores(lines)}
        hidden={{ decisions: String(current.decisions) }}
        confirm={confirmCommitAction.bind(null, reference)}
      />
    </Shell>
  );
}

function linesOf(current: Reconciliation, before: CommittedVersion | undefined): CommitLine[] {
  const rows = [...current.rows].sort((a, b) => a.factor.number - b.factor.number);
  return rows.flatMap(({ factor, agreed }) => {
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
        changedFrom:
          last === undefined || last === agreed.level ? null : levelOf(factor, last).label,
      },
    ];
  });
}
