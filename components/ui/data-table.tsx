import type { ReactNode } from "react";
import { classes } from "./field-words";

export interface Column {
  readonly key: string;
  readonly label: ReactNode;
  readonly numeric?: boolean;
  /** The label stands upright, over a narrow column. */
  readonly upright?: boolean;
}

export interface DataRow {
  readonly key: string;
  /** One per column; the first names the row. */
  readonly cells: readonly ReactNode[];
  readonly look?: "subtotal" | "total";
}

export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly DataRow[];
  /** The caption is read out and not drawn, where a heading says the same. */
  readonly captionHidden?: boolean;
  /** On a narrow screen: scroll sideways, or turn each row into a card. */
  readonly narrow?: "scroll" | "cards";
  /** Narrow cells, for tables of many numbers. */
  readonly dense?: boolean;
  /** What names the rows stays in view while the rest is moved sideways. */
  readonly namesStay?: boolean;
  /** Shown in place of rows when there are none. */
  readonly empty?: string;
}

/** A table. Wide ones scroll inside a region that the keyboard can reach. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, rows, captionHidden = false, narrow = "scroll", empty } = props;
  if (rows.length === 0 && empty) return <p className="govuk-body">{empty}</p>;
  const table = (
    <table
      className={classes(
        "govuk-table",
        narrow === "cards" && "table-cards",
        props.dense && "table-dense",
        props.namesStay && "names-stay",
      )}
    >
      <caption
        className={classes(
          "govuk-table__caption",
          captionHidden ? "govuk-visually-hidden" : "govuk-table__caption--m",
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column) => (
            <th
              scope="col"
              key={column.key}
              className={classes(
                "govuk-table__header",
                column.numeric && "govuk-table__header--numeric",
              )}
            >
              {column.upright ? <span className="upright">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr key={row.key} className={classes("govuk-table__row", row.look && `row-${row.look}`)}>
            {columns.map((column, index) => (
              <Cell
                column={column}
                rowHeader={index === 0}
                labelled={narrow === "cards"}
                key={column.key}
              >
                {row.cells[index]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === "cards") return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}

interface CellProps {
  readonly column: Column;
  readonly rowHeader: boolean;
  /** Whether it says what its column is: where the table can turn into cards. */
  readonly labelled: boolean;
  readonly children: ReactNode;
}

function Cell({ column, rowHeader, labelled, children }: CellProps) {
  if (rowHeader)
    return (
      <th scope="row" className="govuk-table__header">
        {children}
      </th>
    );
  return (
    <td className={classes("govuk-table__cell", column.numeric && "govuk-table__cell--numeric")}>
      {labelled && <span className="card-label">{column.label}</span>}
      {children}
    </td>
  );
}
