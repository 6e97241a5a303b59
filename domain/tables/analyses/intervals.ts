import { caveatsFor } from "../../caveats";
import { lineName } from "../cases-behind";
import { fewestForMean } from "../family";
import {
  type FigureCell,
  type FigureLine,
  meanCell,
  type TakenTable,
  tableOfFigures,
} from "../figures";
import { type Interval, usualResampling } from "../intervals";
import { fewNotes } from "../shown-table";
import { type Analyses, baseOfAnalyses, type MeanLine, type TableOfMeans } from "./analyses";

/** A table of means with their intervals. */
export function intervalsTable(means: TableOfMeans, analyses: Analyses): TakenTable {
  const { kind, columns } = means.table;
  const isRating = kind.output === "table_10";
  const lines = means.lines.map(
    (line): FigureLine => ({
      ...{ key: line.key, label: line.label, look: line.look },
      cells: cellsOf(line, means.table, analyses),
    }),
  );
  return tableOfFigures({
    name: isRating ? "table_10_intervals" : "table_5_intervals",
    title: isRating ? "Mean risk rating, with intervals" : "Mean months, with intervals",
    lineLabel: isRating ? kind.lineLabel : "Mean",
    columns: columns.flatMap(({ label }) => [
      { label, figures: [label, `${label}, cases`] },
      { label: `${label}, 95% interval`, figures: [`${label}, from`, `${label}, to`] },
    ]),
    lines,
    notes: [
      "Mean, and in brackets the number of cases; beside it the range in which 95% of the means lie when the cases are drawn anew.",
      `As many cases as are behind a mean are drawn from them, with replacement, ${usualResampling.resamples.toLocaleString("en-GB")} times (percentile bootstrap, seed ${usualResampling.seed}). The same cases give the same interval each time.`,
      `A mean over fewer than ${fewestForMean} cases has no interval: so few cases say too little of how others would lie.`,
    ],
    marks: fewNotes(lines, analyses),
    base: baseOfAnalyses(analyses),
    caveats: caveatsFor(kind.output),
  });
}

function cellsOf(
  line: MeanLine,
  { kind, columns }: TableOfMeans["table"],
  { withheldUpTo }: Analyses,
): FigureCell[] {
  return columns.flatMap((column, index) => {
    const { sum = 0, values: n = 0 } = line.cells[index] ?? {};
    const behind = { table: kind.output, line: lineName(line), column: column.key };
    return [
      { ...meanCell({ sum, n }, { look: line.look, withheldUpTo }), ...(n > 0 && { behind }) },
      intervalCell(line.intervals[index] ?? null),
    ];
  });
}

function intervalCell(interval: Interval | null): FigureCell {
  if (!interval) return { text: "–", figures: [null, null] };
  const { from, to } = interval;
  return { text: `${from} to ${to}`, figures: [Number(from), Number(to)] };
}
