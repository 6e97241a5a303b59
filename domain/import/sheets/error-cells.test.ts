import { describe, expect, test } from "vitest";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, factorKeys, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

describe("a whole group of errors of the spreadsheet is a fault for each, and never a blank", () => {
  const na = { error: "#N/A" };
  const levels = "expected Not indicated, Low, Medium, High or blank";
  const years = "expected a whole number from 0 to 17, or blank";

  test.each<[string, string[], string[]]>([
    [
      "scores",
      ["neglect", "other"],
      [`neglect: “#N/A” found, ${levels}`, `other: “#N/A” found, ${levels}`],
    ],
    [
      "ages of children",
      ["Child 1 age", "Child 2 age"],
      [`Child 1 age: “#N/A” found, ${years}`, `Child 2 age: “#N/A” found, ${years}`],
    ],
    [
      "days of a period",
      ["Period 1 start", "Period 1 end"],
      [
        "Period 1 start: “#N/A” found, expected a date that exists, such as 14 October 2014",
        "Period 1 end: “#N/A” found, expected a date that exists, such as 14 October 2014",
      ],
    ],
    [
      "totals",
      ["Total score", "Fatal"],
      [
        "Total score: “#N/A” found, expected a total to compare, or blank",
        "Fatal: “#N/A” found, expected Yes, No or blank",
      ],
    ],
    [
      "what the case was committed as",
      ["Version", "Committed on"],
      [
        "Version: “#N/A” found, expected a whole number from 1 to 9999, or blank",
        "Committed on: “#N/A” found, expected a date that exists, such as 14 October 2014",
      ],
    ],
  ])("%s", (_, columns, expected) => {
    const cells = [...case1, ...columns.map(() => na)];
    expect(read(sheetOf("x", [...basics, ...columns], cells)).faults).toEqual(
      expect.arrayContaining(expected.map((sentence) => `x, row 2, column ${sentence}`)),
    );
  });

  test("the sample, which the import would otherwise say for the case", () => {
    const sheet = sheetOf("x", basics, ["2015-01", na, "s31", "suicide"]);
    const matching = { ...guessMatching([sheet], firstBook, null), sample: "2015" };
    expect(readDrafts(firstBook, [sheet], matching).faults.map(faultSentence)).toEqual([
      "x, row 2, column Sample: “#N/A” found, expected a sample of at most 30 letters and digits, such as 2015",
    ]);
  });

  test("what a coder gave", () => {
    const cells = ["2015-01", "A", ...factorKeys.map(() => na)];
    const { faults } = read(sheetOf("x", ["Case", "Coder", ...factorKeys], cells));
    expect(faults.filter((sentence) => sentence.includes("“#N/A” found"))).toHaveLength(13);
  });
});

test("a text file has errors as text: where words are expected, they are faults too", () => {
  const cells = ["2015-01", "#REF!", "s31", "suicide", "#N/A", "Page #2"];
  const cases = sheetOf("x.csv", [...basics, "Rationale", "Which kind"], cells);
  const ratings = sheetOf(
    "y.csv",
    ["Case", "Coder", ...factorKeys],
    [...["2015-01", "#VALUE!"], ...factorKeys.map(() => "0")],
  );
  expect(read(cases, ratings).faults).toEqual([
    "x.csv, row 2, column Sample: “#REF!” found, expected a sample of at most 30 letters and digits, such as 2015",
    "x.csv, row 2, column Rationale: “#N/A” found, expected a text",
    "y.csv, row 2, column Coder: “#VALUE!” found, expected the name or letter of a coder, at most 60 characters",
  ]);
});

test("a number that its cell does not show is a fault where words are expected, also in a copy of the file", () => {
  const hidden = "0, which the cell does not show";
  const copy = sheetOf("x", [...basics, "Rationale"], [...case1, hidden]);
  const sheet = sheetOf("x", [...basics, "Rationale"], [...case1, { error: hidden }]);
  const faults = [
    "x, row 2, column Rationale: “0, which the cell does not show” found, expected a text",
  ];
  expect([read(sheet).faults, read(copy).faults]).toEqual([faults, faults]);
});
