import type { Matching } from "./matching";
import { isExact, type Sureness, type TakenFor, type ValueChoice } from "./values";

/**
 * Why a text of a column stands for what it does: how surely by itself; as in the last import; as
 * somebody chose for this upload; or as Concord knows it, where the last import took it for something
 * else.
 */
export type HowMatched = Sureness | "remembered" | "otherwise" | "chosen";

/** From what needs a look most to what needs none. */
const byNeed: readonly HowMatched[] = [
  ...([
    "unknown",
    "otherwise",
    "guess",
    "former",
    "retired",
    "remembered",
    "chosen",
    "same",
  ] as const),
];

/** How far a reason is from needing a look, 0 for what needs one most: an order for lists. */
export function needOf(sureness: HowMatched): number {
  return byNeed.indexOf(sureness);
}

/** That of two reasons which a person had better look at. */
export function lessSure(one: HowMatched, other: HowMatched): HowMatched {
  return needOf(one) < needOf(other) ? one : other;
}

/**
 * What a text stands for, and why. What was `said` for this upload wins; then what Concord knows
 * exactly, so that a word or score which another team means otherwise is not carried over; then the
 * last import; then a guess.
 * Examples: “3” is High, whatever the last import took it for; “h” is what it was there.
 */
export function howMatched(
  taken: TakenFor,
  said: string | undefined,
  before: string | undefined,
): { key: string | null; sureness: HowMatched } {
  const isKnown = isExact(taken);
  const likely = isKnown ? taken.key : (before ?? taken.key);
  if (said !== undefined && said !== likely) return { key: said, sureness: "chosen" };
  if (isKnown) {
    const isOther = before !== undefined && before !== likely;
    return { key: likely, sureness: isOther ? "otherwise" : taken.sureness };
  }
  return { key: likely, sureness: before === undefined ? taken.sureness : "remembered" };
}

/** What is said of a text in `values`, where that is one of the choices still. */
export function saidOf(
  values: Readonly<Record<string, string>>,
  text: string,
  choices: readonly ValueChoice[],
): string | undefined {
  const key = Object.hasOwn(values, text) ? values[text] : undefined;
  return key === "" || choices.some((choice) => choice.key === key) ? key : undefined;
}

/** What the texts of columns with this target stood for in the last import. */
export function valuesOfLast(last: Matching | null, target: string): Record<string, string> {
  const columns = (last?.sheets ?? []).flatMap((sheet) => sheet.columns);
  const known = columns.filter((column) => column.target === target);
  return Object.fromEntries(known.flatMap(({ values }) => Object.entries(values)));
}
