import type { Row } from "../dataset/field";
import { isFewForMean, percentOf, percentText, withheldMark } from "./cell-text";
import { cellText, formatMean } from "./mean";
import type { PublishedLine, PublishedTable } from "./published-table";
import type { ShownCell, ShownLine, ShownTable } from "./shown-table";
import type { Cell, Column, Line } from "./table";

/** The figures of a table by themselves, a row for each line: what a spreadsheet counts on with. */
export interface Figures {
  /** What the columns are called; the first says what a row is of. */
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Figures with a last column of marks, which names the columns whose figure rests on few cases, so
 * that figures stay numbers; the same where there is no such mark.
 *
 * Example: "2015; All" beside "Public law, other", where the page has "13.0 (1) *" and "12.9 (7) *".
 */
export function withMarks({ names, rows }: Figures, { columns, lines }: ShownTable): Figures {
  const few = lines.map(({ cells }) => columns.filter((_, index) => cells[index]?.few).join("; "));
  if (few.every((text) => text === "")) return { names, rows };
  return {
    names: [...names, markName],
    rows: rows.map((row, index) => ({ ...row, [markName]: few[index] || null })),
  };
}

/** It bears the mark, so that the note on the mark is found to it. */
const markName = "rests on few cases *";

/** A table as it is read, with its figures by themselves. */
export interface TakenTable {
  readonly shown: ShownTable;
  readonly figures: Figures;
}

/** What the names of lines stand under; no sample, which may be called the same, has brackets in its name. */
function lineNameBeside(names: readonly string[], lineLabel: string): string {
  return names.includes(lineLabel) ? `${lineLabel} (of the table)` : lineLabel;
}

/** A cell as it is read, and the figures in it; null where there is none. */
export interface FigureCell extends ShownCell {
  readonly figures: readonly (number | null)[];
}

/** How many of how many, such as "9 (39%)". */
export function countCell(n: number, of: number): FigureCell {
  return { text: `${n} (${percentText(n, of)})`, figures: [n, percentOf(n, of)] };
}

/** A mean and its number of cases, such as "18.2 (18)", in a line that looks so. */
export function meanCell(
  { sum, n }: { readonly sum: number; readonly n: number },
  { look, withheldUpTo }: { readonly look: Line["look"]; readonly withheldUpTo: number },
): FigureCell {
  const few = isFewForMean(n, look, withheldUpTo);
  return { text: cellText({ sum, n }), few, figures: [meanFigure(sum, n), n] };
}

function meanFigure(sum: number, n: number): number | null {
  return n === 0 ? null : Number(formatMean(sum, n));
}

/** A column, and what each figure of its cells is called by itself. */
export interface FigureColumn {
  readonly label: string;
  readonly figures: readonly string[];
}

/** A line whose cells have their figures, a cell for each column. */
export interface FigureLine extends ShownLine {
  readonly cells: readonly FigureCell[];
}

/** A table that is made of cells with figures. */
export function tableOfFigures({
  columns,
  lines,
  ...rest
}: Omit<ShownTable, "columns" | "lines" | "chart"> & {
  readonly columns: readonly FigureColumn[];
  readonly lines: readonly FigureLine[];
}): TakenTable {
  const labels = columns.map(({ label }) => label);
  const own = columns.flatMap(({ figures }) => figures);
  const names = [lineNameBeside(own, rest.lineLabel), ...own];
  const rows = lines.map(({ label, cells }) => {
    const values = [label, ...cells.flatMap(({ figures }) => figures)];
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
  });
  return { shown: { ...rest, columns: labels, lines, chart: null }, figures: { names, rows } };
}

/**
 * The figures of a published table: for each column what the page has there, its count and its per
 * cent in two cells, or its mean and number of cases.
 */
export function figuresOf(table: PublishedTable): Figures {
  const columns = table.columns.flatMap((column, index) =>
    column.unseen ? [] : [{ column, index }],
  );
  const names = columns.flatMap(({ column }) => [column.label, ...beside(table, column)]);
  const lineName = lineNameBeside(names, table.kind.lineLabel);
  return {
    names: [lineName, ...names],
    rows: table.lines.map((line) => ({
      [lineName]: line.label,
      ...Object.assign({}, ...columns.map((place) => cellsOf(table, line, place))),
    })),
  };
}

/** What stands beside a column: the per cent of its counts, or the cases of its means. */
function beside({ kind, lines }: PublishedTable, { label }: Column): string[] {
  if (kind.percent) return [`${label}, per cent`];
  return lines.some(({ measure }) => measure === "mean") ? [`${label}, cases`] : [];
}

function cellsOf(
  table: PublishedTable,
  line: PublishedLine,
  { column, index }: { column: Column; index: number },
): Row {
  const [cell, base, withheld] = [line.cells[index], line.bases[index], line.withheld[index]];
  if (!cell || !base || !withheld) throw new Error("A line has a cell for each column");
  const { count, value, share } = withheld;
  const isHidden = line.measure === "count" ? count : value;
  const [second] = beside(table, column);
  const own = table.kind.percent ? percentOf(cell.n, base.n) : cell.values;
  // Beside a mean, counts have nothing in that column.
  const isOfMeans = !table.kind.percent && line.measure !== "mean";
  return {
    [column.label]: isHidden ? withheldMark : figureOf(line, cell),
    ...(second && { [second]: isOfMeans ? null : count || share ? withheldMark : own }),
  };
}

function figureOf({ measure }: PublishedLine, cell: Cell): number | null {
  if (measure === "count") return cell.n;
  return measure === "mean" ? meanFigure(cell.sum, cell.values) : cell[measure];
}
