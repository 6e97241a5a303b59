import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { Reconciliation } from "@/components/reconciliation/reconciliation";
import { getReconciliation } from "@/db/reconciliations";
import { acceptAction, agreeAction, commitAction } from "./actions";
import { reconciliationView } from "./view";

interface Props {
  params: Promise<{ reference: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Reconcile case ${(await params).reference}` };
}

export default async function ReconcilePage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/reconcile`);
  const current = await getReconciliation(viewer, reference);
  if (!current) notFound();
  return (
    <Shell viewer={viewer} current="/cases">
      <Reconciliation
        view={reconciliationView(current)}
        agree={agreeAction.bind(null, reference)}
        acceptAllTheSame={acceptAction.bind(null, reference)}
        commit={commitAction.bind(null, reference)}
      />
    </Shell>
  );
}
