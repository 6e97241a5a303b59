import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import type { ShownCell, ShownLine } from "@/domain/tables/shown-table";
import { TableSection, type TableSectionProps } from "./table-section";

/** A line of which figures may lead to the cases behind them. */
export interface ReportLine extends ShownLine {
  readonly cells: readonly ReportCell[];
}

export interface ReportCell extends ShownCell {
  /** The page that lists the cases behind it. */
  readonly href?: string;
}

export interface ReportTableProps extends Omit<TableSectionProps, "children"> {
  /** What the first column names. */
  readonly lineLabel: string;
  readonly columns: readonly string[];
  readonly lines: readonly ReportLine[];
  /** What it comes to, in words that stand above it. */
  readonly summary?: readonly string[];
  /** What is drawn of it; the table is then what the drawing opens. */
  readonly children?: ReactNode;
}

/** A table of the report with what must travel with it: base, note and caveats. */
export function ReportTable(props: ReportTableProps) {
  const { id, caption, columns, lines, notes, noteLink, base, caveats } = props;
  const table = (
    <DataTable
      captionHidden
      caption={caption}
      columns={[
        { key: "line", label: props.lineLabel },
        ...columns.map((label) => ({ key: label, label, numeric: true })),
      ]}
      rows={lines.map((line) => ({
        key: line.key,
        cells: [
          line.label,
          ...line.cells.map((cell, index) => contentOf(cell, `${line.label}, ${columns[index]}`)),
        ],
        look: line.look === "part" ? undefined : line.look,
      }))}
    />
  );
  return (
    <TableSection
      id={id}
      caption={caption}
      notes={notes}
      noteLink={noteLink}
      base={base}
      caveats={caveats}
      takeAway={props.takeAway}
    >
      {props.summary?.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {props.children}
      {props.children ? <Details summary="The same as a table">{table}</Details> : table}
    </TableSection>
  );
}

/** A figure; one that leads on says of what it is, figure first, where it is read out alone. */
function contentOf({ text, few, href }: ReportCell, place: string): ReactNode {
  const figure = href ? (
    <a className="govuk-link figure" href={href} aria-label={`${text}, ${place}`}>
      {text}
    </a>
  ) : (
    text
  );
  return few ? (
    <>
      {figure}
      <span className="few-mark"> *</span>
    </>
  ) : (
    figure
  );
}
