import { dayInWords, isDay } from "../../dates";
import type { FormattedCell, SheetCell } from "../sheet";

/** The text of a cell; "" for an error. */
export function textOf(cell: SheetCell | undefined): string {
  if (typeof cell === "string") return cell.trim();
  return cell && "text" in cell ? cell.text : "";
}

/** What is wrong in a cell; null when nothing is. */
export function errorIn(cell: SheetCell | undefined): string | null {
  return typeof cell === "object" && "error" in cell ? cell.error : null;
}

/** Whether anything stands in a cell, be it an error. */
export function isFilled(cell: SheetCell | undefined): boolean {
  return errorIn(cell) !== null || textOf(cell) !== "";
}

/** A cell as people see it in the spreadsheet, as far as that can be known; its error for one. */
export function seenIn(cell: SheetCell | undefined): string {
  const shown = typeof cell === "object" && "text" in cell ? cell.shown : null;
  return shown ?? errorIn(cell) ?? textOf(cell);
}

const notShown = ", which the cell does not show";

/**
 * What is wrong in a cell that looks blank and holds a number: nobody can say whether that is meant.
 * Example: "0" → "0, which the cell does not show".
 */
export function hiddenNumber(number: string): string {
  return `${number}${notShown}`;
}

const spelledOut = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/**
 * What is wrong in a cell of words: an error, or one spelled out, as text files have it, and a copy
 * of a workbook with its faults.
 */
export function errorInWords(cell: SheetCell | undefined): string | null {
  const text = textOf(cell);
  const isError = spelledOut.test(text) || text.endsWith(notShown);
  return errorIn(cell) ?? (isError ? text : null);
}

/** What a cell of words says: numbers as they are seen ("0007"), days as 2014-10-14; "" for an error. */
export function wordsIn(cell: SheetCell | undefined): string {
  if (errorInWords(cell) !== null) return "";
  return isDayCell(cell) ? textOf(cell) : seenIn(cell);
}

/**
 * The reference or sample in a cell, as people see it. A day that is not shown in digits alone is put in words,
 * which are neither: what somebody typed before it became a date is not known.
 * Examples: 7 shown as "0007" → "0007"; a day shown as "2015-07" → "2015-07", as "Jul-15" →
 * "1 July 2015".
 */
export function referenceIn(cell: SheetCell | undefined): string {
  if (!isDayCell(cell)) return wordsIn(cell);
  if (cell.shown !== null && !isMadeADay(cell)) return cell.shown;
  return isDay(cell.text) ? dayInWords(cell.text) : `the day ${cell.text}`;
}

/** Whether a cell is a day that is not shown in digits alone, so that what was typed is not known. */
export function isMadeADay(cell: SheetCell | undefined): boolean {
  return isDayCell(cell) && !(cell.shown !== null && /^[\d-]+$/.test(cell.shown));
}

/** Whether a cell is a day for the spreadsheet program. */
export function isDayCell(cell: SheetCell | undefined): cell is FormattedCell {
  return typeof cell === "object" && "text" in cell && cell.isDay;
}

/** Whether a day is shown without its day, month or year, which the program made up: "Aug-14". */
export function isPartOfADay(cell: SheetCell | undefined): boolean {
  if (!isDayCell(cell) || cell.shown === null) return false;
  const parts = cell.shown.match(/\d+|\p{L}+/gu) ?? [];
  // All three can stand in one number: "20140801".
  return parts.length < 3 && !parts.some((one) => /^\d{6,}$/.test(one));
}
