import { expect, test } from "vitest";
import { columnNames, columnPlaces, lettersAlike, titlesAbove } from "./alike-headers";

const headers = ["Ref", "Neglect", "", "Neglect"];

test("columns with one header are told apart by their letters, those without one by their number", () => {
  expect(columnNames(headers)).toEqual([
    ...["“Ref”", "“Neglect” (column B)", "column 3", "“Neglect” (column D)"],
  ]);
  const many = Array.from({ length: 28 }, () => "Other");
  expect(columnPlaces(many).slice(-3)).toEqual(["column Z", "column AA", "column AB"]);
});

test("a title goes on over the columns to its right until the next one", () => {
  const row = { line: 2, cells: ["", "Coder A", "", "Agreed"] };
  const titles = titlesAbove([{ line: 1, cells: ["Cases of 2015"] }, row], 3, 5);
  expect(titles).toEqual(["", "Coder A", "Coder A", "Agreed", "Agreed"]);
  expect(columnNames(headers, titles)).toEqual([
    ...["“Ref”", "“Neglect” (column B, under “Coder A”)", "column 3 (under “Coder A”)"],
    "“Neglect” (column D, under “Agreed”)",
  ]);
});

test("headers are the same whatever their capitals and punctuation, and a blank is none", () => {
  const letters = [[], ["B", "D"], [], ["B", "D"], []];
  expect(lettersAlike(["Ref", "Neglect", "", "neglect.", ""])).toEqual(letters);
  expect(columnPlaces(["Ref", "Neglect", "NEGLECT"]).slice(1)).toEqual(["column B", "column C"]);
});

test("a header that is merged with the cell above it stands under no title", () => {
  expect(columnPlaces(["Ref", "Age"], ["Ref", "Child 1"])).toEqual(["", "under “Child 1”"]);
});

test("the title of a sheet stands over no column, nor does a row that is further up", () => {
  expect(titlesAbove([{ line: 1, cells: ["Cases of 2015", ""] }], 2, 3)).toEqual([]);
  expect(titlesAbove([{ line: 1, cells: ["A", "B"] }], 3, 2)).toEqual([]);
});
