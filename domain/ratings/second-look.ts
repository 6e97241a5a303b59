import { z } from "zod";
import type { Codebook, Factor } from "../codebook/codebook";
import { type Rating, ratingSchema } from "./ratings";

/** What a coder says of a factor when they read it again. Their quotes stay as they were. */
export type SecondRating = Omit<Rating, "quotes">;

/** A coder's second look by factor key: the factors to read again, and no others. */
export type SecondRatings = Readonly<Record<string, SecondRating>>;

/**
 * What a second look begins with: no level is chosen, so that nobody confirms one unread; the rest
 * is as the coder left it.
 */
export function firstWords({ note, unsure, themes, description }: SecondRating): SecondRating {
  return { level: null, note, unsure, themes, description };
}

/** The factors of a codebook with these keys, in its order, which says nothing of differences. */
export function factorsToReadAgain(codebook: Codebook, keys: readonly string[]): Factor[] {
  return codebook.factors.filter((factor) => keys.includes(factor.key));
}

/** The shape of a second look at these factors: exactly they, each level its own or null. */
export function secondRatingsSchema(codebook: Codebook, factors: readonly Factor[]) {
  return z.strictObject(
    Object.fromEntries(
      factors.map((factor) => [factor.key, ratingSchema(codebook, factor).omit({ quotes: true })]),
    ),
  ) as unknown as z.ZodType<SecondRatings>;
}

/** Of the factors read again, on how many levels differed at first and on how many they do now. */
export interface LevelsDiffered {
  readonly before: number;
  readonly after: number;
}

/** Whether these levels, one for each coder, are not all the same. */
export function levelsDiffer(levels: readonly string[]): boolean {
  return new Set(levels).size > 1;
}

/**
 * What a second look changed, in words.
 * Example: 6 before, 3 after → "Levels differed on 6 factors at first, on 3 after the second look".
 */
export function levelsDifferedInWords({ before, after }: LevelsDiffered): string {
  const factors = before === 0 ? "no factor" : before === 1 ? "1 factor" : `${before} factors`;
  const then = after === 0 ? "none" : String(after);
  return `Levels differed on ${factors} at first, on ${then} after the second look`;
}
