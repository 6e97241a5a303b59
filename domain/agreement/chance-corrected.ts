import { tQuantile975 } from "./distributions";
import { casesOf, sharesOfLevels } from "./fleiss-kappa";
import type { Patterns } from "./patterns";
import { agreementOn } from "./percent-agreement";
import { type Coefficient, isNothing, undefinedFor } from "./result";
import { type Square, sum } from "./sums";
import { pairable, type Tally, talliesOf } from "./tallies";
import { type Weights, weightsOf } from "./weights";

export type ChanceCorrected = Coefficient & {
  /** How many cases were rated, by one coder or more. */
  readonly cases: number;
  readonly observed: number | null;
  readonly expected: number | null;
  /** Every rating is the same: the coefficient says nothing about telling levels apart. */
  readonly noVariation: boolean;
};

/** What chance is taken to give: in all, and as far as one case bears on it. */
interface Chance {
  readonly expected: number;
  readonly of: (tally: Tally) => number;
}

/**
 * A coefficient (p_a - p_e) / (1 - p_e) in which `chance` says what p_e is, from the shares pi_k of
 * the levels and the weights.
 *
 * Standard error: with N the cases rated, N2 those with two ratings or more, p_a,i and e_i what one
 * case bears on agreement and on chance,
 * g_i = (N / N2) [r_i >= 2] (p_a,i - p_e) / (1 - p_e) - 2 (1 - AC) (e_i - p_e) / (1 - p_e),
 * se^2 = sum (g_i - AC)^2 / (N (N - 1)). Interval: AC +- t(.975, N - 1) se, at most 1.
 *
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapter 5.
 */
export function chanceCorrected(
  patterns: Patterns,
  weights: Weights,
  chance: (pi: readonly number[], w: Square) => Chance,
): ChanceCorrected {
  const w = weightsOf(patterns.scale, weights);
  const rated = talliesOf(patterns);
  const [cases, compared] = [casesOf(rated), casesOf(pairable(rated))];
  const pi = sharesOfLevels(rated, w.size);
  const noVariation = cases > 0 && pi.includes(1);
  if (compared === 0)
    return {
      ...undefinedFor("no_two_ratings"),
      cases,
      observed: null,
      expected: null,
      noVariation,
    };

  const { expected, of } = chance(pi, w);
  const observed = sum(pairable(rated), (tally) => tally.cases * agreementOn(tally, w)) / compared;
  if (isNothing(1 - expected))
    return { ...undefinedFor("no_variation"), cases, observed, expected, noVariation };
  const value = (observed - expected) / (1 - expected);

  const bearing = (tally: Tally) => {
    const agreed = tally.ratings < 2 ? 0 : (cases / compared) * (agreementOn(tally, w) - expected);
    return (agreed - 2 * (1 - value) * (of(tally) - expected)) / (1 - expected);
  };
  const estimate = { value, reason: null, cases, observed, expected, noVariation } as const;
  if (cases === 1) return { ...estimate, standardError: null, interval: null };
  const squares = sum(rated, (tally) => tally.cases * (bearing(tally) - value) ** 2);
  const standardError = Math.sqrt(squares / cases / (cases - 1));
  const reach = tQuantile975(cases - 1) * standardError;
  const interval = { low: value - reach, high: Math.min(1, value + reach) };
  return { ...estimate, standardError, interval };
}
