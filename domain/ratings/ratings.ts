import { z } from "zod";
import { isKeepable, unkeepable } from "../characters";
import { type Codebook, type Factor, findLevel, levelOf } from "../codebook/codebook";
import type { Problem } from "../outcome";
import { otherNeeds } from "./other-needs";
import { isBlank, longestPassage, mostQuotes, type Quote } from "./quotes";

/** What one coder says of one factor. `level` is null until they choose: a blank is never 0. */
export interface Rating {
  readonly level: string | null;
  readonly note: string;
  readonly unsure: boolean;
  /** Passages of the submission that show it. */
  readonly quotes: readonly Quote[];
  /** Themes and description belong to the factor "Other" alone. */
  readonly themes: readonly string[];
  readonly description: string;
}

/** One coder's ratings of a case by factor key. */
export type Ratings = Readonly<Record<string, Rating>>;

/** A factor that nobody has rated yet. */
export const unrated: Rating = {
  level: null,
  note: "",
  unsure: false,
  quotes: [],
  themes: [],
  description: "",
};

const note = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n"))
  .pipe(z.string().max(4000, "Shorten this to 4,000 characters").refine(isKeepable, unkeepable));

const trimmed = (most: number, message: string) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, message).refine(isKeepable, unkeepable));

const quote = z
  .strictObject({
    text: trimmed(longestPassage, "Shorten this passage to 1,500 characters"),
    page: trimmed(20, "Shorten the page to 20 characters"),
    place: trimmed(200, "Shorten the place to 200 characters"),
    at: z
      .int("Select the passage again")
      .min(0, "Select the passage again")
      .max(100_000_000, "Select the passage again")
      .nullable(),
  })
  .refine((one) => one.text !== "" || isBlank(one), {
    path: ["text"],
    message: "Enter the passage that stands there",
  });

/**
 * The shape of a factor's quotes: each with a passage, all trimmed, line breaks in one way, at most
 * 20. Quotes that nothing is written in are left out.
 */
export const quotesSchema = z
  .array(quote)
  .max(mostQuotes, "Keep to 20 quotes for one factor: remove one first")
  .transform((quotes): readonly Quote[] => quotes.filter((one) => !isBlank(one)));

/**
 * The shape of a coder's ratings under a codebook: exactly its factors, each level one of that
 * factor's own or null. Form and database write are both checked by it.
 * An unknown factor, an unknown level or a 1 on the child protection plan is refused.
 */
export function ratingsSchema(codebook: Codebook) {
  return z.strictObject(
    Object.fromEntries(
      codebook.factors.map((factor) => [factor.key, ratingSchema(codebook, factor)]),
    ),
  ) as unknown as z.ZodType<Ratings>;
}

/** The shape of a rating of one factor under a codebook. */
export function ratingSchema(codebook: Codebook, factor: Factor) {
  const levels = factor.levels.map((level) => level.key);
  const themes = codebook.otherThemes.map((theme) => theme.key);
  return z.strictObject({
    level: z.enum(levels, `Select a level for ${factor.label}`).nullable(),
    note,
    unsure: z.boolean(),
    quotes: quotesSchema,
    themes: factor.takesThemes
      ? z
          .array(z.enum(themes, "Select themes from the list"))
          .transform((chosen) => [...new Set(chosen)])
      : z.array(z.never()).max(0),
    description: factor.takesThemes ? note : z.literal(""),
  });
}

/**
 * What keeps these ratings from being submitted: each factor without a level, and "Other" above
 * "Not indicated" without a theme or a description. Empty when all is there.
 */
export function whatIsMissing(
  codebook: Pick<Codebook, "factors">,
  ratings: Readonly<Record<string, Omit<Rating, "quotes">>>,
): Problem[] {
  return codebook.factors.flatMap((factor) => {
    const rating = ratings[factor.key] ?? unrated;
    const level = rating.level === null ? undefined : findLevel(factor, rating.level);
    if (!level)
      return [{ field: `${factor.key}.level`, message: `Select a level for ${factor.label}` }];
    return otherNeeds(factor, rating).map((need) => ({
      field: `${factor.key}.${need}`,
      message:
        need === "themes"
          ? `Select at least one theme for ${factor.label}`
          : `Describe the risk that you rated under ${factor.label}`,
    }));
  });
}

/**
 * Risk rating: the sum of a case's 13 scores, 0 to 39.
 * `levels` gives a level for each factor of the codebook. Throws when one is missing, because a
 * blank is never 0.
 * Example: twelve times "Not indicated" and one "High" give 3.
 */
export function riskRating(codebook: Codebook, levels: Readonly<Record<string, string>>): number {
  return codebook.factors.reduce((sum, factor) => {
    const level = levels[factor.key];
    if (level === undefined) throw new Error(`No level for ${factor.key}`);
    return sum + levelOf(factor, level).score;
  }, 0);
}
