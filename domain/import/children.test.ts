import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkChildren } from "./children";
import { faultSentence } from "./faults";

const known = new Set(["2015-01", "2015-02"]);

/** Checks a text, cells between commas, under the column names. */
function check(...lines: string[]) {
  const records = ["case_ref,age_years,sex,outcome", ...lines].map((line, index) => ({
    line: index + 1,
    cells: line.split(","),
  }));
  const { children, faults } = checkChildren("children.csv", records, known);
  return { children, sentences: faults.map(faultSentence) };
}

describe("a row of children.csv", () => {
  it("gives a child of a known case", () => {
    expect(check("2015-01,0,female,died", " 2015-02 , 17 , male , survived ")).toEqual({
      children: [
        { line: 2, reference: "2015-01", ageYears: 0, sex: "female", outcome: "died" },
        { line: 3, reference: "2015-02", ageYears: 17, sex: "male", outcome: "survived" },
      ],
      sentences: [],
    });
  });

  it("may be there twice: twins", () => {
    expect(check("2015-01,3,male,survived", "2015-01,3,male,survived").children).toHaveLength(2);
  });

  const age = "a whole number from 0 to 17";
  it.each([
    ["2015-03,3,male,died", "case_ref: “2015-03”", "the reference of a case"],
    [",3,male,died", "case_ref: nothing", "the reference of a case"],
    ["2015-01,,male,died", "age_years: nothing", age],
    ["2015-01,18,male,died", "age_years: “18”", age],
    ["2015-01,-1,male,died", "age_years: “-1”", age],
    ["2015-01,1.5,male,died", "age_years: “1.5”", age],
    ["2015-01,03,male,died", "age_years: “03”", age],
    ["2015-01,6 months,male,died", "age_years: “6 months”", age],
    ["2015-01,1e1,male,died", "age_years: “1e1”", age],
    ["2015-01,3,,died", "sex: nothing", "female or male"],
    ["2015-01,3,m,died", "sex: “m”", "female or male"],
    ["2015-01,3,male,", "outcome: nothing", "died or survived"],
    ["2015-01,3,male,injured", "outcome: “injured”", "died or survived"],
  ])("such as “%s” is refused", (line, found, expected) => {
    expect(check(line)).toEqual({
      children: [],
      sentences: [`children.csv, row 2, column ${found} found, expected ${expected}`],
    });
  });

  it("gives all its faults", () => {
    expect(check("2015-03,x,y,z", "2015-01,3,male,died")).toEqual({
      children: [{ line: 3, reference: "2015-01", ageYears: 3, sex: "male", outcome: "died" }],
      sentences: [
        "children.csv, row 2, column case_ref: “2015-03” found, expected the reference of a case",
        "children.csv, row 2, column age_years: “x” found, expected a whole number from 0 to 17",
        "children.csv, row 2, column sex: “y” found, expected female or male",
        "children.csv, row 2, column outcome: “z” found, expected died or survived",
      ],
    });
  });
});

it("reads the invented reference children: 113, of 2015 37 with 10 deaths", () => {
  const path = join(import.meta.dirname, "../../commands/demo/reference/children.csv");
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const records = lines.map((text, index) => ({ line: index + 1, cells: text.split(",") }));
  const refs = new Set(records.map(({ cells }) => cells[0] ?? ""));
  const { children, faults } = checkChildren("children.csv", records, refs);
  const of2015 = children.filter(({ reference }) => reference.startsWith("2015-"));
  expect(faults).toEqual([]);
  expect(children).toHaveLength(113);
  expect(of2015).toHaveLength(37);
  expect(of2015.filter(({ outcome }) => outcome === "died")).toHaveLength(10);
});
