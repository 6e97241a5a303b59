import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { PageTitle } from "@/components/ui/page-title";
import type { DecisionAction } from "./decision-state";
import { ReconciliationTable } from "./reconciliation-table";
import { ReconciliationTiles } from "./reconciliation-tiles";
import type { ReconciliationView } from "./reconciliation-view";
import type { RowActions } from "./row-more";

export interface ReconciliationProps {
  readonly view: ReconciliationView;
  readonly agree: DecisionAction;
  readonly acceptAllTheSame: FormAction;
  /** Leads to the check page, or answers with what is left to decide. */
  readonly commit: FormAction;
  /** What can be done on a row besides: dissent, precedents. */
  readonly rowActions: RowActions;
}

/** The content of the reconciliation page. */
export function Reconciliation(props: ReconciliationProps) {
  const { view, agree, acceptAllTheSame, commit } = props;
  const { reference, coders, openedAt, mayAgree, acceptableCount, tiles } = view;
  const coderCount = `${coders.length} ${coders.length === 1 ? "coder" : "coders"}`;
  const facts = [...view.facts, coderCount, `Opened ${openedAt}`];
  return (
    <>
      <PageTitle
        title={`Reconcile case ${reference}`}
        facts={view.cycle ? [...facts, view.cycle] : facts}
      />
      <div className="reconcile-top">
        <ReconciliationTiles tiles={tiles} rows={view.rows} />
        {mayAgree && (
          <div className="reconcile-actions">
            {acceptableCount > 0 && (
              <ActionForm action={acceptAllTheSame}>
                <Button look="secondary">Accept all the same ({acceptableCount})</Button>
              </ActionForm>
            )}
            <ActionForm action={commit} key={tiles.left}>
              <Button look={view.ready ? "primary" : "secondary"}>Commit to the dataset</Button>
            </ActionForm>
          </div>
        )}
      </div>
      {!view.ready && (
        <p className="muted">{tiles.left} left to decide before this case can be committed</p>
      )}
      <ReconciliationTable
        reference={reference}
        rows={view.rows}
        agree={mayAgree ? agree : undefined}
        actions={props.rowActions}
      />
    </>
  );
}
