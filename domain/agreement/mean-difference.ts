import { tQuantile975 } from "./distributions";
import { pairTable } from "./pairs";
import type { Patterns } from "./patterns";
import { type Coefficient, undefinedFor } from "./result";
import { at, pairsUpTo, sum } from "./sums";

export type MeanDifference = Coefficient & {
  /** How many cases both coders rated. */
  readonly cases: number;
};

/**
 * By how many points of score the first coder is above the second, on average over the cases that
 * both rated: below 0 where the first rates lower.
 *
 * Formula: d = x_a - x_b; the mean of d, its standard error s_d / sqrt(n), and the interval
 * mean +- t(.975, n - 1) standard errors. Null when nobody rated the same case; no interval for one
 * case.
 *
 * Source: Bland and Altman (1986), The Lancet 327, 307-310 (there the bias).
 *
 * Worked example: [3, 2] and [0, 0]: differences 1 and 0, mean 0.5, standard error 0.5.
 */
export function meanDifference(patterns: Patterns, a: number, b: number): MeanDifference {
  const { counts, cases: n } = pairTable(patterns, a, b);
  if (n === 0) return { ...undefinedFor("no_two_ratings"), cases: n };
  const cells = pairsUpTo(counts.size);
  const difference = (k: number, l: number) => at(patterns.scale, k) - at(patterns.scale, l);
  const value = sum(cells, ([k, l]) => counts.at(k, l) * difference(k, l)) / n;
  const estimate = { value, reason: null, cases: n } as const;
  if (n === 1) return { ...estimate, standardError: null, interval: null };
  const squares = sum(cells, ([k, l]) => counts.at(k, l) * (difference(k, l) - value) ** 2);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  const reach = tQuantile975(n - 1) * standardError;
  return { ...estimate, standardError, interval: { low: value - reach, high: value + reach } };
}
