import { expect, test } from "vitest";
import { correlationInWords } from "./figures";
import { intraclassCorrelation, withinBounds } from "./intraclass-correlation";

const none = "(no interval: too few cases)";

// Of Shrout and Fleiss: six cases, four judges.
const judges = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const wordsOf = (rows: readonly (readonly number[])[]) => {
  const { single, average } = withinBounds(intraclassCorrelation(rows));
  return [correlationInWords(single), correlationInWords(average)];
};

test("the order of cases and coders changes nothing", () => {
  const turned = [...judges].reverse().map((row) => [...row].reverse());
  const [own, other] = [intraclassCorrelation(judges), intraclassCorrelation(turned)];
  expect(own.single.value).toBeCloseTo(0.28976, 5);
  expect(other.single.value).toBeCloseTo(own.single.value ?? Number.NaN, 12);
  expect(other.average.interval?.low).toBeCloseTo(own.average.interval?.low ?? Number.NaN, 9);
});

test("a total that is not a number is refused, and a blank leaves the case out", () => {
  expect(() => intraclassCorrelation([[1, Number.NaN]])).toThrow("not a number");
  expect(() => intraclassCorrelation([[1, 2], [1]])).toThrow("a place for each coder");
  const rows = [
    [1, 2],
    [3, 3],
    [null, 9],
    [7, 6],
  ];
  expect(intraclassCorrelation(rows).cases).toBe(3);
});

test.each([
  [
    "two cases",
    [
      [10, 12],
      [14, 13],
    ],
    `0.62 ${none}`,
    `0.76 ${none}`,
  ],
  [
    "three cases, two of them nearly alike",
    [
      [10, 12],
      [14, 13],
      [9, 9],
    ],
    "0.84 (−0.96 to 1.00)",
    `0.92 ${none}`,
  ],
])("limits that no correlation can have are not shown: %s", (_, rows, single, average) => {
  expect(wordsOf(rows)).toEqual([single, average]);
});

test.each([
  [
    "cases that hardly differ",
    [
      [20, 22],
      [21, 19],
      [20, 21],
      [22, 20],
    ],
  ],
  [
    "coders who rate the other way round",
    [
      [1, 9],
      [5, 5],
      [9, 1],
    ],
  ],
])("nor is a value that none can have: %s", (_, rows) => {
  const why = "Too few cases, or cases too much alike.";
  expect(wordsOf(rows)).toEqual([why, why]);
});

test("what can be stays as it is, below 0 too", () => {
  expect(wordsOf(judges)).toEqual(["0.29 (0.02 to 0.76)", "0.62 (0.07 to 0.93)"]);
  const below = [1, 4, 2, 5, 3, 6, 2, 5, 1, 4].map((score, row) => [score, (row * 3) % 7]);
  const found = intraclassCorrelation(below);
  expect(found.single.value).toBeLessThan(0);
  expect(withinBounds(found).single).toEqual(found.single);
  expect(withinBounds(found).average).toEqual({ ...found.average, interval: null });
});

test("a reason stays the reason", () => {
  const why = "No case has a whole risk rating by each of these coders.";
  expect(wordsOf([])).toEqual(["One coder is not enough.", "One coder is not enough."]);
  const { single } = withinBounds(intraclassCorrelation([[1, null]]));
  expect(correlationInWords(single)).toBe(why);
});
