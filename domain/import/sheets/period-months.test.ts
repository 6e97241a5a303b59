import { expect, test } from "vitest";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";
import type { NamedSheet } from "./rows";

/* The months of a single period in a file are compared with its days, as other totals are. */

function said(...sheets: NamedSheet[]) {
  const { drafts, faults, doubts } = readDrafts(
    firstBook,
    sheets,
    guessMatching(sheets, firstBook, null),
  );
  return {
    stated: drafts[0]?.stated,
    periods: drafts[0]?.facts.periods?.map(({ startDate }) => startDate),
    faults,
    doubts: doubts.map(({ column, value, expected }) => [column, value, expected]),
  };
}

test("in numbered columns each goes with the period that it stands beside", () => {
  const numbered = (number: number) => [
    `Period ${number} start`,
    `Period ${number} end`,
    `Period ${number} months`,
  ];
  const header = [...basics, "Total months", ...[1, 2, 3, 4].flatMap(numbered)];
  const none = ["", "", "0"];
  const first = ["2010-01-01", "2010-03-01", "6"];
  const open = ["2011-01-01", "", ""];
  const second = ["2012-01-01", "2012-05-01", "4"];
  const row = [...case1, "30", ...first, ...none, ...open, ...second];
  expect(said(sheetOf("cases", header, row))).toEqual({
    stated: { involvement_months: 30, period_months_1: 6, period_months_3: 4 },
    periods: ["2010-01-01", "2011-01-01", "2012-01-01"],
    ...{ faults: [], doubts: [] },
  });
});

test("months without the days of their period are pointed out", () => {
  const header = [...basics, "Period 1 start", "Period 1 months"];
  expect(said(sheetOf("cases", header, [...case1, "", "6"]))).toEqual({
    stated: {},
    periods: undefined,
    faults: [],
    doubts: [["Period 1 months", "6", "months of a period whose days are missing; it adds none"]],
  });
});

test("on a sheet of periods they go with their rows, in the order of the case", () => {
  const periods = sheetOf(
    "periods",
    ["Ref", "Start", "End", "Months"],
    ["2015-01", "2010-01-01", "2010-03-01", "2"],
    ["2015-02", "2010-01-01", "2010-03-01", "9"],
    ["2015-01", "2011-01-01", "2013-03-01", "27"],
  );
  expect(said(sheetOf("cases", basics, case1), periods)).toEqual({
    stated: { period_months_1: 2, period_months_2: 27 },
    periods: ["2010-01-01", "2011-01-01"],
    ...{ faults: [], doubts: [] },
  });
});
