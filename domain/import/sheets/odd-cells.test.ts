import { expect, test } from "vitest";
import { basics, case1, read, sheetOf } from "./fixtures";

const periods = (...cells: string[]) =>
  sheetOf("Periods", ["Case", "Start", "End"], ["2015-01", ...cells]);

test("a period can begin on 1 March 1900, and not before", () => {
  const cases = sheetOf("Cases", basics, case1);
  expect(read(cases, periods("1/3/1900", "2/3/1900")).faults).toEqual([]);
  expect(read(cases, periods("28/2/1900", "1/1/0214")).faults).toEqual([
    "Periods, row 2, column Start: “28/2/1900” found, expected a date from 1 March 1900 on, such as 14 October 2014",
    "Periods, row 2, column End: “1/1/0214” found, expected a date from 1 March 1900 on, such as 14 October 2014",
  ]);
});

test("a text with a null character is refused", () => {
  const cases = sheetOf("Cases", [...basics, "Rationale"], [...case1, "A slip\0"]);
  expect(read(cases).faults).toEqual([
    "Cases, row 2, column Rationale: “A slip” found, expected a text without characters that cannot be shown",
  ]);
});
