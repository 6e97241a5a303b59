import { alphaInterval, type Resampling } from "./alpha-interval";
import { krippendorffsAlpha } from "./krippendorffs-alpha";
import { meanAlphaInterval } from "./mean-alpha-interval";
import { meanOfFactors } from "./mean-of-factors";
import { blank, countPatterns } from "./patterns";
import { percentAgreement } from "./percent-agreement";
import type { RatedFactor } from "./rated-cases";
import type { Interval, Value } from "./result";
import { upTo } from "./sums";

/** How many resamples there are for each window, and the seed that they are drawn by. */
export const windowResampling: Resampling = { resamples: 500, seed: 2015 };

/** How far coders agreed in one window. */
export interface WindowAgreement {
  /** How many cases have two ratings or more; of all factors the most that one has. */
  readonly cases: number;
  readonly alpha: Value;
  readonly interval: Interval | null;
  readonly percent: Value;
  /** Over how many factors alpha is the mean; null where it is of one. */
  readonly factors: number | null;
}

/** The rows of the cases that two coders or more rated on one of these factors. */
export function comparableRows(factors: readonly RatedFactor[]): number[] {
  const isComparable = ({ given }: RatedFactor, row: number) =>
    given.filter((column) => (column[row] ?? blank) !== blank).length > 1;
  const cases = factors[0]?.agreed.length ?? 0;
  return upTo(cases).filter((row) => factors.some((factor) => isComparable(factor, row)));
}

/** The same factor in some cases alone, in the order of their rows. */
export function inCases(rated: RatedFactor, rows: readonly number[]): RatedFactor {
  const only = (column: Int8Array) => Int8Array.from(rows, (row) => column[row] ?? -1);
  return { ...rated, given: rated.given.map(only), agreed: only(rated.agreed) };
}

/** How far coders agreed on one factor in one window. */
export function windowOfFactor(rated: RatedFactor): WindowAgreement {
  const patterns = countPatterns(rated.scale, rated.given);
  const alpha = krippendorffsAlpha(patterns, "ordinal");
  return {
    cases: alpha.cases,
    alpha,
    interval: alphaInterval(patterns, "ordinal", windowResampling).interval,
    percent: percentAgreement(patterns),
    factors: null,
  };
}

/**
 * How far coders agreed on all factors in one window: the means of the factors' alphas and of their
 * percent agreement, alpha with its interval. `pause` is waited for now and then.
 */
export async function windowOfAll(
  factors: readonly RatedFactor[],
  pause: () => Promise<void>,
): Promise<WindowAgreement> {
  const each = factors.map(({ scale, given }) => countPatterns(scale, given));
  const alphas = each.map((patterns) => krippendorffsAlpha(patterns, "ordinal"));
  const { factors: of, ...alpha } = meanOfFactors(alphas);
  return {
    cases: Math.max(0, ...alphas.map(({ cases }) => cases)),
    alpha,
    interval:
      alpha.value === null ? null : await meanAlphaInterval(factors, windowResampling, pause),
    percent: meanOfFactors(each.map((patterns) => percentAgreement(patterns))),
    factors: of,
  };
}
