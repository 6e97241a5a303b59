import { describe, expect, it } from "vitest";
import { randomFrom, shuffled } from "../random";
import { countsTogether, intervalOfMean } from "./intervals";

/** How often each of these values occurs, in the order in which they come. */
function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The same interval by drawing one case after the other. */
function drawnByCase(values: readonly number[], seed: number): [number, number] {
  const random = randomFrom(seed);
  const means = Array.from({ length: 4000 }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++)
      sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [means[99] ?? 0, means[3900] ?? 0];
}

const ratings = [5, 9, 19, 8, 22, 14, 14, 17, 12, 11, 20, 16, 13, 18, 15, 10, 21, 14, 16, 13];

describe("the interval of a mean", () => {
  it("is the same with the same seed, and another with another", () => {
    const [first, again, other] = [7, 7, 8].map((seed) =>
      intervalOfMean(countsOf(ratings), { resamples: 4000, seed }),
    );
    expect(first).toEqual({ from: "12.5", to: "16.3" });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("does not depend on the order of the cases", () => {
    const inOrder = intervalOfMean(countsOf(ratings));
    for (const seed of [1, 2, 3])
      expect(intervalOfMean(countsOf(shuffled(ratings, randomFrom(seed))))).toEqual(inOrder);
  });

  it("is where drawing one case after the other puts it", () => {
    for (const seed of [1, 2, 3]) {
      const [from, to] = drawnByCase(ratings, seed);
      const found = intervalOfMean(countsOf(ratings), { resamples: 4000, seed });
      expect(Math.abs(Number(found?.from) - from)).toBeLessThan(0.25);
      expect(Math.abs(Number(found?.to) - to)).toBeLessThan(0.25);
    }
  });

  it("is as wide as the spread of many cases lets expect", () => {
    const many = new Map([
      [10, 50_000],
      [20, 50_000],
    ]);
    // 15 ± 1.96 × 5 ÷ √100,000
    expect(intervalOfMean(many)).toEqual({ from: "15.0", to: "15.0" });
    const hundred = new Map([
      [10, 50],
      [20, 50],
    ]);
    expect(intervalOfMean(hundred)).toEqual({ from: "14.0", to: "16.0" });
  });

  it("has no width where all cases have the same, and is none over fewer than ten", () => {
    expect(intervalOfMean(new Map([[14, 10]]))).toEqual({ from: "14.0", to: "14.0" });
    expect(intervalOfMean(new Map([[14, 9]]))).toBeNull();
    expect(intervalOfMean(new Map())).toBeNull();
  });

  it("takes no longer for 100,000 cases", () => {
    const many = new Map(Array.from({ length: 40 }, (_, value) => [value, 2500]));
    const start = performance.now();
    for (let cell = 0; cell < 5; cell++) intervalOfMean(many);
    // A fifth of the means of a page; generous, for a machine that does much else.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("counts of values", () => {
  it("of several groups are added up", () => {
    const both = countsTogether([countsOf([1, 1, 2]), countsOf([2, 3])]);
    expect([...both]).toEqual([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
  });
});
