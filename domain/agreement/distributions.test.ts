import { expect, test } from "vitest";
import { chiSquaredAbove, fQuantile, logGamma, tQuantile975 } from "./distributions";

// Expected values from R 4.2.2 with options(digits = 16); the calls are quoted.

test("quantiles of t are R's: qt(.975, df)", () => {
  expect(tQuantile975(1)).toBeCloseTo(12.70620473617469, 10);
  expect(tQuantile975(2)).toBeCloseTo(4.302652729749462, 11);
  expect(tQuantile975(4)).toBeCloseTo(2.776445105197793, 11);
  expect(tQuantile975(39.5)).toBeCloseTo(2.021872619814609, 11);
  expect(tQuantile975(99_999)).toBeCloseTo(1.959987707771844, 9);
});

test("quantiles of F are R's: qf(p, d1, d2)", () => {
  expect(fQuantile(0.975, 5, 3.7)).toBeCloseTo(10.46654563564989, 10);
  expect(fQuantile(0.975, 3.7, 5)).toBeCloseTo(7.48218780009808, 10);
  expect(fQuantile(0.975, 1, 1)).toBeCloseTo(647.789011477844, 8);
  expect(fQuantile(0.025, 5, 10)).toBeCloseTo(0.1510767010299818, 11);
  expect(fQuantile(0.975, 85_000, 2.5)).toBeCloseTo(21.07522848610851, 8);
  expect(fQuantile(0.975, 99_999, 100_003)).toBeCloseTo(1.012473056278585, 9);
});

test("tails of chi-squared are R's: pchisq(x, df, lower = FALSE)", () => {
  expect(chiSquaredAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquaredAbove(7.5, 3)).toBeCloseTo(0.05755845197263641, 12);
  expect(chiSquaredAbove(75, 3) / 3.623319355444662e-16).toBeCloseTo(1, 9);
  expect(chiSquaredAbove(0.1, 3)).toBeCloseTo(0.9918374237318764, 12);
  expect(chiSquaredAbove(0, 3)).toBe(1);
});

test("the logarithm of the gamma function is R's: lgamma(x)", () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 12);
  expect(logGamma(1)).toBeCloseTo(0, 12);
  expect(logGamma(2.5)).toBeCloseTo(0.2846828704729192, 12);
  expect(logGamma(10)).toBeCloseTo(12.80182748008147, 12);
  expect(logGamma(100)).toBeCloseTo(359.1342053695754, 10);
  expect(logGamma(1e5) / 1051287.708973657).toBeCloseTo(1, 14);
  expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9);
});

test("degrees of freedom that are not above 0 are refused", () => {
  expect(() => tQuantile975(0)).toThrow(RangeError);
  expect(() => fQuantile(0.975, Number.NaN, 3)).toThrow(RangeError);
  expect(() => fQuantile(1, 2, 3)).toThrow(RangeError);
  expect(() => chiSquaredAbove(1, 0)).toThrow(RangeError);
});
