import { describe, expect, it } from "vitest";
import { cellText, formatMean, meanOf } from "./mean";

describe("a mean to one decimal", () => {
  it.each([
    [55, 4, "13.8", "13.75, a half, goes up"],
    [90, 7, "12.9", "12.857…"],
    [77, 6, "12.8", "12.833…"],
    [13, 1, "13.0", "a whole number keeps its decimal"],
    [0, 3, "0.0", "three cases at 0 have a mean"],
    [1, 20, "0.1", "0.05, a half, goes up"],
    [1, 21, "0.0", "0.047…"],
    [3, 20, "0.2", "0.15, which no binary fraction holds exactly"],
    [201, 20, "10.1", "10.05, which no binary fraction holds exactly"],
    [199, 20, "10.0", "9.95 goes up to the next whole number"],
    [39, 1, "39.0", "the highest risk rating"],
  ])("%d over %d is %s: %s", (sum, n, text) => {
    expect(formatMean(sum, n)).toBe(text);
  });

  it("is a dash with no cases, never 0", () => {
    expect(formatMean(0, 0)).toBe("–");
  });

  it.each([
    [1.5, 2],
    [-1, 2],
    [1, -2],
    [1, 0.5],
    [Number.NaN, 2],
    [1, Number.POSITIVE_INFINITY],
  ])("is refused for %d over %d", (sum, n) => {
    expect(() => formatMean(sum, n)).toThrow("is not a whole number of 0 or more");
  });

  it("is at most 0.05 away from the mean, halves up, for every sum of up to 60 cases", () => {
    for (let n = 1; n <= 60; n += 1)
      for (let sum = 0; sum <= 39 * n; sum += 1) {
        const tenths = Number(formatMean(sum, n).replace(".", ""));
        // Shown minus exact, times 20 × n: 0.05 becomes n. A half up is n itself, a half down −n.
        const distance = 2 * n * tenths - 20 * sum;
        expect(distance > -n && distance <= n, `${sum} over ${n}`).toBe(true);
      }
  });
});

describe("a mean", () => {
  it("keeps its sum and number of cases", () => {
    expect(meanOf([5, 9, 19])).toEqual({ sum: 33, n: 3, mean: 11 });
  });

  it("of no cases is null, and of cases at 0 is 0", () => {
    expect(meanOf([])).toEqual({ sum: 0, n: 0, mean: null });
    expect(meanOf([0, 0])).toEqual({ sum: 0, n: 2, mean: 0 });
  });

  it.each([[1.5], [-1], [Number.NaN]])("is refused for %d", (value) => {
    expect(() => meanOf([3, value])).toThrow("is not a whole number of 0 or more");
  });
});

it("stands in a cell with its number of cases", () => {
  expect(cellText({ sum: 328, n: 18 })).toBe("18.2 (18)");
  expect(cellText({ sum: 0, n: 2 })).toBe("0.0 (2)");
  expect(cellText({ sum: 0, n: 0 })).toBe("– (0)");
});
