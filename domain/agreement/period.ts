import { dayFrom } from "../dates";
import type { Problem } from "../outcome";

/** From which day to which, both of them included; null leaves that end open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** A period that leaves nothing out. */
export const always: Period = { from: null, to: null };

/** The ends of a period as somebody typed them. */
export interface TypedPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * The period that somebody typed, each end a British date or nothing, and what is wrong with it. A
 * field with a problem leaves its end open.
 *
 * Examples: "14 October 2014" and "" are from 2014-10-14 on. "yesterday" is a problem of its field;
 * an end before the beginning is one of the end.
 */
export function periodFrom({ from, to }: TypedPeriod): {
  readonly period: Period;
  readonly problems: readonly Problem[];
} {
  const period = { from: dayFrom(from), to: dayFrom(to) };
  const problems: Problem[] = [];
  if (from.trim() !== "" && period.from === null)
    problems.push({ field: "from", message: `Rated from must be a date, ${example}` });
  if (to.trim() !== "" && period.to === null)
    problems.push({ field: "to", message: `Rated to must be a date, ${example}` });
  if (period.from !== null && period.to !== null && period.to < period.from)
    problems.push({
      field: "to",
      message: "Rated to must be the same day as Rated from, or a later one",
    });
  return { period, problems };
}

const example = "such as 14 October 2014";

/** Whether a day, written as 2014-10-14, lies in a period. */
export function liesIn(day: string, { from, to }: Period): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}
