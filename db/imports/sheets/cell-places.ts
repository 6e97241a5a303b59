import type { SheetCell } from "@/domain/import/sheet";
import type { Allowance } from "./allowance";
import { limits } from "./limits";
import { unreadable } from "./unreadable";
import { isOn } from "./xml";

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

/**
 * The columns that a workbook hides with one of its tags, 0 being the first: `min` and `max` are their
 * numbers from 1 on. For use inside db/.
 */
export function hiddenOnes(
  { min, max, hidden }: Readonly<Record<string, string>>,
  allowance: Allowance,
): number[] {
  if (!isOn(hidden)) return [];
  const first = Math.max(Number(min), 1);
  const columns = Math.min(Number(max), limits.columns) - first + 1;
  if (!(columns >= 1)) return [];
  allowance.cells(columns);
  return Array.from({ length: columns }, (_, index) => first - 1 + index);
}

/** A row whose cells may still change. */
export interface OpenRow {
  readonly line: number;
  readonly cells: SheetCell[];
  /** Whether something in it stands in a cell that is merged with one above. */
  merged?: true;
  readonly hidden?: true;
}

/**
 * The rows that have text in them, once merged cells say what a spreadsheet program shows: the text
 * of the first of them, once in each of their rows that has something else. What the others still
 * hold is shown by none. `merged` has ranges such as "A1:C2". For use inside db/.
 */
export function withMergedCells(
  rows: readonly OpenRow[],
  merged: readonly string[],
  allowance: Allowance,
): OpenRow[] {
  emptyAllButFirst(rows, merged);
  const shown = rows.filter(({ cells }) => hasText(cells));
  for (const range of merged) fillDown(shown, placesOf(range), allowance);
  return shown;
}

/** Whether anything but blanks stands in cells. For use inside db/. */
export function hasText(cells: readonly SheetCell[]): boolean {
  return cells.some((cell) => typeof cell !== "string" || cell.trim() !== "");
}

interface Range {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The places of a range; null for a single cell. */
function placesOf(range: string): Range | null {
  if (!range.includes(":")) return null;
  const [, first = "", top, last = "", bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  return {
    ...{ left: columnOf(first), right: columnOf(last) },
    ...{ top: Number(top), bottom: Number(bottom) },
  };
}

function emptyAllButFirst(rows: readonly OpenRow[], merged: readonly string[]): void {
  let steps = 0;
  for (const range of merged) {
    const places = placesOf(range);
    if (!places) continue;
    const { left, right, top, bottom } = places;
    for (let at = firstFrom(rows, top); ; at += 1) {
      const row = rows[at];
      if (!row || row.line > bottom) break;
      const from = row.line === top ? left : left - 1;
      const to = Math.min(right, row.cells.length);
      // Ranges do not overlap, so that all of them together are no larger than the sheet.
      steps += 1 + Math.max(to - from, 0);
      if (steps > limits.cells) throw unreadable("strange");
      if (to > from) row.cells.fill("", from, to);
      while (row.cells.at(-1) === "") row.cells.pop();
    }
  }
}

// It takes no more steps than emptying them did.
function fillDown(rows: readonly OpenRow[], places: Range | null, allowance: Allowance): void {
  if (!places) return;
  const { left, top, bottom } = places;
  const first = firstFrom(rows, top);
  // Where the first row has nothing in it this is one of those that were emptied, or lies below.
  const text = rows[first]?.cells[left - 1];
  if (text === undefined || text === "") return;
  for (let at = first + 1; ; at += 1) {
    const row = rows[at];
    if (!row || row.line > bottom) return;
    allowance.cells(Math.max(left - row.cells.length, 0));
    while (row.cells.length < left - 1) row.cells.push("");
    row.cells[left - 1] = text;
    row.merged = true;
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
