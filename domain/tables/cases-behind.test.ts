import { describe, expect, it } from "vitest";
import { cellAt, hasCases, lineName, shareOfCase } from "./cases-behind";
import { makeTable, together } from "./make-table";
import { randomCases } from "./random-cases.fixtures";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import type { Cell, SampleChoice } from "./table";
import type { TableCase } from "./table-case";

const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const nothing: Cell = { n: 0, cases: 0, values: 0, sum: 0, lowest: null, highest: null };

function tablesOf(cases: readonly TableCase[], chosen: SampleChoice = choice) {
  return reportTables(chosen, firstBook.lists).map((kind) =>
    makeTable(kind, firstBook, cases, chosen),
  );
}

/** Every cell of every table: what it holds, and what the shares of the cases add up to. */
function cellsAndShares(cases: readonly TableCase[], chosen?: SampleChoice): [Cell, Cell][] {
  return tablesOf(cases, chosen).flatMap(({ kind, columns, lines }) =>
    lines.flatMap((line) =>
      columns.map((column, index): [Cell, Cell] => {
        const shares = cases.map(shareOfCase(kind, line, column));
        return [line.cells[index] ?? nothing, shares.reduce(together, nothing)];
      }),
    ),
  );
}

/** The references of the cases behind a cell. */
function behind(
  output: string,
  line: string,
  column: string,
  cases: readonly TableCase[] = referenceCases(),
): string[] {
  const table = tablesOf(cases).find(({ kind }) => kind.output === output);
  const found = table && cellAt(table, { line, column });
  if (!found) throw new Error("There is no such cell");
  const shareOf = shareOfCase(table.kind, found.line, found.column);
  return cases
    .filter((each) => hasCases(found.line, shareOf(each)))
    .map(({ reference }) => reference);
}

describe("the cases behind a cell", () => {
  it("add up to it, in every cell of every table of the reference data", () => {
    const all = cellsAndShares(referenceCases());
    expect(all).toHaveLength(557);
    for (const [cell, shares] of all) expect(shares).toEqual(cell);
  });

  it("add up to it in random tables, whatever samples are chosen", () => {
    const samples = ["2012", "2013", "2014", "2015", "2016"];
    for (let seed = 1; seed <= 30; seed += 1)
      for (const [cell, shares] of cellsAndShares(randomCases(seed, { most: 24, samples }), {
        thisSample: "2014",
        earlierSamples: ["2012", "2015"],
      }))
        expect(shares).toEqual(cell);
  });

  it("are those of the line and the column alone", () => {
    expect(behind("table_10", "part-private_wtfh", "this")).toEqual([
      "2015-01",
      "2015-06",
      "2015-18",
    ]);
    expect(behind("table_1", "part-excluded", "2013")).toHaveLength(2);
  });

  it("are those with a value, where the cell is a mean", () => {
    const cases = referenceCases().map((each) =>
      each.reference === "2015-06" ? { ...each, months: null } : each,
    );
    expect(behind("table_5", "subtotal-mean", "this", cases)).toHaveLength(22);
    expect(behind("table_5", "total-total", "this", cases)).toHaveLength(23);
  });
});

describe("a cell in an address", () => {
  const [table1] = tablesOf(referenceCases());
  const chart2 = tablesOf(referenceCases()).find(({ kind }) => kind.output === "chart_2");

  it("names its line by how it looks and by its key", () => {
    expect(lineName({ look: "total", key: "total" })).toBe("total-total");
    expect(table1 && cellAt(table1, { line: "part-analysed", column: "2012" })?.cell.n).toBe(23);
  });

  it("is none where there is no such line or column, nor where nobody sees it", () => {
    for (const place of [
      { line: "part-total", column: "2012" },
      { line: "total-total", column: "2016" },
      { line: "", column: "" },
    ])
      expect(table1 && cellAt(table1, place)).toBeNull();
    expect(chart2 && cellAt(chart2, { line: "part-neglect 3", column: "public" })).not.toBeNull();
    expect(chart2 && cellAt(chart2, { line: "part-neglect 3", column: "both" })).toBeNull();
  });
});
