import { type ChanceCorrected, chanceCorrected } from "./chance-corrected";
import type { Patterns } from "./patterns";
import { at, sum, upTo } from "./sums";
import type { Weights } from "./weights";

/**
 * Gwet's agreement coefficient: AC1 unweighted, AC2 with other weights. It stays high where nearly
 * all ratings are one level and coders agree on it, where kappa and alpha collapse.
 *
 * Formula: p_e = T_w / (q (q - 1)) x sum_k pi_k (1 - pi_k), with T_w the sum of all weights, q the
 * levels of the scale whether used or not, pi_k the mean over rated cases of n_k / r;
 * AC = (p_a - p_e) / (1 - p_e). Standard error and interval: see chanceCorrected.
 * Null when no case has two ratings. When every rating is the same it is 1 with a standard error of
 * 0, and `noVariation` says so.
 *
 * Sources: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29-48;
 * Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 4 and 5.
 *
 * Worked example: on the scale 0, 1, [0, 0] and [0, 1] agree in 1 of 2; pi is 3/4 and 1/4, T_w is
 * 2, p_e = 2 / 2 x (3/16 + 3/16) = 3/8, and AC1 is (4/8 - 3/8) / (5/8) = 0.2.
 */
export function gwetsAC(patterns: Patterns, weights: Weights): ChanceCorrected {
  return chanceCorrected(patterns, weights, (pi, w) => {
    const q = w.size;
    const factor = sum(w.numbers, (weight) => weight) / (q * (q - 1));
    return {
      expected: factor * sum(pi, (share) => share * (1 - share)),
      of: ({ counts, ratings }) =>
        (factor * sum(upTo(q), (k) => at(counts, k) * (1 - at(pi, k)))) / ratings,
    };
  });
}
