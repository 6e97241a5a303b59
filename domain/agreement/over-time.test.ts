import { expect, test } from "vitest";
import { krippendorffsAlpha } from "./krippendorffs-alpha";
import { meanAlphaInterval } from "./mean-alpha-interval";
import { meanOfFactors } from "./mean-of-factors";
import { inCases, windowOfAll, windowOfFactor } from "./over-time";
import { countPatterns } from "./patterns";
import type { RatedFactor } from "./rated-cases";
import { windowsOf } from "./windows";

const pause = async () => {};

function factor(columns: readonly (readonly number[])[]): RatedFactor {
  const given = columns.map((column) => Int8Array.from(column));
  const agreed = new Int8Array(given[0]?.length ?? 0).fill(-1);
  return { factor: "neglect", scale: [0, 1, 2, 3], given, agreed };
}

const differing = factor([
  [0, 1, 2, 3, 0, 1, 2, 3],
  [0, 1, 2, 3, 1, 1, 3, 3],
]);
const alike = factor([
  [0, 3, 0, 3, 0, 3, 0, 3],
  [0, 3, 0, 3, 0, 3, 0, 3],
]);
const constant = factor([new Array(8).fill(0), new Array(8).fill(0)]);

test("cases are cut into windows of equally many, in their order", () => {
  const sizes = (cases: number) => windowsOf(cases).map(({ start, end }) => end - start);
  expect(sizes(0)).toEqual([]);
  expect(sizes(19)).toEqual([19]);
  expect(sizes(23)).toEqual([11, 12]);
  expect(sizes(89)).toEqual([44, 45]);
  expect(sizes(100)).toEqual([33, 33, 34]);
  expect(sizes(1000)).toEqual([125, 125, 125, 125, 125, 125, 125, 125]);
  expect(windowsOf(23)).toEqual([
    { start: 0, end: 11 },
    { start: 11, end: 23 },
  ]);
});

test("a window has the figures of its cases alone", () => {
  const first = windowOfFactor(inCases(differing, [0, 1, 2, 3]));
  expect(first).toMatchObject({ cases: 4, alpha: { value: 1 }, percent: { value: 1 } });
  expect(first.interval).toEqual({ low: 1, high: 1 });
  const second = windowOfFactor(inCases(differing, [7, 6, 5, 4]));
  expect(second).toMatchObject({ cases: 4, percent: { value: 0.5 }, factors: null });
});

test("all factors are the mean of those that have a value", async () => {
  const one = krippendorffsAlpha(countPatterns(differing.scale, differing.given), "ordinal");
  const window = await windowOfAll([differing, alike, constant], pause);
  expect(window.factors).toBe(2);
  expect(window.alpha.value).toBeCloseTo(((one.value ?? 0) + 1) / 2, 12);
  expect(window.percent.value).toBeCloseTo((0.75 + 1 + 1) / 3, 12);
  const nothing = await windowOfAll([constant], pause);
  expect(nothing).toMatchObject({ alpha: { value: null, reason: "no_variation" }, interval: null });
});

test("a mean of nothing says why", () => {
  expect(meanOfFactors([])).toEqual({ value: null, reason: "no_two_ratings", factors: 0 });
});

test("the interval of the mean holds the mean, and is the same for the same seed and any coders", async () => {
  const resampling = { resamples: 400, seed: 7 };
  const interval = await meanAlphaInterval([differing, alike], resampling, pause);
  expect(interval?.low).toBeLessThan(0.95);
  expect(interval?.high).toBeGreaterThan(0.95);
  expect(await meanAlphaInterval([differing, alike], resampling, pause)).toEqual(interval);
  const turned = { ...differing, given: [...differing.given].reverse() };
  expect(await meanAlphaInterval([turned, alike], resampling, pause)).toEqual(interval);
});

test("full agreement is from 1 to 1; no variation, one case and no factor have no interval", async () => {
  const resampling = { resamples: 50, seed: 7 };
  expect(await meanAlphaInterval([alike], resampling, pause)).toEqual({ low: 1, high: 1 });
  expect(await meanAlphaInterval([constant], resampling, pause)).toBeNull();
  expect(await meanAlphaInterval([inCases(alike, [1])], resampling, pause)).toBeNull();
  expect(await meanAlphaInterval([], resampling, pause)).toBeNull();
});

test("a case with one rating is drawn and adds nothing", async () => {
  const single = factor([
    [0, 3, 0, 3, 2],
    [0, 3, 0, 3, -1],
  ]);
  expect(await meanAlphaInterval([single], { resamples: 50, seed: 7 }, pause)).toEqual({
    low: 1,
    high: 1,
  });
});

test("one case that can be compared gives no interval of the mean", async () => {
  const one = factor([
    [0, 1, -1, -1],
    [3, -1, 2, -1],
  ]);
  expect(await meanAlphaInterval([one], { resamples: 50, seed: 1 }, pause)).toBeNull();
});
