import { readRatings } from "@/components/rating/read-ratings";
import type { SecondRatings } from "@/domain/ratings/second-look";

/**
 * The second look in the fields of its sent form. A factor with no level chosen has null. Nothing
 * is checked here; that is the schema's part.
 */
export function readSecondLook(
  factors: readonly { readonly key: string; readonly takesThemes: boolean }[],
  form: FormData,
): SecondRatings {
  return Object.fromEntries(
    Object.entries(readRatings(factors, form)).map(([key, { quotes: _, ...rating }]) => [
      key,
      { ...rating, themes: rating.themes.filter((theme) => theme !== "") },
    ]),
  );
}
