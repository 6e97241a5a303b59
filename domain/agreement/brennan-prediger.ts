import { type ChanceCorrected, chanceCorrected } from "./chance-corrected";
import type { Patterns } from "./patterns";
import { sum } from "./sums";
import type { Weights } from "./weights";

/**
 * Brennan and Prediger's coefficient: agreement by chance as if all levels of the scale were as
 * likely. Of two coders and two levels it is 2 p_o - 1, also called PABAK.
 *
 * Formula: p_e = T_w / q^2, with T_w the sum of all weights and q the levels of the scale;
 * (p_a - p_e) / (1 - p_e). Standard error and interval: see chanceCorrected.
 * Null when no case has two ratings.
 *
 * Sources: Brennan and Prediger (1981), Educational and Psychological Measurement 41, 687-699;
 * Byrt, Bishop and Carlin (1993), Journal of Clinical Epidemiology 46, 423-429.
 *
 * Worked example: two coders agree on 85 of 100 cases on a scale of two: 2 x 0.85 - 1 = 0.70.
 */
export function brennanPrediger(patterns: Patterns, weights: Weights): ChanceCorrected {
  return chanceCorrected(patterns, weights, (_, w) => {
    const expected = sum(w.numbers, (weight) => weight) / w.size ** 2;
    return { expected, of: () => expected };
  });
}
