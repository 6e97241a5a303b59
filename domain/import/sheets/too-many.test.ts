import { expect, test } from "vitest";
import { basics, case1, read, sheetOf } from "./fixtures";

const periods = (count: number) =>
  sheetOf(
    "Periods",
    ["Case", "Start", "End"],
    ...Array.from({ length: count }, () => ["2015-01", "1 May 2014", "2 May 2014"]),
  );

test("a case can have as many periods as its record can be edited with", () => {
  const { drafts, faults } = read(sheetOf("Cases", basics, case1), periods(50));
  expect([drafts[0]?.facts.periods?.length, faults]).toEqual([50, []]);
});

test("the first one more is a fault, and says it for all", () => {
  const { drafts, refused, faults } = read(sheetOf("Cases", basics, case1), periods(53));
  expect([drafts.length, refused]).toEqual([0, 1]);
  expect(faults).toEqual([
    "Periods, row 52, column Case: “2015-01” found, expected at most 50 periods of a case",
  ]);
});

test.each([
  ["Children", ["Case", "Age", "Gender"], ["2015-01", "3", "F"], "index children"],
  [
    "Practice",
    ["Case", "Strength/shortcoming", "Theme", "Details"],
    ["2015-01", "Strength", "Recording", "x"],
    "strengths and shortcomings",
  ],
  ["Actions", ["Case", "Action taken", "Status"], ["2015-01", "A course", "Done"], "actions"],
])("so it is with %s", (name, header, row, words) => {
  const rows = Array.from({ length: 51 }, () => row);
  const { faults } = read(sheetOf("Cases", basics, case1), sheetOf(name, header, ...rows));
  expect(faults).toEqual([
    `${name}, row 52, column Case: “2015-01” found, expected at most 50 ${words} of a case`,
  ]);
});
