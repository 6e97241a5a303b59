import { expect, it } from "vitest";
import { type LevelBar, type LevelChart, partsOf } from "./level-chart";

const bars = (factors: number, each: number, legend: LevelBar["legend"] = null): LevelBar[] =>
  Array.from({ length: factors * each }, (_, index) => {
    const factor = `factor ${Math.floor(index / each) + 1}`;
    return {
      key: `${factor} ${index % each}`,
      factor,
      label: factor,
      parts: [],
      withheld: null,
      legend,
    };
  });

function lengthsOf(all: LevelBar[]): number[] {
  const chart: LevelChart = { title: "", description: "", legend: [], bars: all, notes: [] };
  return partsOf(chart).map((part) => part.bars.length);
}

it("leaves a chart that fits on a page as it is", () => {
  expect(lengthsOf(bars(13, 2))).toEqual([26]);
});

it("goes on on another page between two factors, never between the bars of one", () => {
  expect(lengthsOf(bars(13, 5))).toEqual([35, 30]);
  expect(lengthsOf(bars(13, 6))).toEqual([36, 36, 6]);
});

it("leaves room for the legends of factors with a scale of their own", () => {
  expect(lengthsOf(bars(12, 3))).toEqual([36]);
  expect(lengthsOf(bars(12, 3, [{ level: "3", label: "Yes" }]))).toEqual([27, 9]);
});
