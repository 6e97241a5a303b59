import type { Sheet, SheetCell } from "../sheet";
import { isFilled } from "./cell";
import { isInTable } from "./last-row";
import type { ColumnMatching, SheetMatching } from "./matching";

/**
 * The columns of a sheet: those under its headers, and those beyond the last header in which
 * something stands. The latter are left out, by name, until somebody says what they hold.
 */
export function allColumns({ rows }: Sheet, matched: SheetMatching): readonly ColumnMatching[] {
  const { kind, columns } = matched;
  if (kind === null) return columns;
  let width = columns.length;
  for (const { line, cells } of rows)
    if (cells.length > width && isInTable({ line }, matched))
      width = Math.max(width, cells.findLastIndex(isFilled) + 1);
  const beyond = { header: "", target: null, by: "nothing" as const, values: {} };
  return [...columns, ...Array.from({ length: width - columns.length }, () => beyond)];
}

/**
 * Where the first cell of a row stands that is beyond the last header and that nobody has said
 * anything of; -1 when there is none. In a text file it most likely moved there, from a text with a
 * separator in it.
 */
export function strayCell(cells: readonly SheetCell[], columns: readonly ColumnMatching[]): number {
  const headers = columns.findLastIndex(({ header }) => header !== "") + 1;
  if (cells.length <= headers) return -1;
  return cells.findIndex(
    (cell, index) => index >= headers && isFilled(cell) && !columns[index]?.target,
  );
}
