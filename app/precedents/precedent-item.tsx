import { takePrecedentBackAction } from "@/app/cases/[reference]/actions";
import { TakeBack } from "@/components/reconciliation/precedent-form";
import { ActionForm } from "@/components/ui/action-form";
import type { Precedent } from "@/db/reconciliation/precedents";
import { formatDate } from "@/domain/dates";
import { precedentFactor, precedentOutcome } from "./words";

/** One precedent: what it settles, what was given and agreed, and why. */
export async function PrecedentItem(props: { precedent: Precedent; mayTakeBack: boolean }) {
  const { precedent, mayTakeBack } = props;
  const { reference, sample, factor, summary, reason, madeAt } = precedent;
  const label = await precedentFactor(precedent);
  return (
    <>
      <h2 className="govuk-heading-s">{summary}</h2>
      <p>
        <b>{label}:</b> {await precedentOutcome(precedent)}
      </p>
      {reason && <p className="precedent-reason">{reason}</p>}
      <p className="muted">
        <a className="govuk-link" href={`/cases/${reference}`}>
          Case {reference}
        </a>
        , sample {sample} · made {formatDate(madeAt)}
      </p>
      {mayTakeBack && (
        <ActionForm action={takePrecedentBackAction.bind(null, reference)} hidden={{ factor }}>
          <TakeBack label={`${label}, case ${reference}`} />
        </ActionForm>
      )}
    </>
  );
}
