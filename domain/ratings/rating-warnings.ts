import type { Factor } from "../codebook/codebook";
import { type Identifying, identifyingIn } from "./identifying";
import { isBlank } from "./quotes";
import type { Rating, Ratings } from "./ratings";

/** Something that a coder may want to look at again before they submit. It keeps nobody from it. */
export type RatingWarning =
  | { readonly kind: "no evidence" | "unsure"; readonly factor: string }
  | {
      readonly kind: "identifying";
      readonly factor: string;
      /** Where it stands, the first place that has it. */
      readonly part: "note" | "quotes" | "description";
      readonly found: readonly Identifying[];
    }
  | { readonly kind: "many not indicated"; readonly count: number };

/** So many factors rated Not indicated are worth a second look. */
export const manyNotIndicated = 11;

type RatedFactor = Pick<Factor, "key" | "levels">;

function scoreOf(factor: RatedFactor, { level }: Rating): number | undefined {
  return factor.levels.find((one) => one.key === level)?.score;
}

/**
 * What is worth another look in a coder's ratings, in this order: factors with the score 3 and
 * nothing that shows why; factors that they are unsure about; factors of which they wrote what looks
 * as if it could tell who the case is about; and, when eleven or more of the 13 have the score 0, how
 * many. A full report seldom says so little; a chronology may. A factor without a level has no score,
 * and is not counted.
 */
export function warningsOf(factors: readonly RatedFactor[], ratings: Ratings): RatingWarning[] {
  const rated = factors.flatMap((factor) => {
    const rating = ratings[factor.key];
    return rating ? [{ factor: factor.key, rating, score: scoreOf(factor, rating) }] : [];
  });
  const notIndicated = rated.filter(({ score }) => score === 0).length;
  return [
    ...rated
      .filter(({ rating, score }) => score === 3 && lacksEvidence(rating))
      .map(({ factor }) => ({ kind: "no evidence" as const, factor })),
    ...rated
      .filter(({ rating }) => rating.unsure)
      .map(({ factor }) => ({ kind: "unsure" as const, factor })),
    ...rated.flatMap(({ factor, rating }) => identifying(factor, rating)),
    ...(notIndicated >= manyNotIndicated
      ? [{ kind: "many not indicated" as const, count: notIndicated }]
      : []),
  ];
}

function lacksEvidence({ note, quotes }: Rating): boolean {
  return note.trim() === "" && quotes.every(isBlank);
}

function identifying(factor: string, { note, quotes, description }: Rating): RatingWarning[] {
  const written = [
    { part: "note", text: note },
    { part: "quotes", text: quotes.map(({ text, place }) => `${text}\n${place}`).join("\n") },
    { part: "description", text: description },
  ] as const;
  const [first] = written.flatMap(({ part, text }) => {
    const found = identifyingIn(text);
    return found.length > 0 ? [{ kind: "identifying" as const, factor, part, found }] : [];
  });
  return first ? [first] : [];
}
