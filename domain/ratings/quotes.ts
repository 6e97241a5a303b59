/** A passage of the submission that shows why a coder gave a level, and where it stands. */
export interface Quote {
  readonly text: string;
  /** The page, such as "7"; "" when it was not given, or the file has none. */
  readonly page: string;
  /** Where on the page, in words, such as "paragraph 3"; "" when it was not given. */
  readonly place: string;
  /**
   * Where the passage begins, in characters from the start of its page, or of the whole text where
   * the file has no pages; null when it was typed by hand.
   */
  readonly at: number | null;
}

/** How long a passage can be, in characters, and how many quotes a factor can have. */
export const longestPassage = 1500;
export const mostQuotes = 20;

/** A quote that nothing is written in yet. */
export const noQuote: Quote = { text: "", page: "", place: "", at: null };

/**
 * Whether nothing is written in a quote; where it would begin alone says nothing.
 * Example: a quote with a page and no passage is not blank.
 */
export function isBlank({ text, page, place }: Quote): boolean {
  return text.trim() === "" && page.trim() === "" && place.trim() === "";
}

/**
 * Where a quote stands, in words; "" when nothing was said of it.
 * Examples: page "7", place "paragraph 3" → "p. 7, paragraph 3"; page "7-8" → "pp. 7-8".
 */
export function whereOf({ page, place }: Pick<Quote, "page" | "place">): string {
  const many = /\d\s*([-–,&]|and|to)\s*\d/.test(page);
  const pages = /^\d/.test(page) ? `${many ? "pp." : "p."} ${page}` : page;
  return [pages, place].filter((part) => part !== "").join(", ");
}

/** How many quotes, in words: "1 quote", "3 quotes"; "" for none. */
export function countOf(quotes: readonly unknown[]): string {
  if (quotes.length === 0) return "";
  return quotes.length === 1 ? "1 quote" : `${quotes.length} quotes`;
}
