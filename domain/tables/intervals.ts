import { binomialFrom } from "../binomial";
import { randomFrom } from "../random";
import { fewestForMean } from "./family";
import { formatMean } from "./mean";

/** How often each value occurs. */
export type ValueCounts = ReadonlyMap<number, number>;

/** An interval, both ends to one decimal; null where there are too few cases. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** How many times the cases are drawn anew, and the seed that decides how. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/** What Concord does unless it is told otherwise. */
export const usualResampling: Resampling = { resamples: 4000, seed: 2016 };

/**
 * The 95% interval of a mean over cases: the percentile bootstrap. As many cases as there are, are
 * drawn from them with replacement, 4,000 times over; the interval reaches from the 100th smallest of
 * the 4,000 means to the 100th largest, so that one in forty lies below it and one in forty above.
 * The same values and the same seed give the same interval, in whatever order the cases come.
 *
 * Only how often each value is drawn matters to a mean. So the counts of the values are drawn instead
 * of the cases, one value after the other, each from the draws that are left: a multinomial draw, which
 * takes as long for 100,000 cases as for 100.
 *
 * Null over fewer than ten cases: resampling so few says little of what other cases would have given.
 *
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 *
 * Example: ten cases that all have 14 → 14.0 to 14.0; nine cases → null.
 */
export function intervalOfMean(
  values: ValueCounts,
  { resamples, seed }: Resampling = usualResampling,
): Interval | null {
  const counts = [...values].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const n = counts.reduce((all, [, count]) => all + count, 0);
  if (n < fewestForMean) return null;
  const random = randomFrom(seed);
  const sums = Float64Array.from({ length: resamples }, () => drawnSum(random, counts, n)).sort();
  const beyond = Math.floor(resamples / 40);
  const at = (place: number) => formatMean(sums[place] ?? 0, n);
  return { from: at(Math.max(0, beyond - 1)), to: at(resamples - Math.max(1, beyond)) };
}

/** The sum of n values that are drawn with replacement. */
function drawnSum(
  random: () => number,
  counts: readonly (readonly [value: number, count: number])[],
  n: number,
): number {
  let [draws, among, sum] = [n, n, 0];
  for (const [value, count] of counts) {
    if (draws === 0) break;
    const drawn = binomialFrom(random, draws, count / among);
    sum += value * drawn;
    draws -= drawn;
    among -= count;
  }
  return sum;
}

/** The counts of several groups of cases that have none in common, together. */
export function countsTogether(groups: Iterable<ValueCounts>): Map<number, number> {
  const all = new Map<number, number>();
  for (const group of groups)
    for (const [value, count] of group) all.set(value, (all.get(value) ?? 0) + count);
  return all;
}
