import { addCase, cellFrom } from "./make-table";
import type { Cell, Column, FilledLine, Line, Table, TableKind } from "./table";
import type { TableCase } from "./table-case";

/** A cell of a table, as an address names it. */
export interface CellPlace {
  readonly line: string;
  readonly column: string;
}

/** A cell, and the line and column in which it stands. */
export interface CellFound {
  readonly line: FilledLine;
  readonly column: Column;
  readonly cell: Cell;
  /** What its per cent is of. */
  readonly base: Cell;
}

/**
 * The name of a line in an address. A value of a code list can have the key of a total, so that the
 * key alone would not do. Examples: "part-public_s31", "total-total".
 */
export function lineName({ look, key }: Pick<Line, "look" | "key">): string {
  return `${look}-${key}`;
}

/** The cell that an address names; null when the table shows none there. */
export function cellAt({ lines, columns }: Table, place: CellPlace): CellFound | null {
  const line = lines.find((one) => lineName(one) === place.line);
  const index = columns.findIndex(({ key, unseen }) => key === place.column && !unseen);
  const [column, cell, base] = [columns[index], line?.cells[index], line?.bases[index]];
  return line && column && cell && base ? { line, column, cell, base } : null;
}

/**
 * What a cell has of one case: what it would hold if there were this case alone. It is counted as
 * the whole table is, so that the cases of a cell always add up to it.
 *
 * Example: with the total of Table 7, a case with two children of which one has no age gives n 2.
 */
export function shareOfCase(
  kind: TableKind,
  line: Line,
  column: Pick<Column, "groups">,
  each: TableCase,
): Cell {
  const own = new Map();
  addCase(own, kind, each);
  return cellFrom(own, line.parts, column);
}

/** Whether a cell has anything of what it shows: something counted, or a value for its mean or range. */
export function hasCases({ measure }: Line, { n, values }: Cell): boolean {
  return measure === "count" ? n > 0 : values > 0;
}
