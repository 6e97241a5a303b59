import { sampleSchema } from "../../cases";
import type { ImportFault } from "../faults";
import type { SheetCell } from "../sheet";
import { isDayCell, isMadeADay, referenceIn } from "./cell";
import type { Gathered } from "./gathered";
import type { MatchedRow } from "./matched-row";
import { isLikeADay, refuseTheDay } from "./references";

/** The sample in a row; "" and a fault where it cannot be one. */
export function readSample(row: MatchedRow): string {
  const cell = row.cell("sample");
  const { data } = sampleSchema.safeParse(isMadeADay(cell) ? "" : referenceIn(cell));
  if (data !== undefined) return data;
  if (isDayCell(cell)) refuseTheDay(row, "sample", "a sample", cell);
  else row.refuse("sample", "a sample of at most 30 letters and digits, such as 2015");
  return "";
}

/** The sample in a cell for a copy of it: one of which a date was made is put so that it is none. */
export function sampleToCopy(cell: SheetCell): string {
  return isMadeADay(cell) ? `${referenceIn(cell)} (a date)` : referenceIn(cell);
}

/**
 * Samples that look as if a spreadsheet program had made dates of them before the file was saved, as
 * “Dec-11” of 2011-12; a doubt for each, at the first row with it. They are taken as they stand.
 * `chosen` is the sample that somebody chose for new cases without one.
 */
export function madeOfSamples(cases: Iterable<Gathered>, chosen: string): ImportFault[] {
  const doubts = new Map<string, ImportFault>();
  for (const { row } of cases) {
    const sample = row?.facts.sample;
    if (!row || !sample || sample === chosen || doubts.has(sample) || !isLikeADay(sample)) continue;
    const { sheet, line } = row.place;
    const expected =
      "a sample such as 2011-12, of which spreadsheet programs make a date like this one";
    doubts.set(sample, { file: sheet, line, column: "Sample", value: sample, expected });
  }
  return [...doubts.values()];
}
