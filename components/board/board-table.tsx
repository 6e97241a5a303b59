import { type StageKey, StageTag } from "@/components/cases/stage-tag";
import { ErrorMessage } from "../ui/field-words";
import { Mark, type MarkProps } from "./mark";

export interface BoardCoder {
  readonly id: string;
  readonly name: string;
  /** What waits for them, such as "3 to rate". */
  readonly load: string;
}

export interface BoardLine {
  readonly reference: string;
  readonly sample: string;
  readonly stage: StageKey;
  readonly stageLabel: string;
  readonly excluded: boolean;
  /** Whether coders can be assigned to it, so that it can be selected. */
  readonly selectable: boolean;
  /** By coder; those who do not code it are not in it. */
  readonly marks: ReadonlyMap<string, MarkProps>;
}

interface Props {
  readonly lines: readonly BoardLine[];
  readonly coders: readonly BoardCoder[];
  /** What is wrong with the cases that were selected. */
  readonly error?: string;
}

/** Cases by coders. On a narrow screen a card for each case, with the coders that it has. */
export function BoardTable({ lines, coders, error }: Props) {
  if (lines.length === 0) return <p className="govuk-body">No case fits these filters.</p>;
  const first = lines.find(({ selectable }) => selectable);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus
    <section className="table-scroll" aria-label="Board" tabIndex={0}>
      <ErrorMessage name="cases">{error}</ErrorMessage>
      <table className="govuk-table table-cards board">
        <caption className="govuk-visually-hidden">Cases, and where their coders stand</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {["Case", "Sample", "Stage"].map((label) => (
              <th scope="col" className="govuk-table__header" key={label}>
                {label}
              </th>
            ))}
            {coders.map(({ id, name, load }) => (
              <th scope="col" className="govuk-table__header" key={id}>
                {name} <span className="board-load">{load}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {lines.map((line) => (
            <BoardRow
              line={line}
              coders={coders}
              isFirst={line === first}
              error={error}
              key={line.reference}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly line: BoardLine;
  readonly coders: readonly BoardCoder[];
  /** Whether it is the first that can be selected: an error leads to it. */
  readonly isFirst: boolean;
  readonly error?: string;
}

function BoardRow({ line, coders, isFirst, error }: RowProps) {
  const { reference, sample, stage, stageLabel, excluded, selectable, marks } = line;
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <span className="board-case">
          {selectable ? (
            <input
              type="checkbox"
              className="board-pick"
              name="cases"
              value={reference}
              id={isFirst ? "cases" : undefined}
              aria-label={`Select ${reference}`}
              aria-describedby={error ? "cases-error" : undefined}
            />
          ) : (
            <span className="board-pick" />
          )}
          <a className="govuk-link" href={`/cases/${reference}`}>
            {reference}
          </a>
        </span>
      </th>
      <td className="govuk-table__cell">
        <span className="card-label">Sample</span>
        {sample}
      </td>
      <td className="govuk-table__cell">
        <span className="card-label">Stage</span>
        <StageTag stage={stage} label={stageLabel} excluded={excluded} />
      </td>
      {coders.map(({ id, name }) => (
        <MarkCell name={name} mark={marks.get(id)} key={id} />
      ))}
    </tr>
  );
}

function MarkCell({ name, mark }: { name: string; mark: MarkProps | undefined }) {
  if (!mark) return <td className="govuk-table__cell" />;
  return (
    <td className="govuk-table__cell">
      <span className="card-label">{name}</span>
      <Mark {...mark} />
    </td>
  );
}
