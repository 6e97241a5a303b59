import { expect, test } from "vitest";
import { newAllowance } from "./allowance";
import { hiddenOnes, withMergedCells } from "./cell-places";
import { limits } from "./limits";

const tooMany = "This file has more than 5,000,000 cells.";

test.each([
  ["1", "2", [0, 1]],
  ["0", "1", [0]],
  ["3", "2", []],
  ["x", "2", []],
  ["1", "x", []],
])("of columns from %s to %s those are hidden that there can be", (min, max, expected) => {
  const allowance = newAllowance();
  expect(hiddenOnes({ min, max, hidden: "1" }, allowance)).toEqual(expected);
  allowance.cells(limits.cells - expected.length);
  expect(() => allowance.cells(1)).toThrow(tooMany);
});

test("what is merged shows its text in each of its rows that has something else", () => {
  const rows = [
    { line: 2, cells: ["2016-01", "Public", "A"] },
    { line: 3, cells: ["2016-02"] },
    { line: 5, cells: ["2016-03", "", "B"] },
    { line: 6, cells: ["2016-04", "Private"] },
  ];
  expect(withMergedCells(rows, ["B2:B5"], newAllowance())).toEqual([
    { line: 2, cells: ["2016-01", "Public", "A"] },
    { line: 3, cells: ["2016-02", "Public"], merged: true },
    { line: 5, cells: ["2016-03", "Public", "B"], merged: true },
    { line: 6, cells: ["2016-04", "Private"] },
  ]);
});

test.each([
  ["with nothing in its first row", ["B2:B4", "A9:A11", "B5:D5"]],
  ["with nothing in its first cell", ["B3:B4", "C3:C4", "E3:E4"]],
])("what is merged %s changes nothing below it", (_, merged) => {
  const rows = () => [
    { line: 3, cells: ["2016-01", "", "", "A"] },
    { line: 4, cells: ["2016-02"] },
    { line: 5, cells: ["2016-03", "Private"] },
  ];
  expect(withMergedCells(rows(), merged, newAllowance())).toEqual(rows());
});
