import { dayFrom, dayFromMonthFirst } from "../../dates";
import type { MatchedText } from "./guess";
import { howMatched } from "./how-matched";
import type { TakenFor, ValueChoice } from "./values";

/** What stands for all dates of a column in digits, of which either number can be the day. */
export const datesInDigits = "Dates such as 3/4/2014";

const monthFirst = "month_first";
const dayFirst = "day_first";

/** In which order the day and the month stand. */
export const dayOrders: readonly ValueChoice[] = [
  { key: dayFirst, label: "The day first: 3 April 2014" },
  { key: monthFirst, label: "The month first: 4 March 2014" },
];

/**
 * How the dates of a column in digits are taken, as a text of it that stands for an order; none where
 * no date needs to know. `counts` says in how many rows each text stands; `said` and `before` are the
 * orders that somebody chose for this upload and in the last import.
 *
 * The day stands first, as in Britain; that is sure where one of them is a date in no other way. Where
 * some are dates only with the month first, and none only with the day first, the month is guessed.
 * Examples: 3/4/2014 and 14/10/2014 → the day first, sure; 3/4/2014 alone → the same, a guess; with
 * 10/14/2014 → the month first, a guess; 14/10/2014 alone → none.
 */
export function orderOfDays(
  counts: readonly (readonly [text: string, rows: number])[],
  said: string | undefined,
  before: string | undefined,
): MatchedText[] {
  let [either, onlyDayFirst, onlyMonthFirst] = [0, 0, 0];
  for (const [text, rows] of counts) {
    const [one, other] = [dayFrom(text), dayFromMonthFirst(text)];
    if (one === other) continue;
    if (other === null) onlyDayFirst += rows;
    else if (one === null) onlyMonthFirst += rows;
    else either += rows;
  }
  const rows = either + onlyMonthFirst;
  if (rows === 0) return [];
  const isSure = onlyDayFirst > 0 && onlyMonthFirst === 0;
  const isMonth = onlyMonthFirst > 0 && onlyDayFirst === 0;
  const taken: TakenFor = {
    key: isMonth ? monthFirst : dayFirst,
    sureness: isSure ? "same" : "guess",
  };
  return [{ text: datesInDigits, rows, ...howMatched(taken, said, before) }];
}

/**
 * Whether a day that a spreadsheet made of a date may have been typed the other way round: the dates
 * that are texts in its column have the month first, and its day could be a month. `values` as below.
 */
export function mayBeSwapped(day: string, values: Readonly<Record<string, string>>): boolean {
  const [month, number] = [day.slice(5, 7), day.slice(8)];
  return values[datesInDigits] === monthFirst && number <= "12" && number !== month;
}

/** A date as a column has it; null where it is none. `values` are what the texts of the column stand for. */
export function dayIn(text: string, values: Readonly<Record<string, string>>): string | null {
  return values[datesInDigits] === monthFirst ? dayFromMonthFirst(text) : dayFrom(text);
}
