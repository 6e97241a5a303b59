import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { changeColumns } from "./edit";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";
import type { NamedSheet } from "./rows";

/** A sheet in which rows with these numbers are marked so. */
function withRows(sheet: NamedSheet, mark: "hidden" | "merged", ...lines: number[]): NamedSheet {
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

test("rows that are hidden in the workbook are read, and named once for each sheet", () => {
  const doubt = (count: string) =>
    `cases, row 2: ${count} rows that are hidden in the workbook found, expected rows to leave out: they are read like those that are shown`;
  const merged =
    "cases, row 3: a row with a cell that is merged with one above it found, expected a row of which that says nothing: its text is taken for this row too";
  const hidden = withRows(cases, "hidden", 1, 2, 3);
  expect(doubtsOf(withRows(hidden, "merged", 3), children)).toEqual([doubt("2"), merged]);
  expect(read(hidden).drafts.map(({ reference }) => reference)).toEqual(["2015-01", "2015-02"]);
  expect(doubtsOf(cases, withRows(children, "hidden", 3))).toEqual([
    "children, row 3: a row that is hidden in the workbook found, expected a row to leave out: it is read like those that are shown",
  ]);
});

test("a sheet that is hidden in the workbook is left out, until somebody says what it has in it", () => {
  const hidden: NamedSheet = { ...withRows(children, "hidden", 2), hidden: true };
  const guessed = guessMatching([cases, hidden], firstBook, null);
  expect(guessed.sheets.map(({ kind }) => kind)).toEqual(["cases", null]);
  expect(doubtsOf(cases, hidden)).toEqual([]);
  const columns = ["case_ref", "sample", "case_type", "incident_type"];
  const typed = {
    sample: "",
    sheets: [
      { kind: "cases", headerLine: "1", lastLine: "", columns },
      {
        kind: "children",
        headerLine: String(guessed.sheets[1]?.headerLine),
        lastLine: "",
        columns: [],
      },
    ],
  };
  const first = [cases, hidden].map(({ rows }) => ({
    first: rows.map(({ line }) => ({ line, cells: ["Ref", "Age"] })),
  }));
  const chosen = changeColumns(guessed, typed, first, firstBook);
  if (chosen.kind !== "done") throw new Error(JSON.stringify(chosen));
  const { drafts } = readDrafts(firstBook, [cases, hidden], chosen.value.matching);
  expect(drafts[0]?.facts.children).toHaveLength(2);
});
