import { describe, expect, test } from "vitest";
import { changeColumns } from "./edit";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

const header = [...basics, "Neglect"];
const first = [...case1, "3"];
const second = ["2015-02", "2015", "s31", "suicide", "1"];

function lastLineOf(...below: readonly (readonly string[])[]) {
  const sheet = sheetOf("x", header, first, second, ...below);
  return guessMatching([sheet], firstBook, null).sheets[0]?.lastLine;
}

describe("a table ends before", () => {
  test.each([
    ["a row of totals", [["Total", "2", "", "", "4"]]],
    [
      "totals in other words, and what is below them",
      [
        ["Totals (n = 2)", "2"],
        ["", "100%"],
      ],
    ],
    ["all of them", [[], ["All", "2"]]],
    ["a note after a blank row", [[], ["Note: two files are missing"]]],
    ["notes under their heading", [[], ["Notes"], ["Two files are missing"]]],
    ["totals and a note", [["Total", "2"], [], ["Note: two files are missing"]]],
  ])("%s", (_, below) => {
    expect(lastLineOf(...below)).toBe(3);
  });

  test("a row of totals that is called so before the column of references", () => {
    const sheet = sheetOf("x", ["No.", ...basics], ["1", ...case1], ["Total", "", "1"]);
    expect(guessMatching([sheet], firstBook, null).sheets[0]?.lastLine).toBe(2);
  });
});

describe("a table goes on to the end where there is", () => {
  test.each([
    ["nothing else", []],
    ["a case below the totals", [["Total", "2"], [], ["2015-03", "2015"]]],
    ["a reference alone after a blank row", [[], ["2015-03"]]],
    ["a text right below the last case", [["Note: two files are missing"]]],
    ["a case whose reference is mistyped", [[], ["All Saints 3", "2015", "s31", "suicide", "2"]]],
    ["a case without its reference", [[], ["Cases of 2016"], ["", "2016", "s31", "suicide", "2"]]],
  ])("%s", (_, below) => {
    expect(lastLineOf(...below)).toBe(undefined);
  });

  test("no case", () => {
    const sheet = sheetOf("x", basics, ["Total", "0"]);
    expect(guessMatching([sheet], firstBook, null).sheets[0]?.lastLine).toBe(undefined);
  });
});

test("what is below the table is no case, no child, no fault, no value and no column", () => {
  const ended = ["Total", "1", "one", "", "see the annex", "", "x"];
  const cases = sheetOf("cases", [...basics, "Methodology"], [...case1, "hybrid"], ended);
  const children = sheetOf("children", ["Ref", "Age"], ["2015-01", "4"], ["Total", "2"]);
  const { drafts, faults } = read(cases, children);
  expect(faults).toEqual([]);
  expect(drafts.map(({ reference, facts }) => [reference, facts.children?.length])).toEqual([
    ["2015-01", 1],
  ]);
  const [matched] = guessMatching([cases], firstBook, null).sheets;
  expect(matched?.columns.map(({ values }) => Object.keys(values))).toEqual([
    ...[[], [], ["s31"], ["suicide"], ["hybrid"]],
  ]);
});

describe("the last row is as somebody types it", () => {
  const sheet = sheetOf("x", header, first, second, ["Total", "2"]);
  const before = guessMatching([sheet], firstBook, null);
  const change = (lastLine: string, kind = "cases", headerLine = "1") =>
    changeColumns(
      before,
      { sample: "", sheets: [{ kind, headerLine, lastLine, columns: [] }] },
      [{ first: sheet.rows.map(({ line }) => ({ line, cells: [] })) }],
      firstBook,
    );

  test.each([
    ["2", 2],
    [" 3 ", 3],
    ["", undefined],
  ])("“%s”", (typed, lastLine) => {
    expect(change(typed)).toEqual({
      kind: "done",
      value: {
        matching: { ...before, sheets: [{ ...before.sheets[0], lastLine }] },
        regrouped: false,
      },
    });
  });

  test.each(["1", "0", "-3", "2.5", "the last", "12345678"])("but not “%s”", (typed) => {
    expect(change(typed)).toEqual({
      kind: "refused",
      problems: [
        {
          field: "sheets.0.lastLine",
          message: "Enter the number of a row below the headers, or leave this blank",
        },
      ],
    });
  });

  test("and below the headers where these are in another row", () => {
    expect(change("3", "cases", "3").kind).toBe("refused");
    expect(change("3", "children", "2")).toMatchObject({
      value: { matching: { sheets: [{ headerLine: 2, lastLine: 3 }] }, regrouped: true },
    });
  });
});
