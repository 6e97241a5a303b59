import type { Patterns, Scale } from "./patterns";
import { quotient, type Value } from "./result";
import { at, pairsUpTo, Square, sum } from "./sums";
import { pairable, type Tally, talliesOf } from "./tallies";

/** How the distance between two levels is taken. */
export type Metric = "nominal" | "ordinal" | "interval";

export type KrippendorffsAlpha = Value & {
  /** How many cases have two ratings or more, and how many ratings these have together. */
  readonly cases: number;
  readonly ratings: number;
};

/**
 * Krippendorff's alpha of any number of coders, over the cases with two ratings or more.
 *
 * Formula: coincidences o_ck = sum over cases of n_c (n_k - [c = k]) / (r - 1), n_c = sum_k o_ck,
 * n = sum n_c; alpha = 1 - (n - 1) x sum o_ck d_ck / sum n_c n_k d_ck. The distance d is nominal
 * [c != k]; interval (x_c - x_k)^2, with x the scores; ordinal
 * (sum_{g=c..k} n_g - (n_c + n_k) / 2)^2.
 * Null when no case has two ratings, and when all ratings that can be compared are the same level.
 *
 * Sources: Krippendorff (2004), Content Analysis, 2nd edition, chapter 11; Krippendorff (2011),
 * Computing Krippendorff's Alpha-Reliability.
 *
 * Worked example: [3, 3] and [3, 0], nominal: o_33 is 2, o_30 and o_03 are 1, n_3 is 3, n_0 is 1,
 * n is 4; alpha = 1 - 3 x 2 / (2 x 3 x 1) = 0.
 */
export function krippendorffsAlpha(patterns: Patterns, metric: Metric): KrippendorffsAlpha {
  const compared = pairable(talliesOf(patterns));
  const o = new Square(patterns.scale.length);
  for (const tally of compared) addCoincidences(o, tally, tally.cases);
  const counts = {
    cases: sum(compared, ({ cases }) => cases),
    ratings: sum(compared, ({ cases, ratings }) => cases * ratings),
  };
  if (compared.length === 0) return { value: null, reason: "no_two_ratings", ...counts };
  return { ...alphaOf(o, patterns.scale, metric), ...counts };
}

/** Adds what so many cases of one tally put into the coincidences. */
export function addCoincidences(o: Square, { counts, ratings }: Tally, cases: number): void {
  for (const [c, k] of pairsUpTo(o.size)) {
    const others = at(counts, k) - (c === k ? 1 : 0);
    o.add(c, k, (cases * at(counts, c) * others) / (ratings - 1));
  }
}

/**
 * Alpha of a square of coincidences; null where they have one level alone. Every resample comes
 * through here, so it is written as loops.
 */
export function alphaOf(o: Square, scale: Scale, metric: Metric): Value {
  const n = ratingsOf(o);
  const places = metric === "ordinal" ? midRanks(n) : scale;
  let [all, observed, expected] = [0, 0, 0];
  for (let c = 0; c < o.size; c++) {
    all += at(n, c);
    for (let k = 0; k < c; k++) {
      const distance = metric === "nominal" ? 1 : (at(places, c) - at(places, k)) ** 2;
      observed += o.at(c, k) * distance;
      expected += at(n, c) * at(n, k) * distance;
    }
  }
  const disagreement = quotient((all - 1) * observed, expected, "no_variation");
  return disagreement.value === null
    ? disagreement
    : { value: 1 - disagreement.value, reason: null };
}

/** n_c: how many ratings that can be compared are each level. */
function ratingsOf(o: Square): Float64Array {
  const n = new Float64Array(o.size);
  for (let c = 0; c < o.size; c++) for (let k = 0; k < o.size; k++) (n[c] as number) += o.at(c, k);
  return n;
}

/**
 * Where each level stands among all ratings, in the middle of its own. The ordinal distance of two
 * levels, sum_{g=c..k} n_g - (n_c + n_k) / 2, is the distance of these.
 */
function midRanks(n: Float64Array): Float64Array {
  let below = 0;
  return n.map((own) => {
    below += own;
    return below - own / 2;
  });
}
