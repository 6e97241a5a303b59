import type { SheetCell } from "@/domain/import/sheet";
import { limits } from "./limits";
import { unreadable } from "./unreadable";

const lastColumn = 16_384;

/** The number of the column of a place such as "AB12": 28. Throws Unreadable for none. For use inside db/. */
export function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index += 1) {
    const letter = place.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > lastColumn) break;
  }
  if (column < 1 || column > lastColumn) throw unreadable("strange");
  return column;
}

/** A row whose cells may still change. */
export interface OpenRow {
  readonly line: number;
  readonly cells: SheetCell[];
}

/**
 * Leaves the text of merged cells in the first of them alone: what the others still hold is not
 * shown by any spreadsheet program. `merged` has ranges such as "A1:C2". For use inside db/.
 */
export function emptyMergedCells(rows: readonly OpenRow[], merged: readonly string[]): void {
  let steps = 0;
  for (const range of merged) {
    if (!range.includes(":")) continue;
    const [, first = "", top, last = "", bottom] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
    const [left, right] = [columnOf(first), columnOf(last)];
    for (let at = firstFrom(rows, Number(top)); ; at += 1) {
      const row = rows[at];
      if (!row || row.line > Number(bottom)) break;
      const from = row.line === Number(top) ? left : left - 1;
      const to = Math.min(right, row.cells.length);
      // Ranges do not overlap, so that all of them together are no larger than the sheet.
      steps += 1 + Math.max(to - from, 0);
      if (steps > limits.cells) throw unreadable("strange");
      if (to > from) row.cells.fill("", from, to);
      while (row.cells.at(-1) === "") row.cells.pop();
    }
  }
}

/** Where the rows from this line on begin. */
function firstFrom(rows: readonly OpenRow[], line: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
