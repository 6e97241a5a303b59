import type { Codebook } from "../codebook/codebook";
import { levelOf } from "../codebook/codebook";
import { type Difference, kindOfDifference } from "../reconciliation/comparison";

/** How far a person's levels and the reference levels of a practice case are the same. */
export interface PracticeResult {
  readonly factors: number;
  /** Factors with the reference level itself. */
  readonly same: number;
  /** Factors with the reference level or one whose score is one away from it. */
  readonly withinOne: number;
  /** Factors with a level above the reference level, and below it. */
  readonly higher: number;
  readonly lower: number;
}

/** One factor of a practice case: what the person gave beside the reference. */
export interface Compared {
  readonly factor: string;
  readonly given: string;
  readonly reference: string;
  readonly difference: Difference;
  /** The score that was given less that of the reference. */
  readonly gap: number;
}

/**
 * Lays what a person gave beside the reference levels, in the order of the codebook. Both name a
 * level for each factor; throws when one is missing, because a blank is never 0.
 */
export function compareWithReference(
  codebook: Codebook,
  given: Readonly<Record<string, string>>,
  reference: Readonly<Record<string, string>>,
): Compared[] {
  return codebook.factors.map((factor) => {
    const own = levelOf(factor, given[factor.key] ?? "");
    const wanted = levelOf(factor, reference[factor.key] ?? "");
    const difference = kindOfDifference([own.score, wanted.score]) ?? "same";
    return {
      ...{ factor: factor.key, given: own.key, reference: wanted.key },
      ...{ difference, gap: own.score - wanted.score },
    };
  });
}

/**
 * Counts that comparison. There is no coefficient in it that corrects for chance: thirteen factors
 * of one case are thirteen questions, with different scales, and not thirteen times the same one.
 * Example: twelve the same and one a level too high are 12 same, 13 within one, 1 higher, 0 lower.
 */
export function resultOf(compared: readonly Pick<Compared, "gap">[]): PracticeResult {
  const count = (test: (gap: number) => boolean) => compared.filter(({ gap }) => test(gap)).length;
  return {
    factors: compared.length,
    same: count((gap) => gap === 0),
    withinOne: count((gap) => Math.abs(gap) <= 1),
    higher: count((gap) => gap > 0),
    lower: count((gap) => gap < 0),
  };
}
