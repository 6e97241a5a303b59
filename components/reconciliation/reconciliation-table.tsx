import type { DecisionAction } from "./decision-state";
import { ChangeableRows, isDecided, ReadOnlyRows } from "./factor-rows";
import type { ReconciliationRow } from "./reconciliation-view";
import type { RowActions } from "./row-more";

/** A row per factor: where the coders stand, how far apart, and what was agreed. */
export function ReconciliationTable(props: {
  reference: string;
  rows: readonly ReconciliationRow[];
  /** Whether what is decided comes last, folded up. */
  undecidedFirst: boolean;
  /** Absent for those who only look on. */
  agree?: DecisionAction;
  actions: RowActions;
}) {
  const { agree, rows, undecidedFirst, actions } = props;
  const decided = undecidedFirst ? rows.filter(isDecided) : [];
  const first = rows.filter((row) => !decided.includes(row));
  // The one to talk about now; the others are a glance each until their turn comes.
  const next = rows.find((row) => (!row.agreed && row.difference !== "same") || row.again);
  const rowsOf = (row: ReconciliationRow) => {
    const shown = { row, open: row === next, quiet: decided.includes(row), actions };
    return agree ? (
      <ChangeableRows {...shown} agree={agree} key={row.factor.key} />
    ) : (
      <ReadOnlyRows {...shown} key={row.factor.key} />
    );
  };
  return (
    <table className="reconciliation">
      <caption className="govuk-visually-hidden">
        Ratings of case {props.reference} and agreed levels, the widest differences first
      </caption>
      <thead>
        <tr>
          <th scope="col">Risk factor</th>
          <th scope="col">
            Coders
            <span className="track-scale" aria-hidden="true">
              {[0, 1, 2, 3].map((score) => (
                <span key={score}>{score}</span>
              ))}
            </span>
          </th>
          <th scope="col">Difference</th>
          <th scope="col">Agreed level</th>
        </tr>
      </thead>
      {first.map(rowsOf)}
      {decided.length > 0 && (
        <tbody>
          <tr className="decided-from-here">
            <th scope="rowgroup" colSpan={4}>
              Decided ({decided.length})
            </th>
          </tr>
        </tbody>
      )}
      {decided.map(rowsOf)}
    </table>
  );
}
