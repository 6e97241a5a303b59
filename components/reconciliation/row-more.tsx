import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextArea } from "@/components/ui/text-area";
import { PrecedentForm } from "./precedent-form";
import type { PrecedentLine, ReconciliationRow } from "./reconciliation-view";
import { RowForm } from "./row-form";

/** What can be done on a row besides agreeing its level; absent where the viewer may not. */
export interface RowActions {
  readonly dissent?: FormAction;
  readonly withdrawDissent?: FormAction;
  readonly makePrecedent?: FormAction;
  readonly takePrecedentBack?: FormAction;
}

/** What stands beside the notes and the decision of a factor: dissent and precedents. */
export function RowMore({ row, actions }: { row: ReconciliationRow; actions: RowActions }) {
  const { factor, ownPrecedent } = row;
  const { makePrecedent, takePrecedentBack } = actions;
  return (
    <>
      <Precedents row={row} />
      {row.dissents.map(({ letter, reason }) => (
        <p className="dissent" key={letter}>
          <b>{letter} dissents:</b> {reason}
        </p>
      ))}
      <OwnDissent row={row} actions={actions} />
      {ownPrecedent !== null && makePrecedent && takePrecedentBack && (
        <PrecedentForm
          factor={factor}
          summary={ownPrecedent}
          make={makePrecedent}
          takeBack={takePrecedentBack}
        />
      )}
    </>
  );
}

function OwnDissent({ row, actions }: { row: ReconciliationRow; actions: RowActions }) {
  const { factor, agreed } = row;
  const { dissent, withdrawDissent } = actions;
  if (!agreed || !dissent || !withdrawDissent) return null;
  if (row.dissents.some(({ own }) => own))
    return (
      <ActionForm action={withdrawDissent} hidden={{ factor: factor.key }}>
        <button type="submit" className="link-button">
          Withdraw your dissent
          <span className="govuk-visually-hidden"> on {factor.label}</span>
        </button>
      </ActionForm>
    );
  return (
    <RowForm factor={factor} what="Record dissent" revision={row.revision} action={dissent}>
      <TextArea
        name={`${factor.key}.dissent`}
        label={`Why do you dissent from ${agreed.levelLabel}?`}
        hint="It stays with the agreed level, in the dataset too."
        rows={2}
      />
      <Button look="secondary">
        Record dissent<span className="govuk-visually-hidden"> on {factor.label}</span>
      </Button>
    </RowForm>
  );
}

function Precedents({ row: { factor, precedents } }: { row: ReconciliationRow }) {
  if (precedents.length === 0) return null;
  const count = precedents.length === 1 ? "1 precedent" : `${precedents.length} precedents`;
  return (
    <details>
      <summary>
        {count}
        <span className="govuk-visually-hidden"> on {factor.label}</span>
      </summary>
      <ul className="precedents">
        {precedents.map((precedent) => (
          <li key={precedent.reference}>
            <OnePrecedent precedent={precedent} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OnePrecedent({ precedent }: { precedent: PrecedentLine }) {
  const { reference, summary, outcome, reason } = precedent;
  return (
    <>
      <p>
        <b>{summary}</b>
      </p>
      <p>
        <a className="govuk-link" href={`/cases/${reference}`}>
          Case {reference}
        </a>
        : {outcome}
      </p>
      {reason && <p className="muted">{reason}</p>}
    </>
  );
}
