import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { Reconciliation } from "@/components/reconciliation/reconciliation";
import { getReconciliation } from "@/db/reconciliations";
import { makePrecedentAction, takePrecedentBackAction } from "../actions";
import {
  acceptAction,
  agreeAction,
  commitAction,
  dissentAction,
  withdrawDissentAction,
} from "./actions";
import { rowPrecedents } from "./precedents";
import { Proposal } from "./proposal";
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
  const page = { reference, personId: viewer.id };
  const precedents = await rowPrecedents(viewer, reference);
  return (
    <Shell viewer={viewer} current="/cases">
      <Proposal current={current} />
      <Reconciliation
        view={reconciliationView(current, precedents)}
        agree={agreeAction.bind(null, reference)}
        acceptAllTheSame={acceptAction.bind(null, reference)}
        commit={commitAction.bind(null, reference)}
        rowActions={{
          ...(current.mayDissent && {
            dissent: dissentAction.bind(null, page),
            withdrawDissent: withdrawDissentAction.bind(null, page),
          }),
          makePrecedent: makePrecedentAction.bind(null, reference),
          takePrecedentBack: takePrecedentBackAction.bind(null, reference),
        }}
      />
    </Shell>
  );
}
