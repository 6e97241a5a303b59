import { pairsOfCoders, pairTable } from "./pairs";
import type { Patterns } from "./patterns";
import { quotient, type Value } from "./result";
import { at, pairsUpTo, type Square, sum, upTo } from "./sums";
import { pairable, type Tally, talliesOf } from "./tallies";
import { type Weights, weightsOf } from "./weights";

/** How often coders agreed, in three ways that are the same where no rating is missing. */
export type PercentAgreement = Value & {
  /** All pairs of ratings alike, whichever cases they are of. */
  readonly pooled: number | null;
  /** The mean over the pairs of coders who rated the same cases. */
  readonly pairMean: number | null;
  /** How many cases have two ratings or more. */
  readonly cases: number;
};

/**
 * Percent agreement, from 0 to 1: of two ratings of a case, how likely they are to be the same, as
 * the mean over cases. It is not the share of cases on which all agree. With weights, how much they
 * agree on average.
 *
 * Formula: mean over cases with r >= 2 of sum_k n_k (n*_k - 1) / (r (r - 1)), where n*_k =
 * sum_l w_kl n_l. Null when no case has two ratings.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76, 378-382 (there P-bar); with weights and missing
 * ratings Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition (there p_a).
 *
 * Worked example: [3, 3, 2] agrees in one pair of three and [0, 0, null] in its only one:
 * (1/3 + 1) / 2 = 0.667. Pooled it is 2 pairs of 4.
 */
export function percentAgreement(
  patterns: Patterns,
  weights: Weights = "unweighted",
): PercentAgreement {
  const w = weightsOf(patterns.scale, weights);
  const compared = pairable(talliesOf(patterns));
  const cases = sum(compared, (tally) => tally.cases);
  const agreed = sum(compared, (tally) => tally.cases * agreementOn(tally, w));
  const pairs = sum(compared, ({ ratings: r, cases }) => cases * r * (r - 1));
  const agreeing = sum(compared, (tally) => tally.cases * agreeingPairs(tally, w));
  return {
    ...quotient(agreed, cases, "no_two_ratings"),
    pooled: quotient(agreeing, pairs, "no_two_ratings").value,
    pairMean: meanOfPairs(patterns, w),
    cases,
  };
}

/** How much the ratings of a case agree, as a mean over its pairs. */
export function agreementOn(tally: Tally, w: Square): number {
  return agreeingPairs(tally, w) / (tally.ratings * (tally.ratings - 1));
}

function agreeingPairs({ counts }: Tally, w: Square): number {
  return sum(upTo(w.size), (k) => {
    const alike = sum(upTo(w.size), (l) => w.at(k, l) * at(counts, l));
    return at(counts, k) * (alike - 1);
  });
}

function meanOfPairs(patterns: Patterns, w: Square): number | null {
  const shares = pairsOfCoders(patterns.coders).flatMap(([a, b]) => {
    const { counts, cases } = pairTable(patterns, a, b);
    if (cases === 0) return [];
    return sum(pairsUpTo(w.size), ([k, l]) => w.at(k, l) * counts.at(k, l)) / cases;
  });
  return quotient(
    sum(shares, (share) => share),
    shares.length,
    "no_two_ratings",
  ).value;
}
