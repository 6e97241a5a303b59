import type { ReportCell, ReportTableProps } from "@/components/tables/report-table";
import type { AnalysesView, MeanLine, TableOfMeans } from "@/db/tables/analyses";
import { lineName } from "@/domain/tables/cases-behind";
import { cellText } from "@/domain/tables/cell-text";
import { fewestForMean } from "@/domain/tables/family";
import { usualResampling } from "@/domain/tables/intervals";
import { fewNote } from "@/domain/tables/shown-table";
import { casesLink, choiceInAddress } from "../links";
import { baseOf } from "./base";

/** A table of means with their intervals, as a page shows it. */
export function intervalsTable(
  { table, lines }: TableOfMeans,
  view: AnalysesView,
): Omit<ReportTableProps, "caveats"> {
  const { kind, columns } = table;
  const isMean = kind.output === "table_10";
  const shown = lines.map((line) => ({
    key: line.key,
    label: line.label,
    look: line.look,
    cells: cellsOf(line, table, choiceInAddress(view)),
  }));
  const isMarked = shown.some(({ cells }) => cells.some(({ few }) => few));
  return {
    id: `${kind.output}_intervals`,
    caption: isMean ? "Mean risk rating, with intervals" : "Mean months, with intervals",
    lineLabel: isMean ? kind.lineLabel : "Mean",
    columns: columns.flatMap(({ label }) => [label, `${label}, 95% interval`]),
    lines: shown,
    notes: [
      "Mean, and in brackets the number of cases; beside it the range in which 95% of the means lie when the cases are drawn anew.",
      `As many cases as are behind a mean are drawn from them, with replacement, ${usualResampling.resamples.toLocaleString("en-GB")} times (percentile bootstrap, seed ${usualResampling.seed}). The same cases give the same interval each time.`,
      `A mean over fewer than ${fewestForMean} cases has no interval: so few cases say too little of how others would lie.`,
      ...(isMarked ? [fewNote(view)] : []),
    ],
    base: baseOf(view),
  };
}

function cellsOf(
  line: MeanLine,
  { kind, columns }: TableOfMeans["table"],
  chosen: URLSearchParams,
): ReportCell[] {
  return line.cells.flatMap((cell, index) => {
    const interval = line.intervals[index];
    const mean = cellText(kind, line, cell, line.bases[index] ?? cell);
    const few = cell.values > 0 && cell.values < fewestForMean;
    const column = columns[index]?.key ?? "";
    const href = casesLink(kind.output, lineName(line), column, chosen);
    return [
      { text: mean, few, ...(cell.values > 0 && { href }) },
      { text: interval ? `${interval.from} to ${interval.to}` : "–" },
    ];
  });
}
