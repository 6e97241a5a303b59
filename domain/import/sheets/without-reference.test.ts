import { describe, expect, test } from "vitest";
import { firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

/** What sheets are taken for: the kind, the header row and the targets of each. */
function guess(...sheets: readonly ReturnType<typeof sheetOf>[]) {
  return guessMatching(sheets, firstBook, null).sheets.map(({ kind, headerLine, columns }) => ({
    kind,
    headerLine,
    targets: columns.map(({ target }) => target),
  }));
}

const titles = [["Submissions to serious case reviews"], ["Working copy"], []];
const header = ["Year", "Case Type", "Neglect", "DV", "CP plan", "Mum age"];
const targets = [
  ...["sample", "case_type", "neglect", "domestic_violence", "child_protection_plan"],
  "mother_age_at_first_birth",
];
const row = ["2015", "s31", "High", "Low", "No", "19"];
const whose = "Our file";

test.each([...["Ref no.", "Ref. No", "Ref number", "Reference no", "Reference number"]])(
  "“%s” is a column of references, below two lines of titles",
  (name) => {
    expect(guess(sheetOf("x", ...titles, [name, ...header], ["2015-01", ...row]))).toEqual([
      { kind: "cases", headerLine: 4, targets: ["case_ref", ...targets] },
    ]);
  },
);

describe("a sheet in which no column of references is recognised", () => {
  const cases = sheetOf("Cases", ...titles, [whose, ...header], ["2015-01", ...row]);

  test("is taken for cases when all else speaks for it, for somebody to choose that column", () => {
    expect(guess(cases)).toEqual([{ kind: "cases", headerLine: 4, targets: [null, ...targets] }]);
  });

  test("is taken for children when their columns are there", () => {
    const children = sheetOf("x", [whose, "Age", "Gender", "Died/survived"], ["1", "3", "F", "D"]);
    expect(guess(children)).toEqual([
      { kind: "children", headerLine: 1, targets: [null, "age_years", "sex", "outcome"] },
    ]);
  });

  test("is left out beside a sheet that has them, with the row of its headers", () => {
    const lists = sheetOf("Lists", ["Choices"], header, row);
    const known = sheetOf("Cases", ["Ref no.", ...header], ["2015-01", ...row]);
    expect(guess(known, lists)).toEqual([
      { kind: "cases", headerLine: 1, targets: ["case_ref", ...targets] },
      { kind: null, headerLine: 2, targets: [] },
    ]);
  });

  test("is left out where its workbook hides it, and where little is recognised", () => {
    const few = sheetOf("x", [whose, "Year", "Neglect", "Reader one"], ["2015-01", "2015"]);
    expect(guess({ ...cases, hidden: true }, few)).toEqual([
      { kind: null, headerLine: 4, targets: [] },
      { kind: null, headerLine: 1, targets: [] },
    ]);
  });

  test("is one fault until it has one, not one in each row", () => {
    expect(
      read(sheetOf("Cases", [whose, ...header], ["2015-01", ...row], ["2015-02", ...row])),
    ).toEqual({
      drafts: [],
      refused: 0,
      faults: [
        "Cases, row 1: headers without a column of references found, expected the column that has the reference of each case: choose it under Columns, or leave the sheet out there",
      ],
    });
  });
});
