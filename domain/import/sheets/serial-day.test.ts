import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

const cases = sheetOf("cases", [...basics, "Period 1 start"], [...case1, "41926"]);
const periods = sheetOf(
  "periods",
  ["Case", "Start", "End"],
  ["2015-02", "1 May 2014", "41926"],
  ["2015-02", "2014-05-02", "3/5/2014"],
);

const found = (from1904: boolean) => {
  const sheets = [cases, periods].map((sheet) => ({ ...sheet, from1904 }));
  const matching = guessMatching(sheets, firstBook, null);
  const { drafts, faults, doubts } = readDrafts(firstBook, sheets, matching);
  expect(faults).toEqual([]);
  const days = drafts.flatMap(({ facts }) =>
    (facts.periods ?? []).flatMap(({ startDate, endDate }) => [startDate, endDate]),
  );
  return { days, doubts: doubts.map(faultSentence) };
};

const doubt = (place: string, day: string) =>
  `${place}: “41926” found, expected another day, or none: the number is taken for ${day}`;

test("a number of days is taken for the day that spreadsheet programs mean, and pointed out", () => {
  expect(found(false)).toEqual({
    days: ["2014-10-14", null, "2014-05-01", "2014-10-14", "2014-05-02", "2014-05-03"],
    doubts: [
      doubt("cases, row 2, column Period 1 start", "14 October 2014"),
      doubt("periods, row 2, column End", "14 October 2014"),
    ],
  });
});

test("in a workbook that counts from 1904 it is the day there", () => {
  expect(found(true)).toEqual({
    days: ["2018-10-15", null, "2014-05-01", "2018-10-15", "2014-05-02", "2014-05-03"],
    doubts: [
      doubt("cases, row 2, column Period 1 start", "15 October 2018"),
      doubt("periods, row 2, column End", "15 October 2018"),
    ],
  });
});
