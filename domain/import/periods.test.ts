import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultSentence } from "./faults";
import { checkPeriods } from "./periods";

const known = new Set(["2015-01"]);

/** Checks a text, cells between commas, under the column names. */
function check(...lines: string[]) {
  const records = ["case_ref,start_date,end_date", ...lines].map((line, index) => ({
    line: index + 1,
    cells: line.split(","),
  }));
  const { periods, faults } = checkPeriods("periods.csv", records, known);
  return { periods, sentences: faults.map(faultSentence) };
}

describe("a row of involvement_periods.csv", () => {
  it("gives a period, of one day at least", () => {
    expect(check("2015-01,2012-02-29,2012-03-31", "2015-01,2014-01-01,2014-01-01")).toEqual({
      periods: [
        { line: 2, reference: "2015-01", startDate: "2012-02-29", endDate: "2012-03-31" },
        { line: 3, reference: "2015-01", startDate: "2014-01-01", endDate: "2014-01-01" },
      ],
      sentences: [],
    });
  });

  const day = "a date that exists, such as 2014-10-14";
  it.each([
    ["2015-99,2012-01-01,2012-02-01", "case_ref: “2015-99”", "the reference of a case"],
    ["2015-01,0214-01-01,2012-02-01", "start_date: “0214-01-01”", "a date from 1900-03-01 on"],
    ["2015-01,,2012-02-01", "start_date: nothing", day],
    ["2015-01,2013-02-29,2013-04-01", "start_date: “2013-02-29”", day],
    ["2015-01,2012-01-01,2012-04-31", "end_date: “2012-04-31”", day],
    ["2015-01,2012-01-01,", "end_date: nothing", day],
    ["2015-01,2012-01-01,01/02/2012", "end_date: “01/02/2012”", day],
    ["2015-01,2012-01-01,2012-1-2", "end_date: “2012-1-2”", day],
    [
      "2015-01,2012-02-01,2012-01-31",
      "end_date: “2012-01-31”",
      "a date that is not before the start, 2012-02-01",
    ],
  ])("such as “%s” is refused", (line, found, expected) => {
    expect(check(line)).toEqual({
      periods: [],
      sentences: [`periods.csv, row 2, column ${found} found, expected ${expected}`],
    });
  });

  it("gives all its faults", () => {
    expect(check("x,2012-02-01,2012-01-31", "x,y,z").sentences).toEqual([
      "periods.csv, row 2, column case_ref: “x” found, expected the reference of a case",
      "periods.csv, row 2, column end_date: “2012-01-31” found, expected a date that is not before the start, 2012-02-01",
      "periods.csv, row 3, column case_ref: “x” found, expected the reference of a case",
      "periods.csv, row 3, column start_date: “y” found, expected a date that exists, such as 2014-10-14",
      "periods.csv, row 3, column end_date: “z” found, expected a date that exists, such as 2014-10-14",
    ]);
  });
});

it("reads the invented reference periods, all 153", () => {
  const path = join(import.meta.dirname, "../../commands/demo/reference/involvement_periods.csv");
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const records = lines.map((text, index) => ({ line: index + 1, cells: text.split(",") }));
  const refs = new Set(records.map(({ cells }) => cells[0] ?? ""));
  const { periods, faults } = checkPeriods("involvement_periods.csv", records, refs);
  expect(faults).toEqual([]);
  expect(periods).toHaveLength(153);
});

it("refuses the first period of a case that is one too many", () => {
  const lines = Array.from({ length: 52 }, () => "2015-01,2012-01-01,2012-02-01");
  expect(check(...lines).sentences).toEqual([
    "periods.csv, row 52, column case_ref: “2015-01” found, expected at most 50 periods of a case",
  ]);
});
