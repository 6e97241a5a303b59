import { describe, expect, it } from "vitest";
import { binomialFrom } from "./binomial";
import { randomFrom } from "./random";

const draws = 200_000;

/** How often each number of successes came out. */
function drawn(seed: number, n: number, p: number): number[] {
  const random = randomFrom(seed);
  const counts = Array<number>(n + 1).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const successes = binomialFrom(random, n, p);
    counts[successes] = (counts[successes] ?? Number.NaN) + 1;
  }
  return counts;
}

/** The probabilities of 0 to n successes, one from the other. */
function chances(n: number, p: number): number[] {
  const all = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) all.push(((all[k - 1] ?? 0) * (p / (1 - p)) * (n - k + 1)) / k);
  return all;
}

describe("the number of successes", () => {
  it.each([
    ["one by one", 12, 0.3],
    ["one by one, rarely", 400, 0.004],
    ["by rejection, just so", 40, 0.25],
    ["by rejection", 300, 0.35],
    ["by rejection, more often than not", 120, 0.85],
  ])("comes out as often as it should: %s, %d trials of %d", (_, n, p) => {
    const expected = chances(n, p).map((chance) => chance * draws);
    const counts = drawn(7, n, p);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(draws);
    const likely = expected.flatMap((count, k) => (count >= 10 ? k : []));
    const apart = likely.map((k) => {
      const should = expected[k] ?? 0;
      return ((counts[k] ?? 0) - should) ** 2 / should;
    });
    const chiSquared = apart.reduce((sum, one) => sum + one, 0);
    const freedom = likely.length - 1;
    // Six standard deviations of chi-squared above what it is on average.
    expect(chiSquared).toBeLessThan(freedom + 6 * Math.sqrt(2 * freedom));
  });

  it("has the mean and the spread of many trials", () => {
    const random = randomFrom(3);
    const [n, p, times] = [1_000_000, 0.37, 20_000];
    const all = Array.from({ length: times }, () => binomialFrom(random, n, p));
    const mean = all.reduce((sum, one) => sum + one, 0) / times;
    const variance = all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / times;
    const spread = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p)).toBeLessThan((5 * spread) / Math.sqrt(times));
    expect(Math.sqrt(variance) / spread).toBeCloseTo(1, 1);
  });

  it("is none and all where nothing is left to chance", () => {
    const random = () => {
      throw new Error("Nothing is to be drawn");
    };
    expect(binomialFrom(random, 0, 0.5)).toBe(0);
    expect(binomialFrom(random, 9, 0)).toBe(0);
    expect(binomialFrom(random, 9, 1)).toBe(9);
    expect(() => binomialFrom(random, 1.5, 0.5)).toThrow("1.5 is not a number of trials");
  });
});
