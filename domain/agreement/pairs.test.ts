import { expect, test } from "vitest";
import { cohensKappa } from "./cohens-kappa";
import { marginalHomogeneity } from "./marginal-homogeneity";
import { meanDifference } from "./mean-difference";
import { pairTable } from "./pairs";
import { type Patterns, patternsOf } from "./patterns";
import { percentAgreement } from "./percent-agreement";
import { presence, weightsOf, withinOne } from "./weights";

const scale = [0, 1, 2, 3];

/** Two coders whose table is given: a line for each level of the first. */
function ofTable(table: readonly (readonly number[])[]): Patterns {
  const patterns = table.flatMap((line, k) =>
    line.map((cases, l) => ({ given: [k, l], cases })).filter(({ cases }) => cases > 0),
  );
  return { scale: table.map((_, level) => level), coders: 2, patterns };
}

/** The sight of 7,477 women without glasses, right eye by left, best to worst: Stuart (1953). */
const stuart = [
  [1520, 266, 124, 66],
  [234, 1512, 432, 78],
  [117, 362, 1772, 205],
  [36, 82, 179, 492],
];

test("the Stuart-Maxwell test gives what Stuart (1955) found", () => {
  const { statistic, degrees, p, cases } = marginalHomogeneity(ofTable(stuart), 0, 1);
  expect(statistic).toBeCloseTo(11.957, 3);
  expect(degrees).toBe(3);
  expect(p).toBeCloseTo(0.0075, 4);
  expect(cases).toBe(7477);
});

test("of two levels it is McNemar's: (10 - 4)^2 / (10 + 4)", () => {
  const table = [
    [20, 10],
    [4, 30],
  ];
  expect(marginalHomogeneity(ofTable(table), 0, 1)).toMatchObject({
    statistic: 36 / 14,
    degrees: 1,
  });
});

test("levels that are mixed up in two groups count for themselves", () => {
  const table = [
    [5, 9, 0, 0],
    [1, 5, 0, 0],
    [0, 0, 5, 8],
    [0, 0, 2, 5],
  ];
  const { statistic, degrees } = marginalHomogeneity(ofTable(table), 0, 1);
  expect(statistic).toBeCloseTo(64 / 10 + 36 / 10, 12);
  expect(degrees).toBe(2);
});

test("two coders who never differ leave nothing to test, and the reason says so", () => {
  const same = patternsOf(scale, [
    [3, 3],
    [0, 0],
  ]);
  expect(marginalHomogeneity(same, 0, 1)).toEqual({
    statistic: null,
    degrees: 0,
    p: null,
    reason: "no_difference",
    cases: 2,
  });
  expect(marginalHomogeneity(patternsOf(scale, [[3, null]]), 0, 1).reason).toBe("no_two_ratings");
});

test("the mean difference says by how much the first rates higher", () => {
  // R: t.test(c(3, 2, 3, 0), c(2, 2, 1, 0), paired = TRUE)$conf.int
  const rows = [
    [3, 2],
    [2, 2],
    [3, 1],
    [0, 0],
    [3, null],
  ];
  const { value, interval, cases } = meanDifference(patternsOf(scale, rows), 0, 1);
  expect(value).toBe(0.75);
  expect(interval?.low).toBeCloseTo(-0.7734801808, 9);
  expect(interval?.high).toBeCloseTo(2.2734801808, 9);
  expect(cases).toBe(4);
  expect(meanDifference(patternsOf(scale, rows), 1, 0).value).toBe(-0.75);
});

test("one case has a mean difference and no interval, none has a reason", () => {
  expect(meanDifference(patternsOf(scale, [[3, 1]]), 0, 1)).toMatchObject({
    value: 2,
    interval: null,
  });
  expect(meanDifference(patternsOf(scale, [[3, null]]), 0, 1)).toMatchObject({
    value: null,
    reason: "no_two_ratings",
  });
});

test("a coder without ratings has no kappa with anybody, and the others keep theirs", () => {
  const rows = [
    [0, 0, null],
    [3, 3, null],
    [3, 0, null],
  ];
  const patterns = patternsOf(scale, rows);
  expect(cohensKappa(patterns, 0, 2)).toMatchObject({ value: null, reason: "no_two_ratings" });
  expect(cohensKappa(patterns, 0, 1).value).toBeCloseTo(0.4, 12);
});

test("the scores are the distances: on 3, 2, 0 previously is two from no", () => {
  const w = weightsOf([0, 2, 3], "linear");
  expect(w.at(0, 1)).toBeCloseTo(1 / 3, 12);
  expect(w.at(1, 2)).toBeCloseTo(2 / 3, 12);
});

test("within one and presence are percent agreement with other ideas of the same", () => {
  const patterns = patternsOf(scale, [
    [3, 2],
    [1, 0],
    [3, 1],
    [0, 0],
  ]);
  expect(percentAgreement(patterns, withinOne(scale)).value).toBe(0.75);
  expect(percentAgreement(patterns, presence(scale)).value).toBe(0.75);
  expect(percentAgreement(patterns).value).toBe(0.25);
});

test("there is no table of coders who are not there", () => {
  expect(() => pairTable(patternsOf(scale, [[0, 0]]), 0, 2)).toThrow("no coders 0 and 2");
});
