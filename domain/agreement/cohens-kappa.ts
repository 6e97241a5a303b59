import { normal975 } from "./distributions";
import { pairTable } from "./pairs";
import type { Patterns } from "./patterns";
import { type Coefficient, isNothing, undefinedFor } from "./result";
import { at, pairsUpTo, sum, upTo } from "./sums";
import { type Weights, weightsOf } from "./weights";

export type CohensKappa = Coefficient & {
  /** How many cases both coders rated. */
  readonly cases: number;
  /** The weighted agreement that was observed, and that chance alone would give. */
  readonly observed: number | null;
  readonly expected: number | null;
  /** The standard error if kappa were 0: for a test of that and never for an interval. */
  readonly standardErrorOfNone: number | null;
};

/**
 * Cohen's kappa of two coders over the cases that both rated.
 *
 * Formula: with p_kl the share of cases that the first gave k and the second l,
 * p_o = sum w_kl p_kl, p_e = sum w_kl p_k. p_.l, kappa = (p_o - p_e) / (1 - p_e).
 * Standard error, with u_k = sum_l w_kl p_.l and v_l = sum_k w_kl p_k.:
 * { sum p_kl [w_kl - (u_k + v_l)(1 - kappa)]^2 - [kappa - p_e (1 - kappa)]^2 } / (n (1 - p_e)^2),
 * of which the root. Interval: kappa +- 1.96 standard errors, kept between -1 and 1.
 * Null when nobody rated the same case, and when p_e is 1: all ratings are the same level.
 *
 * Sources: Cohen (1960), Educational and Psychological Measurement 20, 37-46; Cohen (1968),
 * Psychological Bulletin 70, 213-220; the standard errors Fleiss, Cohen and Everitt (1969),
 * Psychological Bulletin 72, 323-327.
 *
 * Worked example: [3, 3], [3, 0], [0, 0], [0, 0] agree in 3 of 4; chance gives
 * 1/2 x 1/4 + 1/2 x 3/4 = 1/2; kappa is (3/4 - 1/2) / (1 - 1/2) = 0.5.
 */
export function cohensKappa(
  patterns: Patterns,
  a: number,
  b: number,
  weights: Weights = "unweighted",
): CohensKappa {
  const w = weightsOf(patterns.scale, weights);
  const { counts, cases: n } = pairTable(patterns, a, b);
  const none = { cases: n, observed: null, expected: null, standardErrorOfNone: null };
  if (n === 0) return { ...undefinedFor("no_two_ratings"), ...none };

  const levels = upTo(w.size);
  const cells = pairsUpTo(w.size);
  const first = levels.map((k) => counts.line(k) / n);
  const second = levels.map((l) => counts.column(l) / n);
  const observed = sum(cells, ([k, l]) => w.at(k, l) * counts.at(k, l)) / n;
  const expected = sum(cells, ([k, l]) => w.at(k, l) * at(first, k) * at(second, l));
  if (isNothing(1 - expected))
    return { ...undefinedFor("no_variation"), ...none, observed, expected };
  const kappa = (observed - expected) / (1 - expected);

  const u = levels.map((k) => sum(levels, (l) => w.at(k, l) * at(second, l)));
  const v = levels.map((l) => sum(levels, (k) => w.at(k, l) * at(first, k)));
  const error = (of: (k: number, l: number) => number, less: number) =>
    Math.sqrt(Math.max(0, sum(cells, ([k, l]) => of(k, l)) - less ** 2) / n) / (1 - expected);
  const apart = (k: number, l: number, share: number) => w.at(k, l) - (at(u, k) + at(v, l)) * share;
  const standardError = error(
    (k, l) => (counts.at(k, l) / n) * apart(k, l, 1 - kappa) ** 2,
    kappa - expected * (1 - kappa),
  );
  const standardErrorOfNone = error(
    (k, l) => at(first, k) * at(second, l) * apart(k, l, 1) ** 2,
    expected,
  );
  const estimate = { value: kappa, reason: null, cases: n, observed, expected } as const;
  if (n === 1)
    return { ...estimate, standardError: null, interval: null, standardErrorOfNone: null };
  const interval = {
    low: Math.max(-1, kappa - normal975 * standardError),
    high: Math.min(1, kappa + normal975 * standardError),
  };
  return { ...estimate, standardError, interval, standardErrorOfNone };
}
