import type { ReactNode } from "react";
import type { Choice } from "@/components/ui/select-field";
import { decisionTags, tagLabels } from "@/domain/decision-tags";
import { chosenWays, ways } from "@/domain/reconciliation";
import { DecisionRows } from "./decision-rows";
import type { DecisionAction } from "./decision-state";
import { DifferenceTag } from "./difference-tag";
import { GivenNotes } from "./given-notes";
import type { Agreed, ReconciliationRow } from "./reconciliation-view";
import { type RowActions, RowMore } from "./row-more";
import { Track } from "./track";

/** A row per factor: where the coders stand, how far apart, and what was agreed. */
export function ReconciliationTable(props: {
  reference: string;
  rows: readonly ReconciliationRow[];
  /** Absent for those who only look on. */
  agree?: DecisionAction;
  actions: RowActions;
}) {
  const { agree } = props;
  // The one to talk about now; the others are a glance each until their turn comes.
  const next = props.rows.find((row) => (!row.agreed && row.difference !== "same") || row.again);
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
      {props.rows.map((row) =>
        agree ? (
          <DecisionRows
            key={row.factor.key}
            factor={{ key: row.factor.key, label: row.factor.label }}
            levels={levelChoices(row)}
            ways={wayChoices(row)}
            tagChoices={tagChoices}
            reasonHint={reasonHint(row)}
            agreed={row.agreed && { ...decided(row.agreed), words: howAgreed(row) }}
            again={row.again}
            revision={row.revision}
            action={agree}
            open={row === next}
            cells={<FirstCells row={row} />}
            notes={<GivenNotes row={row} />}
            more={<RowMore row={row} actions={props.actions} />}
          />
        ) : (
          <ReadOnlyRows row={row} open={row === next} key={row.factor.key}>
            <RowMore row={row} actions={props.actions} />
          </ReadOnlyRows>
        ),
      )}
    </table>
  );
}

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

function ReadOnlyRows(props: { row: ReconciliationRow; open: boolean; children: ReactNode }) {
  const { row, open } = props;
  const { agreed, factor } = row;
  return (
    <tbody
      id={`row-${factor.key}`}
      className="reconcile"
      data-decided={agreed && !row.again ? "" : undefined}
    >
      <tr className="reconcile-row">
        <FirstCells row={row} />
        <td>
          {agreed ? <b>{agreed.levelLabel}</b> : <span className="muted">Not decided yet</span>}
          {agreed && <p className="agreed-words">{howAgreed(row)}</p>}
        </td>
      </tr>
      <tr className="reconcile-more">
        <td colSpan={4}>
          <div className="row-more">
            <details open={open}>
              <summary>
                Notes<span className="govuk-visually-hidden"> on {factor.label}</span>
              </summary>
              <GivenNotes row={row} />
              {agreed?.reason && (
                <p>
                  <b>Reason:</b> {agreed.reason}
                </p>
              )}
            </details>
            {props.children}
          </div>
        </td>
      </tr>
    </tbody>
  );
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

function decided({ level, way, reason, tags }: Agreed) {
  return { level, way, reason, tags };
}

function howAgreed({ agreed, again }: ReconciliationRow): string {
  if (!agreed) return "";
  const { levelLabel, wayLabel, tags, by, at, carried } = agreed;
  if (again) return `Decide again: a coder joined after ${levelLabel} was agreed`;
  const how = [wayLabel, tagLabels(tags).join(", "), `${by}, ${at}`].filter(Boolean).join(" · ");
  return carried ? `${how} · from the version before` : how;
}

function reasonHint({ difference }: ReconciliationRow): string {
  if (difference === "presence_differs") return "Needed: presence differs";
  if (difference === "two_or_more_apart") return "Needed: levels are two or more apart";
  return "Needed when no coder gave the agreed level, and when the lead decides alone";
}
