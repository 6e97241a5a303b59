import { describe, expect, it } from "vitest";
import { faultSentence, orList, toldApart } from "./faults";

const fault = {
  file: "cases.csv",
  line: 12,
  column: "neglect",
  value: "Med.",
  expected: "0, 1, 2, 3 or blank",
};

describe("a fault in plain words", () => {
  it.each<[string, Partial<typeof fault>, string]>([
    [
      "names file, row, column, what was found and what was expected",
      {},
      "cases.csv, row 12, column neglect: “Med.” found, expected 0, 1, 2, 3 or blank",
    ],
    [
      "says “nothing” of a blank cell",
      { column: "sample", value: "", expected: "a sample" },
      "cases.csv, row 12, column sample: nothing found, expected a sample",
    ],
    [
      "names several columns",
      { column: "neglect, other", value: "", expected: "all 13 scores or none" },
      "cases.csv, row 12, columns neglect, other: nothing found, expected all 13 scores or none",
    ],
    [
      "names no column when it is the whole row's",
      { column: "", value: "21 cells", expected: "22" },
      "cases.csv, row 12: 21 cells found, expected 22",
    ],
    [
      "stays on one line",
      { value: " a\r\nb\u0000\tc " },
      "cases.csv, row 12, column neglect: “a b c” found, expected 0, 1, 2, 3 or blank",
    ],
    [
      "cuts a long text",
      { value: "x".repeat(61) },
      `cases.csv, row 12, column neglect: “${"x".repeat(60)}…” found, expected 0, 1, 2, 3 or blank`,
    ],
  ])("%s", (_, change, sentence) => {
    expect(faultSentence({ ...fault, ...change })).toBe(sentence);
  });
});

describe("a list of words", () => {
  it.each([
    [[], ""],
    [["yes"], "yes"],
    [["yes", "no"], "yes or no"],
    [["0", "2", "3", "blank"], "0, 2, 3 or blank"],
  ])("of %j is “%s”", (words, list) => {
    expect(orList(words)).toBe(list);
  });
});

describe("names in a list are in quotation marks where they would run together", () => {
  it.each([
    [["No", "Yes, previously"], "“No” or “Yes, previously”"],
    [
      ["Full report", "Chronology or notes", "None"],
      "“Full report”, “Chronology or notes” or “None”",
    ],
    [["High", "Low"], "High or Low"],
  ])("%j: %s", (names, list) => {
    expect(orList(toldApart(names))).toBe(list);
  });
});
