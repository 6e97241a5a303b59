import type { Quote } from "./quotes";

/** From one character of a text to another, the latter not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A page of an opened file and its paragraphs, where they stand in the whole text. */
export interface SubmissionPage extends Stretch {
  /** Which page of the file it is; null in a file without pages. */
  readonly number: number | null;
  readonly paragraphs: readonly Stretch[];
}

/** What an opened file says: one text, and where its pages and paragraphs stand in it. */
export interface Submission {
  readonly text: string;
  readonly pages: readonly SubmissionPage[];
}

/**
 * Puts a submission together from the paragraphs of each page; a file without pages has one. White
 * space counts once, what cannot be seen is left out, and so are paragraphs in which nothing stands.
 * Example: [["Seen  at home", " "], ["Not seen"]] → "Seen at home\nNot seen", in two pages.
 */
export function makeSubmission(
  pages: readonly (readonly string[])[],
  hasPages: boolean,
): Submission {
  const kept: string[] = [];
  let end = -1;
  const made = pages.map((said, index) => {
    const from = end + 1;
    const paragraphs = said.flatMap((one) => {
      const paragraph = visible(one);
      if (paragraph === "") return [];
      kept.push(paragraph);
      const stretch = { from: end + 1, to: end + 1 + paragraph.length };
      end = stretch.to;
      return [stretch];
    });
    return { number: hasPages ? index + 1 : null, paragraphs, from, to: Math.max(from, end) };
  });
  return { text: kept.join("\n"), pages: made };
}

// Signs that turn the direction of writing could make a passage read otherwise than it is.
function visible(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/**
 * The quote that a stretch of the text is, with its page and its place; null when nothing stands
 * there. The place is the number that is printed before its paragraph, or, where the file has no
 * pages, else which of the file's paragraphs it is in. The passage can be too long for a quote.
 * Example: the second sentence of "4.2 Seen at home. All was well." on page 7 → page "7", place
 * "paragraph 4.2", at 18.
 */
export function quoteFrom({ text, pages }: Submission, stretch: Stretch): Quote | null {
  const said = text.slice(stretch.from, stretch.to);
  const passage = said.trim();
  if (passage === "") return null;
  const from = stretch.from + said.indexOf(passage);
  const first = pages.findLast((page) => page.paragraphs.length > 0 && page.from <= from);
  const last = pages.findLast(
    (page) => page.paragraphs.length > 0 && page.from < from + passage.length,
  );
  if (!first || !last) return null;
  const numbers = first === last ? [first.number] : [first.number, last.number];
  return {
    text: passage,
    page: first.number === null ? "" : numbers.join("-"),
    place: placeOf(text, first, from),
    at: from - first.from,
  };
}

function placeOf(text: string, page: SubmissionPage, at: number): string {
  const index = page.paragraphs.findLastIndex(({ from }) => from <= at);
  const from = page.paragraphs[index]?.from ?? 0;
  const printed = /^\(?(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)] ))/.exec(text.slice(from, from + 20));
  if (printed) return `paragraph ${printed[1]}`;
  return page.number === null ? `paragraph ${index + 1} of the file` : "";
}

/**
 * Where a quote stands in the opened file: where it was taken from, if it reads the same there; else
 * where else its words stand, first on its page and then anywhere, whatever the white space, the case
 * and the manner of quotation marks. Null when it is not in this file.
 */
export function findQuote({ text, pages }: Submission, quote: Quote): Stretch | null {
  const words = patternOf(quote.text);
  if (words === null) return null;
  const number = quote.page === "" ? null : Number.parseInt(quote.page, 10);
  const page = pages.find((one) => one.number === number);
  const found = (start: number, flags: string) => {
    const pattern = new RegExp(words, flags);
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    return match && { from: match.index, to: match.index + match[0].length };
  };
  const there = page && quote.at !== null ? found(page.from + quote.at, "iy") : null;
  const onPage = page ? found(page.from, "ig") : null;
  return there ?? (page && onPage && onPage.from < page.to ? onPage : found(0, "ig"));
}

function patternOf(passage: string): string | null {
  const words = passage.match(/\S+/g);
  if (!words) return null;
  return words
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")
        .replace(/['‘’]/g, "['‘’]")
        .replace(/["“”]/g, '["“”]'),
    )
    .join("\\s+");
}

/** The paragraph after the one in which a stretch begins, or before it; itself at either end. */
export function nextParagraph(
  { pages }: Submission,
  { from }: Stretch,
  step: 1 | -1,
): Stretch | null {
  const all = pages.flatMap(({ paragraphs }) => paragraphs);
  const now = all.findLastIndex((paragraph) => paragraph.from <= from);
  return all[Math.min(Math.max(now + step, 0), all.length - 1)] ?? null;
}

/** No word is looked for further away than this. */
const longestWord = 200;

/**
 * A stretch that begins, or ends, a word later or earlier. One word of it stays.
 * Example: "at home" in "Seen at home twice", its end a word later → "at home twice".
 */
export function moved(
  text: string,
  { from, to }: Stretch,
  side: "from" | "to",
  step: 1 | -1,
): Stretch {
  const said = text.slice(from, to);
  const length = (pattern: RegExp, where: string) => pattern.exec(where)?.[0].length ?? 0;
  if (side === "to" && step > 0)
    return { from, to: to + length(/^\s*\S+/, text.slice(to, to + longestWord)) };
  if (side === "to")
    return { from, to: to - length(/(?<=\S)\s+\S+\s*$/, said.slice(-longestWord)) };
  if (step > 0) return { from: from + length(/^\s*\S+\s+(?=\S)/, said), to };
  return { from: from - length(/\S+\s*$/, text.slice(Math.max(0, from - longestWord), from)), to };
}
