import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import { isPartOfADay } from "./cell";
import { datesInDigits, orderOfDays } from "./day-order";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";
import { groupsOf, guessMatching, matchedColumns } from "./guess";
import type { NamedSheet } from "./rows";

const order = (said: string | undefined, before: string | undefined, ...texts: string[]) =>
  orderOfDays(
    texts.map((text) => [text, 2] as const),
    said,
    before,
  ).map(({ rows, key, sureness }) => [rows, key, sureness]);

test("dates that can be read in two ways have the day first, as a guess", () => {
  expect(order(undefined, undefined, "3/4/2014", "1/1/2014")).toEqual([[2, "day_first", "guess"]]);
});

test("a date that has the day first and no other way makes it sure", () => {
  expect(order(undefined, undefined, "3/4/2014", "14/10/2014")).toEqual([[2, "day_first", "same"]]);
  expect(order(undefined, "month_first", "3/4/2014", "14/10/2014")).toEqual([
    [2, "day_first", "otherwise"],
  ]);
});

test("a date that has the month first and no other way makes that the guess", () => {
  expect(order(undefined, undefined, "3/4/2014", "10/14/2014")).toEqual([
    [4, "month_first", "guess"],
  ]);
  expect(order(undefined, undefined, "3/4/2014", "10/14/2014", "14/10/2014")).toEqual([
    [4, "day_first", "guess"],
  ]);
});

test("nobody is asked where every date is clear", () => {
  const clear = ["14/10/2014", "4 October 2014", "2014-03-04", "4/4/2014", "soon"];
  expect(order(undefined, undefined, ...clear)).toEqual([]);
});

test("what was chosen counts, and then what was chosen the last time", () => {
  expect(order("month_first", undefined, "3/4/2014")).toEqual([[2, "month_first", "chosen"]]);
  expect(order(undefined, "month_first", "3/4/2014")).toEqual([[2, "month_first", "remembered"]]);
});

const periods = (...days: string[]) =>
  sheetOf("Periods", ["Case", "Start", "End"], ...days.map((day) => ["2015-01", day, ""]));

function daysOf(sheet: NamedSheet, values: Readonly<Record<string, string>>) {
  const sheets = [sheetOf("Cases", basics, case1), sheet];
  const guessed = guessMatching(sheets, firstBook, null);
  const said = guessed.sheets.map((one) => ({
    ...one,
    columns: one.columns.map((column) =>
      column.target === "start_date" ? { ...column, values } : column,
    ),
  }));
  const { drafts, faults } = readDrafts(firstBook, sheets, { ...guessed, sheets: said });
  const starts = drafts[0]?.facts.periods?.map(({ startDate }) => startDate);
  return { starts, faults: faults.map(faultSentence) };
}

test("dates are read in the order that is chosen, those in words and of a spreadsheet as they are", () => {
  const sheet = periods("3/4/2014", "14 October 2014", "2014-03-04");
  const dayFirst = ["2014-04-03", "2014-10-14", "2014-03-04"];
  expect(daysOf(sheet, {})).toEqual({ starts: dayFirst, faults: [] });
  expect(daysOf(sheet, { [datesInDigits]: "month_first" })).toEqual({
    starts: ["2014-03-04", ...dayFirst.slice(1)],
    faults: [],
  });
});

test("a column of dates with the month first is read so without a fault", () => {
  const { drafts, faults } = read(
    sheetOf("Cases", basics, case1),
    periods("03/04/2014", "10/14/2014"),
  );
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts.periods?.map(({ startDate }) => startDate)).toEqual([
    ...["2014-03-04", "2014-10-14"],
  ]);
});

test("columns of days are asked about together", () => {
  const sheets = [
    sheetOf("Cases", basics, case1),
    sheetOf("Periods", ["Case", "Start", "End"], ["2015-01", "3/4/2014", "5/6/2014"]),
  ];
  const matching = guessMatching(sheets, firstBook, null);
  const columns = matchedColumns(sheets, matching, firstBook, null);
  const days = groupsOf(columns).find(({ choices }) => choices[0]?.key === "day_first");
  expect(days?.columns.map(({ header }) => header)).toEqual(["Start", "End"]);
  expect(days?.texts).toEqual([
    { text: "Dates such as 3/4/2014", rows: 2, key: "day_first", sureness: "guess" },
  ]);
});

test("columns of one sheet in another order, or of another sheet, are asked about apart", () => {
  const sheets = [
    sheetOf("Cases", [...basics, "Period 1 start"], [...case1, "3/4/2014"]),
    sheetOf("Periods", ["Case", "Start", "End"], ["2015-01", "3/4/2014", "10/14/2014"]),
  ];
  const matching = guessMatching(sheets, firstBook, null);
  const days = groupsOf(matchedColumns(sheets, matching, firstBook, null)).filter(
    ({ choices }) => choices[0]?.key === "day_first",
  );
  expect(
    days.map(({ columns, texts }) => [columns.map(({ header }) => header), texts[0]?.key]),
  ).toEqual([
    [["Period 1 start"], "day_first"],
    [["Start"], "day_first"],
    [["End"], "month_first"],
  ]);
});

test("a date of a spreadsheet beside texts with the month first may have been another day", () => {
  const sheets = [
    sheetOf("Cases", basics, case1),
    sheetOf(
      "Periods",
      ["Case", "Start", "End"],
      ["2015-01", "10/14/2014", ""],
      ["2015-01", day("2014-04-03", "03/04/2014"), ""],
      ["2015-01", day("2014-05-06", "06/05/2014"), ""],
      ["2015-01", day("2014-05-05", "05/05/2014"), day("2014-06-07", "07/06/2014")],
      ["2015-01", day("2014-05-31", "31/05/2014"), ""],
    ),
  ];
  const { faults, doubts } = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  expect(faults).toEqual([]);
  expect(doubts.map(faultSentence)).toEqual([
    "Periods, row 3, column Start: “3 April 2014” found, expected another day: the spreadsheet had made it a date, and the dates that are texts in this column have the month first; so in 2 rows",
  ]);
});

function day(text: string, shown: string) {
  return { text, shown, isDay: true };
}

test.each([
  ["Aug-14", true],
  ["August 2014", true],
  ["14-Aug", true],
  ["2014", true],
  ["01/08/14", false],
  ["1 August 2014", false],
  ["01Aug2014", false],
  ["20140801", false],
  [null, false],
])("a day that is shown as %s shows only a part of it: %s", (shown, isPart) => {
  expect(isPartOfADay({ text: "2014-08-01", shown, isDay: true })).toBe(isPart);
});

test("a day of which a spreadsheet shows only a part is pointed out", () => {
  const sheets = [
    sheetOf("Cases", basics, case1),
    sheetOf(
      "Periods",
      ["Case", "Start", "End"],
      ["2015-01", day("2014-08-01", "Aug-14"), day("2014-10-14", "14-Oct-14")],
    ),
  ];
  const { drafts, doubts } = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  expect(drafts[0]?.facts.periods?.[0]?.startDate).toBe("2014-08-01");
  expect(doubts.map(faultSentence)).toEqual([
    "Periods, row 2, column Start: “Aug-14” found, expected another day: it is taken for 1 August 2014",
  ]);
});
