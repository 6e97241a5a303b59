/** Letters of other alphabets that look like Latin ones, and the Latin letters they pass for. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: "a", в: "b", е: "e", ё: "e", з: "3", і: "i", ј: "j", к: "k", м: "m", н: "h", о: "o" },
  ...{ р: "p", с: "c", т: "t", у: "y", х: "x", ѕ: "s", ԁ: "d", ӏ: "l", ү: "y", һ: "h" },
  ...{ α: "a", β: "b", ε: "e", η: "n", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u" },
  ...{ χ: "x", ϲ: "c", ϳ: "j", ı: "i", ℓ: "l" },
};

/**
 * A text as it counts when names are compared: small Latin letters and digits, a blank between
 * words. Accents, punctuation and letters of other alphabets that look like Latin ones make no
 * difference. Examples: "Med." → "med"; "Yes – currently" → "yes currently"; "case_ref" →
 * "case ref"; "Саse Ref" with Cyrillic С and а → "case ref".
 */
export function plain(text: string): string {
  return inLatin(text)
    .replaceAll(/[’'`]/g, "")
    .replaceAll(/[^a-z0-9<>+?]+/g, " ")
    .trim();
}

/**
 * The signs before and behind a text that could give it another meaning: all but blanks, quotation
 * marks and a stop at the end. Examples: "~High?" → "~?"; "(2)" → "()"; "Med." → "".
 */
export function signsRound(text: string): string {
  const bare = inLatin(text).replaceAll(/[\s"'`’‘“”„«»]/g, "");
  const [, before = "", behind = ""] = /^([^a-z0-9]*)(?:.*[a-z0-9])?([^a-z0-9]*)$/.exec(bare) ?? [];
  return before + behind.replace(/^[.,;:]$/, "");
}

/** Whether a text is a number below 0 or a fraction, and nothing else. Examples: "-1", "−2", ".5". */
export function isAnotherNumber(text: string): boolean {
  return /^[^\p{L}\p{N}]*[-‐‑‒–—−.,]\s*\d+[^\p{L}\p{N}]*$/u.test(text.normalize("NFKC"));
}

function inLatin(text: string): string {
  const small = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return [...small].map((sign) => lookalikes[sign] ?? sign).join("");
}

/** Whether a text has letters that only look like Latin ones. Example: "Саse" with a Cyrillic С. */
export function hasLookalikes(text: string): boolean {
  return [...text.toLowerCase()].some((sign) => Object.hasOwn(lookalikes, sign));
}

/**
 * How many single letters have to be typed, taken out or changed to make one text of the other
 * (Levenshtein's distance), counted no further than `most` + 1. Example: "neglct", "neglect" → 1.
 */
export function lettersBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const changed = (before[column - 1] ?? 0) + same;
      now.push(Math.min(changed, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    if (Math.min(...now) > most) return most + 1;
    before = now;
  }
  return before[other.length] ?? most + 1;
}

/**
 * Whether each word of `short` begins a word of `long`, in the same order, the first the first.
 * Examples: "emot abuse" and "emotional abuse" → true; "abuse" and "abuse emot" → false.
 */
export function shortens(short: string, long: string): boolean {
  const words = long.split(" ");
  let at = 0;
  for (const word of short.split(" ")) {
    while (at < words.length && !words[at]?.startsWith(word)) at++;
    if (at === words.length) return false;
    at++;
  }
  return short !== "" && long.startsWith(short.split(" ")[0] ?? "");
}
