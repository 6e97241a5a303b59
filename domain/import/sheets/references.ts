import { referenceSchema } from "../../cases";
import { caseRef } from "../../dataset/table";
import type { Place } from "../draft";
import type { ImportFault } from "../faults";
import type { FormattedCell } from "../sheet";
import { isDayCell, referenceIn } from "./cell";
import type { MatchedRow } from "./matched-row";

/** The reference of the case that a row is about, or null and a fault. */
export function readReference(row: MatchedRow): string | null {
  const cell = row.cell("case_ref");
  const { data } = referenceSchema.safeParse(referenceIn(cell));
  if (data !== undefined) return data;
  if (isDayCell(cell)) return refuseTheDay(row, "case_ref", "a reference", cell);
  return row.refuse(
    "case_ref",
    "a reference of at most 30 letters, digits and hyphens, such as 2015-07, and not “new”",
  );
}

/** Notes that a cell should have a reference or a sample, of which a date was made. */
export function refuseTheDay(
  row: MatchedRow,
  key: string,
  what: "a reference" | "a sample",
  cell: FormattedCell,
): null {
  return row.refuse(
    key,
    `${what}, of which the spreadsheet program has made a date; make the cells text there, and type it again`,
    cell.shown === null ? referenceIn(cell) : `${cell.shown}, the date ${referenceIn(cell)}`,
  );
}

const months = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec";
const asADate = new RegExp(`^(?:\\d{1,2}-(?:${months})(?:-\\d\\d)?|(?:${months})-\\d\\d)$`, "i");

/** Whether a text looks like a date that a spreadsheet program made. Examples: "Jul-15", "7-Jul". */
export function isLikeADay(text: string): boolean {
  return asADate.test(text);
}

/**
 * A reference that looks as if a spreadsheet program had made a date of it before the file was
 * saved; it is taken as it stands. Examples: "Jul-15", "7-Jul", "07-Jul-15".
 */
export function madeOfAReference({
  reference,
  place,
}: {
  readonly reference: string;
  readonly place: Place;
}): ImportFault[] {
  if (!isLikeADay(reference)) return [];
  const expected =
    "a reference such as 2015-07, of which spreadsheet programs make a date like this one";
  return [
    { file: place.sheet, line: place.line, column: caseRef.label, value: reference, expected },
  ];
}
