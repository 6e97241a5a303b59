import type { Quote } from "./quotes";

/** So many words in a row, and two passages with them in common are the same passage. */
const wordsInARow = 5;

/** The words of a text, without case, punctuation and the manner of its quotation marks. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Whether two quotes cite the same passage. They do when one of these holds:
 * - both were taken from an opened file, on the same page (or both from a file without pages), their
 *   stretches of characters overlap, and the words in the overlap are the same. The words are asked
 *   because two coders can have opened different files;
 * - they have five words in a row in common, or, if one has fewer than five, all its words are the
 *   words of the other. Pages are set aside here: the page printed and the page of the file differ.
 *
 * Example: "Mother had stopped taking her medication in March" and "stopped taking her medication in
 * March and was not sleeping" share six words in a row → true.
 */
export function isSamePassage(one: Quote, other: Quote): boolean {
  return overlapInFile(one, other) || shareWords(wordsOf(one.text), wordsOf(other.text));
}

function overlapInFile(one: Quote, other: Quote): boolean {
  if (one.at === null || other.at === null || one.page !== other.page) return false;
  const from = Math.max(one.at, other.at);
  const to = Math.min(one.at + one.text.length, other.at + other.text.length);
  if (from >= to) return false;
  const words = (quote: Quote, at: number) =>
    wordsOf(quote.text.slice(from - at, to - at)).join(" ");
  const shared = words(one, one.at);
  return shared !== "" && shared === words(other, other.at);
}

function shareWords(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return false;
  if (short.length < wordsInARow) return short.join(" ") === long.join(" ");
  const runs = new Set(runsOf(long));
  return runsOf(short).some((run) => runs.has(run));
}

function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, words.length - wordsInARow + 1)
    .map((_, start) => words.slice(start, start + wordsInARow).join(" "));
}

/** What one coder gave for a factor, as far as their evidence is compared. */
export interface Cited {
  /** The letter that stands for the coder. */
  readonly letter: string;
  readonly level: string;
  readonly quotes: readonly Quote[];
}

/** How the evidence of two coders compares. */
export interface EvidenceOfTwo {
  readonly letters: readonly [string, string];
  readonly samePassage: boolean;
  readonly sameLevel: boolean;
}

/**
 * How the coders of a factor compare in what they quote, two by two, in their order. Coders who
 * quote nothing are left out: there is nothing to compare. Two coders cite the same passage when any
 * quote of one and any quote of the other do (see isSamePassage).
 * It is derived from what is given alone, so it says no more than whoever asks may see.
 *
 * Example: A (High) and B (Low) quote the same sentence of page 7, and C quotes nothing → one pair,
 * A and B: same passage, not the same level.
 */
export function compareEvidence(given: readonly Cited[]): EvidenceOfTwo[] {
  const quoting = given.filter(({ quotes }) => quotes.length > 0);
  return quoting.flatMap((one, index) =>
    quoting.slice(index + 1).map((other) => ({
      letters: [one.letter, other.letter] as const,
      samePassage: one.quotes.some((a) => other.quotes.some((b) => isSamePassage(a, b))),
      sameLevel: one.level === other.level,
    })),
  );
}

/**
 * The comparison of two coders' evidence in words.
 * Example: A and B, same passage, other levels → "A and B cite the same passage and judge it
 * differently."
 */
export function evidenceInWords({ letters, samePassage, sameLevel }: EvidenceOfTwo): string {
  const [one, other] = letters;
  if (!samePassage) return `${one} and ${other} cite different passages.`;
  const judged = sameLevel ? "judge it alike" : "judge it differently";
  return `${one} and ${other} cite the same passage and ${judged}.`;
}
