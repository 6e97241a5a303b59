import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

const girl = { ageYears: 3, sex: "female", outcome: null };

test("numbered columns in which nothing is recorded add no child and no period", () => {
  const header = ["Child 1 age", "Child 1 sex", "Child 2 sex", "Child 3 outcome"];
  const periods = ["Period 1 start", "Period 1 subject", "Period 2 subject"];
  const rows = [
    [...case1, "3", "F", "n/a", "-", "1 May 2014", "", "n/a"],
    ["2015-02", ...case1.slice(1), "", "n/a", "-", "", "", "n/a", "-"],
  ];
  const { drafts, faults } = read(sheetOf("cases", [...basics, ...header, ...periods], ...rows));
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.children).toEqual([girl]);
  expect(drafts[0]?.facts.periods).toHaveLength(1);
  expect(drafts[1]?.facts).not.toHaveProperty("children");
  expect(drafts[1]?.facts).not.toHaveProperty("periods");
});

test("a row of a case and nothing else adds no child, and is pointed out", () => {
  const sheets = [
    sheetOf("cases", basics, case1, ["2015-02", ...case1.slice(1)]),
    sheetOf(
      "children",
      ["Case", "Age", "Sex"],
      ["2015-01", "", ""],
      ["2015-01", "3", "F"],
      ["2015-02", "", "n/k"],
    ),
  ];
  const { drafts, faults, doubts } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.children).toEqual([girl]);
  expect(drafts[1]?.facts).not.toHaveProperty("children");
  expect(doubts.map(faultSentence)).toEqual(
    [2, 4].map(
      (row) =>
        `children, row ${row}: a case and nothing else found, expected a case and something of its index children; the row adds none`,
    ),
  );
});

test("a row of a case and nothing else is a fault among periods, practice and actions", () => {
  const sheets = [
    sheetOf("periods", ["Case", "Start", "End"], ["2015-01", "", ""]),
    sheetOf("practice", ["Case", "Kind", "Theme", "Description"], ["2015-01", "", "", ""]),
    sheetOf("actions", ["Case", "Description", "Status"], ["2015-01", "", ""]),
  ];
  expect(read(sheetOf("cases", basics, case1), ...sheets).faults).toEqual([
    "periods, row 2, column Start: nothing found, expected the day on which the period started",
    "practice, row 2, column Kind: nothing found, expected Strength or Shortcoming",
    "actions, row 2, column Description: nothing found, expected what the action is",
  ]);
});
