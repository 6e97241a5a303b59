import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";
import type { NamedSheet } from "./rows";

/** A sheet in which rows with these numbers are marked so. */
function withRows(sheet: NamedSheet, mark: "merged", ...lines: number[]): NamedSheet {
  const rows = sheet.rows.map((row) => (lines.includes(row.line) ? { ...row, [mark]: true } : row));
  return { ...sheet, rows: rows as NamedSheet["rows"] };
}

function doubtsOf(...sheets: NamedSheet[]): string[] {
  const { doubts, faults } = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  expect(faults).toEqual([]);
  return doubts.map(faultSentence);
}

const cases = sheetOf("cases", basics, case1, ["2015-02", "2015", "s31", "suicide"]);
const children = sheetOf("children", ["Ref", "Age"], ["2015-01", "4"], ["2015-01", "2"]);

test("rows with a merged cell are named once for each sheet, below its headers", () => {
  expect(doubtsOf(withRows(cases, "merged", 1, 2, 3), withRows(children, "merged", 1, 3))).toEqual([
    "cases, row 2: 2 rows with a cell that is merged with one above it found, expected rows of which that says nothing: its text is taken for each of them",
    "children, row 3: a row with a cell that is merged with one above it found, expected a row of which that says nothing: its text is taken for this row too",
  ]);
  expect(doubtsOf(cases, children)).toEqual([]);
});
