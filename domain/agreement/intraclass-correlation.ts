import { fQuantile } from "./distributions";
import { type Interval, quotient, type Reason, type Value } from "./result";
import { at, sum, upTo } from "./sums";

/** A correlation and its 95% interval, which is null where there is none. */
export type Correlation = Value & { readonly interval: Interval | null };

/** The intraclass correlation of the scores of several coders. */
export interface IntraclassCorrelation {
  /** ICC(2,1): how well one coder's score speaks for the case. */
  readonly single: Correlation;
  /** ICC(2,k): the same for the mean of all k coders. */
  readonly average: Correlation;
  /** How many cases all these coders scored, and how many coders they are. */
  readonly cases: number;
  readonly coders: number;
}

/**
 * ICC(2,1) and ICC(2,k): two-way random effects, absolute agreement, over the cases that all of
 * these coders scored. A row is a case with a score, or null, for each coder; a total of which one
 * part is missing is null. Nothing is filled in.
 *
 * Formula: with n cases, k coders and the mean squares R of cases, C of coders and E,
 * ICC(2,1) = (R - E) / (R + (k - 1) E + k (C - E) / n), ICC(2,k) = (R - E) / (R + (C - E) / n).
 * Interval: see `limits`; of the average by k x / (1 + (k - 1) x) from those of the single.
 * Null with fewer than two cases or coders, and when no score differs. Throws when a score is not a
 * number or the rows differ in length.
 *
 * Sources: Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw and Wong (1996),
 * Psychological Methods 1, 30-46.
 *
 * Worked example: [1, 1], [5, 5], [9, 9]: E and C are 0, both are 1. The six cases and four judges
 * of Shrout and Fleiss give 0.29 and 0.62.
 */
export function intraclassCorrelation(
  rows: readonly (readonly (number | null)[])[],
): IntraclassCorrelation {
  const coders = rows[0]?.length ?? 0;
  const complete = rows.filter((row): row is readonly number[] => isComplete(row, coders));
  const cases = complete.length;
  const reason = whyNot(cases, coders);
  if (reason) {
    const none = { value: null, reason, interval: null };
    return { single: none, average: none, cases, coders };
  }
  const squares = meanSquares(complete, coders);
  const { r, c, e, n, k } = squares;
  const single = quotient(r - e, r + (k - 1) * e + (k * (c - e)) / n, "no_variance");
  const average = quotient(r - e, r + (c - e) / n, "no_variance");
  const interval = single.value === null ? null : limits(squares, single.value);
  const ofMean = interval && {
    low: spearmanBrown(interval.low, k),
    high: spearmanBrown(interval.high, k),
  };
  return {
    single: { ...single, interval },
    average: { ...average, interval: average.value === null ? null : ofMean },
    cases,
    coders,
  };
}

/**
 * An intraclass correlation without what says nothing. That of one coder lies between -1 / (k - 1)
 * and 1, but of a few cases, or of cases that hardly differ, the formulas give less, or a lower limit
 * below it; those of the mean are then numbers above 1, limits that have changed places, or far below
 * -1. In place of such a value stands null with its reason, in place of such an interval null.
 * Ordinary values below 0 stay.
 *
 * Worked example: [10, 12], [14, 13]: 0.62 and 0.76; the lower limit would be -8.27, so that neither
 * has an interval. [1, 9], [5, 5], [9, 1]: -3 and 3 by the formulas, so that neither has a value.
 */
export function withinBounds(found: IntraclassCorrelation): IntraclassCorrelation {
  const { single, average, coders } = found;
  const least = -1 / (coders - 1);
  const says = single.value === null || single.value > least;
  const limited = single.interval !== null && single.interval.low > least;
  return {
    ...found,
    single: kept(single, says, limited),
    average: kept(
      average,
      says && (average.value ?? 0) >= -1,
      limited && (average.interval?.low ?? 0) >= -1,
    ),
  };
}

function kept(found: Correlation, says: boolean, limited: boolean): Correlation {
  if (!says) return { value: null, reason: "beyond_bounds", interval: null };
  return limited ? found : { ...found, interval: null };
}

function isComplete(row: readonly (number | null)[], coders: number): boolean {
  if (row.length !== coders) throw new RangeError("Every case needs a place for each coder");
  if (row.some((score) => score !== null && !Number.isFinite(score)))
    throw new RangeError("A score is not a number");
  return !row.includes(null);
}

function whyNot(cases: number, coders: number): Reason | null {
  if (coders < 2) return "one_coder";
  if (cases === 0) return "no_whole_ratings";
  return cases === 1 ? "one_case" : null;
}

interface MeanSquares {
  readonly r: number;
  readonly c: number;
  readonly e: number;
  readonly n: number;
  readonly k: number;
}

function meanSquares(rows: readonly (readonly number[])[], k: number): MeanSquares {
  const n = rows.length;
  const ofCase = rows.map((row) => sum(row, (score) => score) / k);
  const ofCoder = upTo(k).map((coder) => sum(rows, (row) => at(row, coder)) / n);
  const grand = sum(rows, (row) => sum(row, (score) => score)) / (n * k);
  const left = (row: readonly number[], index: number) =>
    sum(upTo(k), (coder) => {
      const expected = at(ofCase, index) + at(ofCoder, coder) - grand;
      return (at(row, coder) - expected) ** 2;
    });
  return {
    r: (k * sum(ofCase, (mean) => (mean - grand) ** 2)) / (n - 1),
    c: (n * sum(ofCoder, (mean) => (mean - grand) ** 2)) / (k - 1),
    e: sum(rows.entries(), ([index, row]) => left(row, index)) / ((n - 1) * (k - 1)),
    n,
    k,
  };
}

/**
 * The 95% interval of a single coder's correlation x = ICC(2,1): with a = k x / (n (1 - x)),
 * b = 1 + k x (n - 1) / (n (1 - x)),
 * v = (a C + b E)^2 / ((a C)^2 / (k - 1) + (b E)^2 / ((n - 1)(k - 1))),
 * F1 = F(.975; n - 1, v), F2 = F(.975; v, n - 1) and m = k n - k - n:
 * low = n (R - F1 E) / (F1 (k C + m E) + n R), high = n (F2 R - E) / (k C + m E + n F2 R).
 * Of a perfect correlation it is 1 to 1.
 */
function limits({ r, c, e, n, k }: MeanSquares, x: number): Interval | null {
  if (x === 1) return { low: 1, high: 1 };
  const a = (k * x) / (n * (1 - x));
  const b = 1 + (k * x * (n - 1)) / (n * (1 - x));
  const parts = (a * c) ** 2 / (k - 1) + (b * e) ** 2 / ((n - 1) * (k - 1));
  if (parts === 0) return null;
  const v = (a * c + b * e) ** 2 / parts;
  if (!(v > 0)) return null;
  const [f1, f2] = [fQuantile(0.975, n - 1, v), fQuantile(0.975, v, n - 1)];
  const rest = k * c + (k * n - k - n) * e;
  return {
    low: (n * (r - f1 * e)) / (f1 * rest + n * r),
    high: (n * (f2 * r - e)) / (rest + n * f2 * r),
  };
}

function spearmanBrown(x: number, k: number): number {
  return (k * x) / (1 + (k - 1) * x);
}
