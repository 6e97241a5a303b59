import type { Ratings } from "@/domain/ratings";

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

// A radio sends one level. Whoever sends several has not chosen the first of them.
function levelIn(form: FormData, name: string): string | null {
  return form.getAll(name).map(String).join(", ") || null;
}

/**
 * The ratings in the fields of a sent rating form. A factor with no level chosen has null: a blank
 * is never 0. Nothing is checked here; that is the ratings' schema's part.
 */
export function readRatings(
  factors: readonly { readonly key: string; readonly takesThemes: boolean }[],
  form: FormData,
): Ratings {
  return Object.fromEntries(
    factors.map(({ key, takesThemes }) => [
      key,
      {
        level: levelIn(form, `${key}.level`),
        note: textOf(form, `${key}.note`),
        unsure: form.get(`${key}.unsure`) === "yes",
        themes: takesThemes ? form.getAll(`${key}.themes`).map(String) : [],
        description: takesThemes ? textOf(form, `${key}.description`) : "",
      },
    ]),
  );
}
