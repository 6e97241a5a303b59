import { isBlank, type Quote } from "@/domain/ratings/quotes";
import type { Ratings } from "@/domain/ratings/ratings";

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

// A radio sends one level. Whoever sends several has not chosen the first of them.
function levelIn(form: FormData, name: string): string | null {
  return form.getAll(name).map(String).join(", ") || null;
}

/** The button with this value takes a quote away. */
export function removalOf(name: string): string {
  return `remove:${name}`;
}

// The last of the fields is there to be filled in, and is left out when it was not.
function quotesIn(form: FormData, factor: string): Quote[] {
  const quotes: Quote[] = [];
  for (let index = 0; form.has(`${factor}.quotes.${index}.text`); index++) {
    const name = `${factor}.quotes.${index}`;
    const at = textOf(form, `${name}.at`);
    const quote = {
      text: textOf(form, `${name}.text`),
      page: textOf(form, `${name}.page`),
      place: textOf(form, `${name}.place`),
      at: at === "" ? null : Number(at),
    };
    if (!isBlank(quote) && form.get("intent") !== removalOf(name)) quotes.push(quote);
  }
  return quotes;
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
        quotes: quotesIn(form, key),
        themes: takesThemes ? form.getAll(`${key}.themes`).map(String) : [],
        description: takesThemes ? textOf(form, `${key}.description`) : "",
      },
    ]),
  );
}
