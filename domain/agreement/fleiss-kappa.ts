import type { Patterns } from "./patterns";
import { agreementOn } from "./percent-agreement";
import { quotient, type Value } from "./result";
import { at, sum, upTo } from "./sums";
import { pairable, type Tally, talliesOf } from "./tallies";
import { weightsOf } from "./weights";

export type FleissKappa = Value & {
  /** How many cases have two of the ratings that count. */
  readonly cases: number;
  readonly observed: number | null;
  readonly expected: number | null;
};

/**
 * Fleiss' kappa of any number of coders. It takes levels as names: High and Medium are as far
 * apart as High and Not indicated, so it is a secondary figure here.
 *
 * Formula: p_a percent agreement, pi_k = mean over cases of n_k / r, p_e = sum pi_k^2,
 * kappa = (p_a - p_e) / (1 - p_e). "listwise" takes the cases that all coders rated, as Fleiss'
 * own formula does. "available" is Gwet's extension: p_a over cases with two ratings or more, pi_k
 * over all that were rated. It has no standard error: that of Fleiss, Nee and Landis (1979) holds
 * for a kappa of 0 alone. Null when no case counts and when all ratings are the same level.
 *
 * Sources: Fleiss (1971), Psychological Bulletin 76, 378-382; Gwet (2014), Handbook of Inter-Rater
 * Reliability, 4th edition, chapter 2.
 *
 * Worked example: [3, 3] and [3, 0] agree in 1 of 2; pi is 3/4 and 1/4, p_e = 10/16, and kappa
 * (8/16 - 10/16) / (6/16) = -0.333.
 */
export function fleissKappa(patterns: Patterns, missing: "listwise" | "available"): FleissKappa {
  const rated = talliesOf(patterns).filter(
    ({ ratings }) => missing === "available" || ratings === patterns.coders,
  );
  const compared = pairable(rated);
  const cases = casesOf(compared);
  if (cases === 0)
    return {
      value: null,
      reason: missing === "listwise" ? "no_ratings_of_all" : "no_two_ratings",
      cases,
      observed: null,
      expected: null,
    };
  const same = weightsOf(patterns.scale, "unweighted");
  const observed = sum(compared, (tally) => tally.cases * agreementOn(tally, same)) / cases;
  const expected = sum(sharesOfLevels(rated, patterns.scale.length), (pi) => pi ** 2);
  return {
    ...quotient(observed - expected, 1 - expected, "no_variation"),
    cases,
    observed,
    expected,
  };
}

/** pi_k: for each level the mean over cases of the share of their ratings that it has. */
export function sharesOfLevels(rated: readonly Tally[], levels: number): number[] {
  const cases = casesOf(rated);
  return upTo(levels).map(
    (k) => sum(rated, (tally) => (tally.cases * at(tally.counts, k)) / tally.ratings) / cases,
  );
}

/** How many cases have these tallies. */
export function casesOf(tallies: readonly Tally[]): number {
  return sum(tallies, ({ cases }) => cases);
}
