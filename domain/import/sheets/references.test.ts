import { expect, test } from "vitest";
import { faultSentence } from "../faults";
import type { SheetCell } from "../sheet";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

const rest = case1.slice(1);
const number = (text: string, shown: string) => ({ text, shown, isDay: false });
const july = (shown: string | null) => ({ text: "2015-07-01", shown, isDay: true });

test.each<[string, SheetCell, string]>([
  ["a number with leading zeros", number("7", "0007"), "0007"],
  ["a number that is shown as a reference", number("201507", "2015-07"), "2015-07"],
  ["a date that is shown as one", july("2015-07"), "2015-07"],
  ["a number as it is", "7", "7"],
])("a reference is what people see in the spreadsheet: %s", (_, cell, reference) => {
  const { drafts, faults } = read(sheetOf("cases", basics, [cell, ...rest]));
  expect([drafts.map((draft) => draft.reference), faults]).toEqual([[reference], []]);
});

test.each<[string, SheetCell, string]>([
  ["is shown as a month", july("Jul-15"), "Jul-15, the date 1 July 2015"],
  ["is shown as a day", july("01/07/2015"), "01/07/2015, the date 1 July 2015"],
  ["may be shown in any way", july(null), "1 July 2015"],
  ["never was", { text: "1900-02-29", shown: null, isDay: true }, "the day 1900-02-29"],
])("a reference of which a date was made is a fault, when it %s", (_, cell, found) => {
  const children = sheetOf("children", ["Case", "Age"], [cell, "3"]);
  const fault = (place: string) =>
    `${place}: “${found}” found, expected a reference, of which the spreadsheet program has made a date; make the cells text there, and type it again`;
  expect(read(sheetOf("cases", basics, [cell, ...rest]), children)).toEqual({
    drafts: [],
    refused: 0,
    faults: [fault("cases, row 2, column Ref"), fault("children, row 2, column Case")],
  });
});

test("a date and a number stay what they are where no words are expected", () => {
  const sheet = sheetOf(
    "cases",
    [...basics, "Rationale", "Child 1 age", "Period 1 start"],
    [...case1, number("12", "0012"), number("7", "07"), july("Jul-15")],
  );
  const { drafts, faults } = read(sheet);
  expect(faults).toEqual([]);
  expect(drafts[0]?.facts).toMatchObject({
    incidentRationale: "0012",
    children: [{ ageYears: 7 }],
    periods: [{ startDate: "2015-07-01" }],
  });
});

test("a reference in words that looks like such a date is taken, and doubted once", () => {
  const references = ["Jul-15", "7-Jul", "07-Jul-15", "2015-07", "Julia-15", "Jul"];
  const sheet = sheetOf("cases", basics, ...references.map((one) => [one, ...rest]));
  const children = sheetOf("children", ["Case", "Age"], ["jul-15", "3"]);
  const sheets = [sheet, children];
  const { drafts, doubts } = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  expect(drafts.map(({ reference }) => reference)).toEqual(references);
  const doubt = (row: number, reference: string) =>
    `cases, row ${row}, column Reference: “${reference}” found, expected a reference such as 2015-07, of which spreadsheet programs make a date like this one`;
  expect(doubts.map(faultSentence)).toEqual([
    doubt(2, "Jul-15"),
    doubt(3, "7-Jul"),
    doubt(4, "07-Jul-15"),
  ]);
});
