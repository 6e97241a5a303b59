import type { Quote } from "@/domain/ratings/quotes";
import type { Rating, Ratings } from "@/domain/ratings/ratings";
import type { FactorView } from "./rating-form-state";
import { readRatings } from "./read-ratings";

/** A rating as the form library holds it: a ticked box has its value. */
export interface RatingFields {
  level: string | null;
  note: string;
  unsure: boolean | "yes";
  quotes: Quote[];
  themes: string[];
  description: string;
}
export type RatingValues = Record<string, RatingFields>;

/** The id of a page's form: with its address, so that no other case's form is taken for it. */
export function formIdOf(page: string): string {
  return `form-of-${page}`;
}

export const blank: Rating = {
  level: null,
  note: "",
  unsure: false,
  quotes: [],
  themes: [],
  description: "",
};

export function toRatings(factors: readonly FactorView[], values: RatingValues): Ratings {
  return Object.fromEntries(
    factors.map(({ key }) => {
      const fields = values[key];
      if (!fields) return [key, blank];
      const { level, note, unsure, quotes, themes, description } = fields;
      const rating: Rating = {
        level: level || null,
        note,
        unsure: unsure !== false,
        quotes: [...quotes],
        themes: [...themes],
        description,
      };
      return [key, rating];
    }),
  );
}

/** Whether two sets of ratings say the same. */
export function sameRatings(factors: readonly FactorView[], one: Ratings, two: Ratings): boolean {
  const words = (ratings: Ratings) => JSON.stringify(toRatings(factors, toValues(ratings)));
  return words(one) === words(two);
}

function toValues(ratings: Ratings): RatingValues {
  return Object.fromEntries(
    Object.entries(ratings).map(([key, rating]) => [
      key,
      { ...rating, quotes: [...rating.quotes], themes: [...rating.themes] },
    ]),
  );
}

/**
 * What the form starts with: what the fields hold already when the page came from the server, for
 * a coder may have chosen something before the scripts arrived.
 */
export function firstValues(
  formId: string,
  factors: readonly FactorView[],
  ratings: Ratings,
): RatingValues {
  if (typeof document === "undefined") return toValues(ratings);
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return toValues(ratings);
  return toValues(readRatings(factors, new FormData(form)));
}
