import { randomFrom } from "../random";
import { addCoincidences, alphaOf, krippendorffsAlpha, type Metric } from "./krippendorffs-alpha";
import { multinomial } from "./multinomial";
import type { Patterns } from "./patterns";
import type { Interval } from "./result";
import { at, Square, sum } from "./sums";
import { pairable, type Tally, talliesOf } from "./tallies";

/** How resamples are drawn, and how many. The same seed gives the same interval. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
  /** How much of the resamples the interval holds; 0.95 when it is left open. */
  readonly confidence?: number;
}

/** Krippendorff's marks: from the upper one on reliable, between them for tentative conclusions. */
export const marks = [0.667, 0.8] as const;

export interface AlphaInterval {
  /** Null with fewer than two cases to draw from, and when no resample has any variation. */
  readonly interval: Interval | null;
  /** For each mark in how large a share of the resamples alpha is below it. */
  readonly below: readonly { readonly mark: number; readonly share: number }[];
  /** How many resamples there were, and how many of them had no variation and were dropped. */
  readonly resamples: number;
  readonly dropped: number;
}

/**
 * The percentile bootstrap interval of Krippendorff's alpha: cases with two ratings or more are
 * drawn with replacement, as many as there are, and the whole coefficient is computed again.
 * Drawing cases one by one or drawing how often each tally occurs (multinomially) is the same; the
 * second costs the same for 100 cases and for 100,000.
 *
 * Formula: the quantiles (1 - confidence) / 2 and (1 + confidence) / 2 of alpha over the resamples,
 * interpolated between neighbours. Resamples without variation, where alpha is not defined, are
 * dropped and counted. Throws when fewer than one resample is asked for.
 *
 * Source: Zapf, Castell, Morawietz and Karch (2016), BMC Medical Research Methodology 16, 93. It is
 * not Krippendorff's own algorithm (Hayes and Krippendorff 2007), which draws pairs as if those of
 * one case had nothing to do with each other, and gives intervals that are too short.
 *
 * Worked example: 20 cases of perfect agreement on two levels give alpha 1 in every resample that
 * has both levels: interval 1 to 1.
 */
export function alphaInterval(
  patterns: Patterns,
  metric: Metric,
  { resamples, seed, confidence = 0.95 }: Resampling,
): AlphaInterval {
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new RangeError("The bootstrap needs a whole number of resamples, 1 or more");
  const alphas = resampledAlphas(patterns, metric, { resamples, seed });
  const dropped = resamples - alphas.length;
  if (krippendorffsAlpha(patterns, metric).cases < 2 || alphas.length === 0)
    return { interval: null, below: [], resamples, dropped };
  const tail = (1 - confidence) / 2;
  return {
    interval: { low: quantile(alphas, tail), high: quantile(alphas, 1 - tail) },
    below: marks.map((mark) => ({
      mark,
      share: alphas.filter((alpha) => alpha < mark).length / alphas.length,
    })),
    resamples,
    dropped,
  };
}

/** Alpha of each resample that has variation, the lowest first. */
function resampledAlphas(
  patterns: Patterns,
  metric: Metric,
  { resamples, seed }: Resampling,
): Float64Array {
  const tallies = pairable(talliesOf(patterns));
  const cases = sum(tallies, (tally) => tally.cases);
  const shares = Float64Array.from(tallies, (tally) => tally.cases / cases);
  const each = coincidencesOfEach(tallies, patterns.scale.length);
  const random = randomFrom(seed);
  const drawn = new Uint32Array(tallies.length);
  const o = new Square(patterns.scale.length);
  const alphas: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    multinomial(random, cases, shares, drawn);
    addUp(drawn, each, o.numbers);
    const { value } = alphaOf(o, patterns.scale, metric);
    if (value !== null) alphas.push(value);
  }
  return Float64Array.from(alphas).sort();
}

/** What one case of each tally puts into the coincidences, one tally behind the other. */
export function coincidencesOfEach(tallies: readonly Tally[], levels: number): Float64Array {
  const all = new Float64Array(tallies.length * levels ** 2);
  for (const [index, tally] of tallies.entries()) {
    const own = new Square(levels);
    addCoincidences(own, tally, 1);
    all.set(own.numbers, index * levels ** 2);
  }
  return all;
}

/** The coincidences of so many cases of each tally, written into `into`. */
export function addUp(drawn: Uint32Array, each: Float64Array, into: Float64Array): void {
  into.fill(0);
  for (let tally = 0; tally < drawn.length; tally++) {
    const times = drawn[tally] as number;
    if (times === 0) continue;
    const start = tally * into.length;
    for (let cell = 0; cell < into.length; cell++)
      (into[cell] as number) += times * (each[start + cell] as number);
  }
}

/** The number below which this share of sorted numbers lies, interpolated between neighbours. */
export function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [at(sorted, Math.floor(place)), at(sorted, Math.ceil(place))];
  return low + (high - low) * (place - Math.floor(place));
}
