import { blank } from "./patterns";
import type { RatedFactor } from "./rated-cases";
import { at } from "./sums";

/** How one coder stands to the others on the cases that they rated together. */
export interface OwnDifference {
  /** How many of these cases another coder rated too. */
  readonly cases: number;
  /** The mean over them of the coder's score less the mean of the others'; null without a case. */
  readonly difference: number | null;
}

/**
 * By how many points one coder is above the mean of the others, on average over the cases that they
 * and another rated.
 *
 * Example: 3 beside 2 and 1, and 0 beside 0: differences 1.5 and 0, mean 0.75 over 2 cases.
 */
export function ownDifference({ scale, given }: RatedFactor, coder: number): OwnDifference {
  let [cases, total] = [0, 0];
  for (const [row, own] of (given[coder] ?? new Int8Array()).entries()) {
    const others = given.flatMap((column, index) => {
      const place = column[row] ?? blank;
      return index === coder || place === blank ? [] : at(scale, place);
    });
    if (own === blank || others.length === 0) continue;
    cases += 1;
    total += at(scale, own) - others.reduce((sum, score) => sum + score, 0) / others.length;
  }
  return { cases, difference: cases === 0 ? null : total / cases };
}
