import { Fragment } from "react";
import { DataTable } from "@/components/ui/data-table";

const mostShown = 100;

/** A cell of a file that is not as it should be, or may not be. */
export interface FaultOfCell {
  readonly sheet: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
  /** Where it is chosen what the value stands for. */
  readonly chooseHref?: string;
}

interface FaultTableProps {
  readonly caption: string;
  /** What the last column says. */
  readonly expectedLabel: string;
  /** How many there are, of which `faults` can be the first. */
  readonly count: number;
  readonly faults: readonly FaultOfCell[];
}

/** Cells of files by row and column, with what was found in them; the first hundred. */
export function FaultTable({ caption, expectedLabel, count, faults }: FaultTableProps) {
  const shown = faults.slice(0, mostShown);
  return (
    <DataTable
      caption={count > shown.length ? `${caption}: the first ${shown.length}` : caption}
      captionHidden={count <= shown.length}
      narrow="cards"
      columns={[
        { key: "row", label: "Row" },
        { key: "sheet", label: "Sheet" },
        { key: "column", label: "Column" },
        { key: "value", label: "Found" },
        { key: "expected", label: expectedLabel },
      ]}
      rows={shown.map(({ sheet, line, column, value, expected, chooseHref }, index) => ({
        key: String(index),
        cells: [
          <Fragment key="row">
            <span className="card-label">Row</span>
            {line}
          </Fragment>,
          sheet,
          column === "" ? "The whole row" : column,
          value === "" ? "Nothing" : value,
          chooseHref === undefined ? (
            expected
          ) : (
            <Fragment key="expected">
              {expected}
              <br />
              <a className="govuk-link" href={chooseHref}>
                Choose what “{value}” in {column} stands for
              </a>
            </Fragment>
          ),
        ],
      }))}
    />
  );
}
