import { DataTable } from "@/components/ui/data-table";

export interface ReportLine {
  readonly key: string;
  readonly label: string;
  readonly kind: "type" | "subtotal" | "total";
  /** One text per column, such as "18.2 (18)". */
  readonly cells: readonly string[];
}

export interface ReportTableProps {
  readonly caption: string;
  /** What the first column names. */
  readonly lineLabel: string;
  readonly columns: readonly string[];
  readonly lines: readonly ReportLine[];
  /** How to read a cell, such as "Mean risk rating (number of cases)". */
  readonly note: string;
  /** The base in words, with its samples and the state of the dataset. */
  readonly base: string;
  readonly caveats: readonly string[];
}

/** A table of the report with what must travel with it: base, note and caveats. */
export function ReportTable(props: ReportTableProps) {
  const { caption, columns, lines, note, base, caveats } = props;
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          { key: "line", label: props.lineLabel },
          ...columns.map((label) => ({ key: label, label, numeric: true })),
        ]}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [line.label, ...line.cells],
          look: line.kind === "type" ? undefined : line.kind,
        }))}
      />
      <p className="muted">{note}</p>
      <p>
        <b>Base:</b> {base}
      </p>
      <ul className="caveats">
        {caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </>
  );
}
