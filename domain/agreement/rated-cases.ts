import { blank, type Scale } from "./patterns";
import { at, sum, upTo } from "./sums";

/** One factor of the cases that are compared, in the order of the cases. */
export interface RatedFactor {
  readonly factor: string;
  readonly scale: Scale;
  /** For each coder a place in the scale for each case; -1 where they did not rate it. */
  readonly given: readonly Int8Array[];
  /** The agreed level as a place in the scale; -1 where nothing is committed. */
  readonly agreed: Int8Array;
}

/** What coders gave independently, factor by factor. */
export interface RatedCases {
  readonly cases: number;
  /** How many factors the codebook has that each case was rated by. */
  readonly asked: readonly number[];
  readonly coders: number;
  readonly factors: readonly RatedFactor[];
}

/**
 * The risk rating that each coder gave each case: the sum of their scores on all factors of the
 * codebook that the case was rated by, and null where one of them is missing.
 *
 * Example: two factors, on which the first coder gave 3 and 2 and the second 3 and nothing, give
 * [5, null].
 */
export function riskRatingsGiven({ asked, coders, factors }: RatedCases): (number | null)[][] {
  return asked.map((whole, row) =>
    upTo(coders).map((coder) => {
      const scores = factors.flatMap(({ scale, given }) => scoreAt(scale, given[coder], row) ?? []);
      return scores.length < whole ? null : sum(scores, (score) => score);
    }),
  );
}

/** The agreed risk rating of each case: null where nothing is committed. */
export function riskRatingsAgreed({ factors, ...rated }: RatedCases): (number | null)[] {
  const asGiven = factors.map((factor) => ({ ...factor, given: [factor.agreed] }));
  return riskRatingsGiven({ ...rated, coders: 1, factors: asGiven }).map(([one = null]) => one);
}

function scoreAt(scale: Scale, places: Int8Array | undefined, row: number): number | null {
  const place = places?.[row] ?? blank;
  return place === blank ? null : at(scale, place);
}
