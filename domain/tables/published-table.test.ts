import { describe, expect, it } from "vitest";
import {
  type CellWithheld,
  cellKey,
  isWithheld,
  type PublishedLine,
  type PublishedTable,
  withheldByLine,
  withheldIn,
} from "./published-table";
import { table1 } from "./submissions";
import type { Measure } from "./table";

const [shown, count, value] = [
  { count: false, value: false },
  { count: true, value: false },
  { count: false, value: true },
] as const;

const line = (
  label: string,
  measure: Measure,
  withheld: readonly CellWithheld[],
): PublishedLine => ({
  key: label,
  label,
  look: "part",
  measure,
  parts: [label],
  cells: [],
  bases: [],
  withheld,
});

describe("a cell of a published table", () => {
  it("is withheld when its count is, and when its mean is where it shows one", () => {
    expect(isWithheld(line("a", "count", [count]), 0)).toBe(true);
    expect(isWithheld(line("a", "count", [value]), 0)).toBe(false);
    expect(isWithheld(line("a", "mean", [value]), 0)).toBe(true);
    expect(isWithheld(line("a", "mean", [shown]), 0)).toBe(false);
  });
});

it("the places that are withheld are listed line by line, column by column", () => {
  const table: PublishedTable = {
    kind: table1,
    columns: [
      { key: "2015", label: "2015", groups: ["2015"] },
      { key: "2016", label: "2016", groups: ["2016"] },
    ],
    lines: [line("First", "count", [shown, count]), line("Mean", "mean", [value, value])],
  };
  expect(withheldByLine(withheldIn(table)).map(({ line, columns }) => [line, columns])).toEqual([
    ["First", ["2016"]],
    ["Mean", ["2015", "2016"]],
  ]);
  expect(withheldIn(table).map((place) => `${place.line}, ${place.column}`)).toEqual([
    "First, 2016",
    "Mean, 2015",
    "Mean, 2016",
  ]);
});

it("a cell goes by what it counts, whatever the order in which that is named", () => {
  const both = cellKey(["high", "medium"], { groups: ["2015", "2016"] });
  expect(cellKey(["medium", "high"], { groups: ["2016", "2015"] })).toBe(both);
  expect(cellKey(["high"], { groups: ["2015", "2016"] })).not.toBe(both);
});
