import { describe, expect, it } from "vitest";
import { cellText, isFew, percentOf, percentText, publishedText } from "./cell-text";
import { table10 } from "./risk-ratings";
import { table1 } from "./submissions";
import type { Cell, Line, TableKind } from "./table";

const cell: Cell = { n: 9, cases: 9, values: 7, sum: 103, lowest: 6, highest: 21 };
const base: Cell = { ...cell, n: 23, cases: 23 };
const nothing: Cell = { n: 0, cases: 0, values: 0, sum: 0, lowest: null, highest: null };
const line = (measure: Line["measure"]): Line => ({
  key: "x",
  label: "x",
  look: "part",
  measure,
  parts: ["x"],
});
const shown = { count: false, value: false };
const inPercent: TableKind = { ...table1, percent: true };
const plain: TableKind = { ...table10, percent: false };

describe("a share", () => {
  it("is in whole per cent, halves rounded up", () => {
    expect(percentOf(9, 23)).toBe(39);
    expect(percentOf(1, 200)).toBe(1);
    expect(percentOf(1, 201)).toBe(0);
    expect(percentOf(23, 23)).toBe(100);
  });

  it("of nothing is a dash, never 0", () => {
    expect(percentOf(0, 0)).toBeNull();
    expect(percentText(0, 0)).toBe("–");
    expect(percentText(0, 5)).toBe("0%");
  });
});

describe("a cell", () => {
  it("is a count, with its share where the table has shares", () => {
    expect(cellText(plain, line("count"), cell, base)).toBe("9");
    expect(cellText(inPercent, line("count"), cell, base)).toBe("9 (39%)");
  });

  it("is a mean with the number of its cases, or an end of a range", () => {
    expect(cellText(plain, line("mean"), cell, base)).toBe("14.7 (7)");
    expect(cellText(plain, line("lowest"), cell, base)).toBe("6");
    expect(cellText(plain, line("highest"), cell, base)).toBe("21");
  });

  it("is a dash where there is no case to take a mean of", () => {
    expect(cellText(plain, line("mean"), nothing, base)).toBe("– (0)");
    expect(cellText(plain, line("lowest"), nothing, base)).toBe("–");
  });

  it("is a mark where it is withheld, of a mean its number of cases may stay", () => {
    const as = (measure: Line["measure"], withheld: { count: boolean; value: boolean }) =>
      publishedText(plain, line(measure), cell, base, withheld);
    expect(as("count", shown)).toBe("9");
    expect(as("count", { count: true, value: false })).toBe("[c]");
    expect(as("count", { count: false, value: true })).toBe("9");
    expect(as("mean", { count: false, value: true })).toBe("[c] (7)");
    expect(as("mean", { count: true, value: true })).toBe("[c]");
    expect(as("highest", { count: false, value: true })).toBe("[c]");
  });
});

describe("what rests on few cases", () => {
  it("is a count from 1 up to the number that is withheld, and a 0 is not", () => {
    const few = (n: number, cases: number) => isFew({ ...cell, n, cases }, line("count"), 5);
    expect([few(0, 0), few(1, 1), few(5, 5), few(6, 6)]).toEqual([false, true, true, false]);
    expect(few(8, 5)).toBe(true);
  });

  it("is a mean or an end of a range over fewer than ten cases", () => {
    const few = (cases: number) => isFew({ ...cell, cases }, line("mean"), 5);
    expect([few(0), few(1), few(9), few(10)]).toEqual([false, true, true, false]);
  });

  it("is a mean over so few that their number is withheld, unless they are all there are", () => {
    const few = (cases: number, look: "part" | "total") =>
      isFew({ ...cell, cases }, { ...line("mean"), look }, 20);
    expect([few(0, "part"), few(10, "part"), few(20, "part"), few(21, "part")]).toEqual([
      ...[false, true, true, false],
    ]);
    expect([few(9, "total"), few(10, "total")]).toEqual([true, false]);
  });
});
