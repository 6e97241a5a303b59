import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";

export interface ReportLine {
  readonly key: string;
  readonly label: string;
  readonly look: "part" | "subtotal" | "total";
  /** One for each column. */
  readonly cells: readonly ReportCell[];
}

export interface ReportCell {
  /** Such as "18.2 (18)". */
  readonly text: string;
  /** Whether it rests on so few cases that it is marked. */
  readonly few?: boolean;
}

export interface ReportTableProps {
  /** Names the table in the address of the page. */
  readonly id: string;
  readonly caption: string;
  /** What the first column names. */
  readonly lineLabel: string;
  readonly columns: readonly string[];
  readonly lines: readonly ReportLine[];
  /** What it comes to, in words that stand above it. */
  readonly summary?: readonly string[];
  /** How to read a cell, such as "Mean risk rating (number of cases)". */
  readonly notes: readonly string[];
  /** What is drawn of it; the table is then what the drawing opens. */
  readonly children?: ReactNode;
  /** The base in words, with its samples and the state of the dataset. */
  readonly base: string;
  readonly caveats: readonly string[];
}

/** A table of the report with what must travel with it: base, note and caveats. */
export function ReportTable(props: ReportTableProps) {
  const { id, caption, columns, lines, notes, base, caveats } = props;
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
        cells: [line.label, ...line.cells.map(contentOf)],
        look: line.look === "part" ? undefined : line.look,
      }))}
    />
  );
  return (
    <div className="report-table" id={id}>
      <h2 className="govuk-heading-m">{caption}</h2>
      {props.summary?.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {props.children}
      {props.children ? <Details summary="The same as a table">{table}</Details> : table}
      {notes.map((note) => (
        <p className="muted" key={note}>
          {note}
        </p>
      ))}
      <p>
        <b>Base:</b> {base}
      </p>
      <Details summary="What to keep in mind">
        <ul className="govuk-list govuk-list--bullet">
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </Details>
    </div>
  );
}

function contentOf({ text, few }: ReportCell): ReactNode {
  return few ? (
    <>
      {text}
      <span className="few-mark"> *</span>
    </>
  ) : (
    text
  );
}
