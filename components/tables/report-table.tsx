import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import type { ShownCell, ShownLine, ShownTable } from "@/domain/tables/shown-table";
import { CopyTable } from "./copy-table";
import { LevelBars } from "./level-bars";

/** A line of which figures may lead to the cases behind them. */
export interface ReportLine extends ShownLine {
  readonly cells: readonly ReportCell[];
}

interface ReportCell extends ShownCell {
  /** The page that lists the cases behind it. */
  readonly href?: string;
}

export interface ReportTableProps {
  readonly table: Omit<ShownTable, "lines"> & { readonly lines: readonly ReportLine[] };
  /** Which state of the dataset it is made of, as a sentence. */
  readonly state: string;
  /** What travels with it where it is copied; null where nothing need be said. */
  readonly warning: string | null;
  /** The files that it can be taken away as. */
  readonly files: readonly { readonly label: string; readonly href: string }[];
}

/** A table of the report with what must travel with it: base, note and caveats. */
export function ReportTable({ table, state, warning, files }: ReportTableProps) {
  const { output, title, lineLabel, columns, lines, chart, caveats } = table;
  const base = `${table.base} ${state}`;
  const notes = [...table.notes, ...table.marks];
  const remarks = [...notes, `Base: ${base}`, ...(warning === null ? [] : [warning])];
  const drawn = (
    <DataTable
      captionHidden
      caption={title}
      columns={[
        { key: "line", label: lineLabel },
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
    <div className="report-table" id={output}>
      <h2 className="govuk-heading-m">{title}</h2>
      {chart && <LevelBars chart={chart} />}
      {chart ? <Details summary="The same as a table">{drawn}</Details> : drawn}
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
      <div className="take-away">
        <CopyTable title={title} remarks={remarks} />
        {files.length > 0 && <Files title={title} files={files} />}
      </div>
    </div>
  );
}

function Files({ title, files }: { title: string; files: ReportTableProps["files"] }) {
  return (
    <ul className="govuk-list" aria-label={`Files of ${title}`}>
      {files.map(({ label, href }) => (
        <li key={label}>
          <a className="govuk-link" href={href} download>
            {label}
            <span className="govuk-visually-hidden"> of {title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function contentOf({ text, few, href }: ReportCell): ReactNode {
  const figure = href ? (
    <a className="govuk-link figure" href={href}>
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
