import { expect, test } from "vitest";
import { countPatterns, patternsOf } from "./patterns";
import { talliesOf } from "./tallies";

test("cases with the same ratings of the same coders are counted together", () => {
  const { patterns, coders } = patternsOf(
    [0, 2, 3],
    [
      [3, 2],
      [0, null],
      [3, 2],
      [2, 3],
    ],
  );
  expect(coders).toBe(2);
  expect(patterns).toEqual([
    { given: [0, null], cases: 1 },
    { given: [1, 2], cases: 1 },
    { given: [2, 1], cases: 2 },
  ]);
});

test("a tally no longer knows who gave what, and a case that nobody rated is in none", () => {
  const rows = [
    [3, 2],
    [2, 3],
    [0, null],
    [null, null],
  ];
  expect(talliesOf(patternsOf([0, 2, 3], rows))).toEqual([
    { counts: [0, 1, 1], ratings: 2, cases: 2 },
    { counts: [1, 0, 0], ratings: 1, cases: 1 },
  ]);
});

test("a blank is not 0", () => {
  const { patterns } = patternsOf([0, 1], [[null, 0]]);
  expect(patterns).toEqual([{ given: [null, 0], cases: 1 }]);
});

test("so many coders that most patterns never occur are counted all the same", () => {
  const row = Array.from({ length: 30 }, (_, coder) => (coder % 7 === 0 ? null : coder % 4));
  const { patterns } = patternsOf([0, 1, 2, 3], [row, [...row].reverse(), row]);
  expect(patterns).toHaveLength(2);
  expect(patterns).toContainEqual({ given: row, cases: 2 });
  expect(patterns).toContainEqual({ given: [...row].reverse(), cases: 1 });
});

test("a score that is not in the scale is refused, and so is a row too short or too long", () => {
  expect(() => patternsOf([0, 2, 3], [[1, 2]])).toThrow("1 is not in the scale");
  expect(() => patternsOf([0, 2, 3], [[0, Number.NaN]])).toThrow("NaN is not in the scale");
  expect(() => patternsOf([0, 1], [[0, 1], [0]])).toThrow("a place for each coder");
  expect(() => countPatterns([0, 1], [Int8Array.of(0, 2)])).toThrow("not in the scale");
  expect(() => countPatterns([0, 1], [Int8Array.of(0), Int8Array.of(0, 1)])).toThrow(
    "a place for each case",
  );
  expect(() => patternsOf([3, 2, 0], [])).toThrow("the lowest first");
});
