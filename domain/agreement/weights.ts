import type { Scale } from "./patterns";
import { at, Square } from "./sums";

/** How much two levels agree: 1 for the same, 0 for the most distant. */
export type Weights =
  | "unweighted"
  | "linear"
  | "quadratic"
  | "ordinal"
  | readonly (readonly number[])[];

/**
 * Agreement weights w_kl of a scale. x are its scores and not the ranks of those that happened to
 * occur, so on the child protection plan (3, 2, 0) previously and no are two apart.
 *
 * Formulas: unweighted 1 where k = l, else 0; linear 1 - |x_k - x_l| / (x_max - x_min); quadratic
 * the same with both squared; ordinal (Gwet) 1 - C(d + 1, 2) / C(q, 2) with d = |k - l|; or a
 * matrix as given. Throws when a matrix is not of the size of the scale.
 *
 * Sources: Cohen (1968), Psychological Bulletin 70, 213-220; Gwet (2014), Handbook of Inter-Rater
 * Reliability, 4th edition, chapter 3.
 *
 * Worked example: quadratic on 0, 2, 3: between 0 and 2 it is 1 - 4 / 9 = 0.556.
 */
export function weightsOf(scale: Scale, weights: Weights): Square {
  const size = scale.length;
  const reach = at(scale, size - 1) - at(scale, 0);
  const apart = (k: number, l: number) => Math.abs(at(scale, k) - at(scale, l)) / reach;
  if (weights === "unweighted") return new Square(size, (k, l) => (k === l ? 1 : 0));
  if (weights === "linear") return new Square(size, (k, l) => 1 - apart(k, l));
  if (weights === "quadratic") return new Square(size, (k, l) => 1 - apart(k, l) ** 2);
  if (weights === "ordinal")
    return new Square(size, (k, l) => 1 - pairsOf(Math.abs(k - l) + 1) / pairsOf(size));
  if (weights.length !== size || weights.some((line) => line.length !== size))
    throw new RangeError("The weights need a line and a column for each level of the scale");
  return new Square(size, (k, l) => at(weights[k] ?? [], l));
}

function pairsOf(things: number): number {
  return (things * (things - 1)) / 2;
}

/** Full agreement for scores that are at most one apart, none for others. */
export function withinOne(scale: Scale): Weights {
  return scale.map((a) => scale.map((b) => (Math.abs(a - b) <= 1 ? 1 : 0)));
}

/** Full agreement where both say that there is something, or both that there is not. */
export function presence(scale: Scale): Weights {
  return scale.map((a) => scale.map((b) => (a > 0 === b > 0 ? 1 : 0)));
}
