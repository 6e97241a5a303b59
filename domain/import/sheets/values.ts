import { motherAgeBandOf } from "../../case-record/derived";
import type { Field } from "../../dataset/field";
import { isAnotherNumber, lettersBetween, plain, shortens, signsRound } from "./alike";
import { blankWords, openWords, valueWords } from "./synonyms";

/** A value that a cell can stand for: its key in files, and its label. */
export interface ValueChoice {
  readonly key: string;
  readonly label: string;
  /** What it was called before, and what was merged into it. */
  readonly formerly?: readonly string[];
  /** False for a value that can no longer be chosen. */
  readonly offered?: boolean;
}

/**
 * How surely a text stands for what it was taken for: it is the same; the same as a value that is no
 * longer offered; what the value was called, or one that was merged into it; a guess; or unknown.
 */
export type Sureness = "same" | "retired" | "former" | "guess" | "unknown";

/** What a text was taken for: the key of a choice, "" for nothing recorded, null where nobody knows. */
export interface TakenFor {
  readonly key: string | null;
  readonly sureness: Sureness;
}

/**
 * What can stand in a field of words or scores: the keys that files have for it, scores as text.
 * Null for other fields, whose cells are read as they are.
 */
export function choicesFor(field: Field): readonly ValueChoice[] | null {
  if (field.type === "code") return field.codes;
  if (field.type !== "score") return null;
  return field.levels.map(({ score, label }) => ({ key: String(score), label }));
}

/** Whether a text is the key or the label of a value itself. */
export function isExact({ sureness }: TakenFor): boolean {
  return sureness === "same" || sureness === "retired";
}

const unknown: TakenFor = { key: null, sureness: "unknown" };

/**
 * What a text stands for among these choices. It is the same as a choice when it is its key or its
 * label, whatever the capitals and punctuation; then what a choice was called, or one merged into it;
 * a guess when it is another word for it, an age of the mother that falls into it, a shortening, or
 * mistyped by a letter, or has signs round it that the choice has not, and no other choice fits as
 * well. A number below 0 is never another without its sign. A blank is nothing, never 0. A word for
 * “nothing recorded” is a guess too, and among scores not even that.
 * Examples for a factor: "3", "High" → "3", the same; "H", "Med.", "≥2" → "3", "2", "2", a guess;
 * "n/a", "-1" → unknown.
 */
export function takenFor(choices: readonly ValueChoice[], text: string): TakenFor {
  if (text.trim() === "") return { key: "", sureness: "same" };
  const given = plain(text);
  if (isAnotherNumber(text)) return unknown;
  const same = choices.filter(({ key, label }) => isCalled([key, label], text));
  if (same.length > 0) return only(same, surenessOf(text, same[0]));
  const former = choices.filter(({ formerly = [] }) => isCalled(formerly, text));
  if (former.length > 0) return only(former, "former");
  for (const fits of waysToFit) {
    const found = given === "" ? [] : choices.filter((choice) => fits(given, choice));
    if (found.length > 0) return only(found, "guess");
  }
  const areScores = choices.some(({ key }) => /^\d+$/.test(key));
  return saysNothing(text) && !areScores ? { key: "", sureness: "guess" } : unknown;
}

/** Whether a text is signs alone or a word for “nothing recorded”: "-", "n/k". */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || blankWords.includes(plain(text));
}

/** Whether a text says nothing where a number or a day belongs. “None” and “nil” may be a 0. */
export function saysNoNumber(text: string): boolean {
  return saysNothing(text) && !["none", "nil"].includes(plain(text));
}

/**
 * Whether a text is what programs and people put where there is none: "NA", "n/a", "<NA>", or signs
 * that stand in sentences alone, such as "-". “None” and “unknown” say something.
 */
export function isNoText(text: string): boolean {
  return noText.test(text.trim());
}

const noText = /^(?:[^\p{L}\p{N}]*n[^\p{L}\p{N}]*a[^\p{L}\p{N}]*|[\p{P}\s−]+)$/iu;

/** Whether a text says of a period that it has not ended: "ongoing". */
export function saysOpen(text: string): boolean {
  return openWords.includes(plain(text));
}

function surenessOf(text: string, choice: ValueChoice | undefined): Sureness {
  const { key = "", label = "", offered } = choice ?? {};
  const signs = signsRound(text);
  if (!["", signsRound(key), signsRound(label)].includes(signs)) return "guess";
  return offered === false ? "retired" : "same";
}

// A name without a letter or digit that counts, and a text of signs such as "-", are compared as they stand.
function isCalled(names: readonly string[], text: string): boolean {
  const given = plain(text);
  const asItStands = (one: string) => one.trim().toLowerCase();
  return given === ""
    ? names.some((name) => asItStands(name) === asItStands(text))
    : names.some((name) => plain(name) === given);
}

function only([one, ...more]: readonly ValueChoice[], sureness: Sureness): TakenFor {
  return one && more.length === 0 ? { key: one.key, sureness } : unknown;
}

const waysToFit: readonly ((given: string, choice: ValueChoice) => boolean)[] = [
  (given, choice) => wordsFor(choice).includes(given),
  (given, { key }) => bandOfAge(given) === key,
  (given, { label }) => given.length > 2 && shortens(given, plain(label)),
  (given, { label }) => given.length > 4 && lettersBetween(given, plain(label), 1) === 1,
];

// A whole number from 10 to 60, also as programs write it that know no others: "24 0" is "24.0".
function bandOfAge(given: string): string | null {
  const motherAge = /^([1-5]\d|60)( 0)?$/.test(given) ? Number.parseInt(given, 10) : null;
  return motherAgeBandOf({ motherAge, motherAgeBand: null });
}

// A score goes by its label, as all of its words do.
function wordsFor({ key, label }: ValueChoice): readonly string[] {
  const known = valueWords[/^\d+$/.test(key) ? wordKey(label) : key];
  return known ?? [];
}

function wordKey(label: string): string {
  const words = plain(label).replaceAll(" ", "_");
  return Object.keys(valueWords).find((key) => words === key || words === `yes_${key}`) ?? words;
}
