import { expect, test } from "vitest";
import { randomFrom, seedOf, seeds, shuffled } from "./random";

const first = (seed: number, count: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, random);
};

test("the numbers of a seed are those that mulberry32 gives", () => {
  expect(first(0, 3)).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
  expect(first(42, 3)).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
  expect(first(999_999_999, 1)).toEqual([0.8934107443783432]);
});

test("they are spread evenly from 0 up to 1", () => {
  const tenths = Array(10).fill(0) as number[];
  for (const one of first(2016, 100_000))
    tenths[Math.floor(one * 10)] = (tenths[Math.floor(one * 10)] ?? 0) + 1;
  expect(Math.min(...tenths)).toBeGreaterThan(9_700);
  expect(Math.max(...tenths)).toBeLessThan(10_300);
});

test("an order holds the same things, and every order comes up about as often", () => {
  const random = randomFrom(7);
  const orders = new Map<string, number>();
  for (let round = 0; round < 12_000; round++) {
    const order = shuffled(["a", "b", "c"], random).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  expect([...orders.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
  expect(Math.min(...orders.values())).toBeGreaterThan(1_850);
  expect(Math.max(...orders.values())).toBeLessThan(2_150);
  expect(shuffled([], random)).toEqual([]);
});

test("a seed is made from texts, whatever their order, and can be entered", () => {
  expect(seedOf(["2016-01", "2016-02"])).toBe(seedOf(["2016-02", "2016-01"]));
  expect(seedOf(["2016-01", "2016-02"])).not.toBe(seedOf(["2016-01", "2016-03"]));
  // FNV-1a of the empty text and of "a" are published: 2166136261 and 3826002220.
  expect(seedOf([])).toBe(2166136261 % seeds);
  expect(seedOf(["a"])).toBe(3826002220 % seeds);
});
