import { classes } from "@/components/ui/field-words";
import type { Choice } from "@/components/ui/select-field";
import { decisionTags } from "@/domain/reconciliation/decision-tags";
import { chosenWays, ways } from "@/domain/reconciliation/reconciliation";
import { DecisionRows } from "./decision-rows";
import type { DecisionAction } from "./decision-state";
import { DifferenceTag } from "./difference-tag";
import { Fold } from "./fold";
import { GivenNotes } from "./given-notes";
import { AgreedLevel } from "./live";
import type { ReconciliationRow } from "./reconciliation-view";
import { type RowActions, RowMore } from "./row-more";
import { Track } from "./track";

function FirstCells({ row }: { row: ReconciliationRow }) {
  return (
    <>
      <th scope="row">
        <span className="factor-number" aria-hidden="true">
          {row.factor.number}
        </span>
        {row.factor.label}
      </th>
      <td>
        <Track row={row} />
      </td>
      <td>
        <DifferenceTag difference={row.difference} />
      </td>
    </>
  );
}

interface Shown {
  readonly row: ReconciliationRow;
  readonly open: boolean;
  readonly quiet: boolean;
  readonly actions: RowActions;
}

/** For those who may agree the level. */
export function ChangeableRows(props: Shown & { agree: DecisionAction }) {
  const { row, open, quiet, actions, agree } = props;
  return (
    <DecisionRows
      factor={{ key: row.factor.key, label: row.factor.label }}
      levels={levelChoices(row)}
      ways={wayChoices(row)}
      tagChoices={tagChoices}
      reasonHint={reasonHint(row)}
      agreed={row.agreed}
      again={row.again}
      action={agree}
      open={open}
      quiet={quiet}
      cells={<FirstCells row={row} />}
      notes={<GivenNotes row={row} />}
      more={<RowMore row={row} actions={actions} />}
    />
  );
}

/** For those who only look on. */
export function ReadOnlyRows({ row, open, quiet, actions }: Shown) {
  const { agreed, factor } = row;
  return (
    <tbody
      id={`row-${factor.key}`}
      className={classes("reconcile", quiet && "quiet")}
      data-decided={isDecided(row) ? "" : undefined}
    >
      <tr className="reconcile-row">
        <FirstCells row={row} />
        <td>
          <AgreedLevel factor={factor.key} agreed={agreed} />
        </td>
      </tr>
      <tr className="reconcile-more">
        <td colSpan={4}>
          <div className="row-more">
            <Fold
              open={open}
              summary={
                <>
                  Notes<span className="govuk-visually-hidden"> on {factor.label}</span>
                </>
              }
            >
              <GivenNotes row={row} />
              {agreed?.reason && (
                <p>
                  <b>Reason:</b> {agreed.reason}
                </p>
              )}
            </Fold>
            <RowMore row={row} actions={actions} />
          </div>
        </td>
      </tr>
    </tbody>
  );
}

/** Whether what was agreed stands. */
export function isDecided({ agreed, again }: ReconciliationRow): boolean {
  return agreed !== null && !again;
}

function levelChoices({ factor }: ReconciliationRow): Choice[] {
  return [...factor.levels]
    .sort((a, b) => a.score - b.score)
    .map(({ key, label }) => ({ value: key, label }));
}

function wayChoices({ thirdCoder }: ReconciliationRow): Choice[] {
  return chosenWays
    .filter((way) => way !== "third_coder" || thirdCoder)
    .map((way) => ({ value: way, label: ways[way].label }));
}

const tagChoices: readonly Choice[] = Object.entries(decisionTags).map(([value, { label }]) => ({
  value,
  label,
}));

function reasonHint({ difference }: ReconciliationRow): string {
  if (difference === "presence_differs") return "Needed: presence differs";
  if (difference === "two_or_more_apart") return "Needed: levels are two or more apart";
  return "Needed when no coder gave the agreed level, and when the lead decides alone";
}
