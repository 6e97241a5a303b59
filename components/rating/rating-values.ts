import type { Rating, Ratings } from "@/domain/ratings";
import { readRatings } from "./read-ratings";
import type { FactorView } from "./rating-form-state";

/** A rating as the form library holds it: a ticked box has its value. */
export interface RatingFields {
  level: string | null;
  note: string;
  unsure: boolean | "yes";
  themes: string[];
  description: string;
}
export type RatingValues = Record<string, RatingFields>;

export const formId = "rating-form";

export const blank: Rating = { level: null, note: "", unsure: false, themes: [], description: "" };

export function toRatings(factors: readonly FactorView[], values: RatingValues): Ratings {
  return Object.fromEntries(
    factors.map(({ key }) => {
      const fields = values[key];
      const rating: Rating = fields
        ? { ...fields, level: fields.level || null, unsure: fields.unsure === "yes" || fields.unsure === true }
        : blank;
      return [key, rating];
    }),
  );
}

function toValues(ratings: Ratings): RatingValues {
  return Object.fromEntries(
    Object.entries(ratings).map(([key, rating]) => [key, { ...rating, themes: [...rating.themes] }]),
  );
}

/**
 * What the form starts with: what the fields hold already when the page came from the server, for
 * a coder may have chosen something before the scripts arrived.
 */
export function firstValues(factors: readonly FactorView[], ratings: Ratings): RatingValues {
  const form = typeof document === "undefined" ? null : document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return toValues(ratings);
  return toValues(readRatings(factors, new FormData(form)));
}
