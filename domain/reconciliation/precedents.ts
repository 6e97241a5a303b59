import { z } from "zod";
import { isKeepable, unkeepable } from "../characters";
import { type Factor, levelOf } from "../codebook/codebook";
import { differenceOf, type FactorRow } from "./reconciliation";

/** What a lead enters who makes a decided disagreement a precedent. */
export const precedentSchema = z.strictObject({
  factor: z.string(),
  summary: z
    .string()
    .trim()
    .transform((text) => text.replaceAll("\r\n", "\n"))
    .pipe(
      z
        .string()
        .min(1, "Enter a summary of the precedent")
        .max(300, "Shorten the summary to 300 characters")
        .refine(isKeepable, unkeepable),
    ),
});
export type NewPrecedent = z.infer<typeof precedentSchema>;

/** Whether the coders disagreed on this factor, so that what was agreed can be a precedent. */
export function isDisagreement(row: FactorRow): boolean {
  const difference = differenceOf(row);
  return difference !== null && difference !== "same";
}

/**
 * The levels that coders gave, each once, the highest first, in words.
 * Example: Low, High, Low → "High and Low".
 */
export function givenInWords(factor: Factor, given: readonly string[]): string {
  const labels = [...new Set(given)]
    .map((key) => levelOf(factor, key))
    .sort((a, b) => b.score - a.score)
    .map(({ label }) => label);
  const last = labels.pop() ?? "";
  return labels.length === 0 ? last : `${labels.join(", ")} and ${last}`;
}

/** Whether every word of the search is in one of these texts, in capitals or not. */
export function mentions(texts: readonly string[], search: string): boolean {
  const all = texts.join("\n").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
