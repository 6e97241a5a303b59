const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** A UTC instant (ISO text) as a British date: "14 October 2014". */
export function formatDate(instant: string): string {
  return day.format(new Date(instant));
}

/** A UTC instant (ISO text) as the time in Britain: "14:02". */
export function formatTime(instant: string): string {
  return clock.format(new Date(instant));
}

/**
 * A UTC instant (ISO text) as date and time in Britain: "14 October 2014, 14:02". A date alone, such
 * as 2014-10-14, has no time: "14 October 2014".
 */
export function formatDateTime(instant: string): string {
  const date = formatDate(instant);
  return isDay(instant) ? date : `${date}, ${formatTime(instant)}`;
}

const calendarDay = new Intl.DateTimeFormat("en-GB", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: "Europe/London",
});

/** A UTC instant (ISO text) as the day it is in Britain, for files: "2014-10-14". */
export function dayOf(instant: string): string {
  const parts = calendarDay.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** How many midnights in Britain lie between two UTC instants (ISO text). */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(dayOf(later)) - Date.parse(dayOf(earlier))) / 86_400_000;
}

/** For how long something has waited: "since today", "for 1 day", "for 12 days". */
export function waitedInWords(since: string, now: string): string {
  const days = daysBetween(since, now);
  if (days < 1) return "since today";
  return days === 1 ? "for 1 day" : `for ${days} days`;
}

/** Whether a text is a date that exists, written as 2016-02-29. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/**
 * The first day that a record can have. Spreadsheet programs count a day too many before it, and a
 * year such as 0214 is a slip.
 */
export const firstDay = "1900-03-01";

const monthNames = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

/**
 * A date as it is typed in Britain, as 2014-10-14; null when it is none that exists. The year has
 * four digits, because two could be either century.
 * Examples: "14 October 2014", "14 Oct 2014", "14/10/2014", "14.10.2014", "14 10 2014" and
 * "2014-10-14" → "2014-10-14"; "31/2/2014", "10/14/2014" and "14/10/14" → null.
 */
export function dayFrom(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (isDay(typed)) return typed;
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})\.?,?[\s./-]+(\d{4})$/.exec(typed) ?? [];
  const named = monthNames.findIndex((name) => month.length > 2 && name.startsWith(month)) + 1;
  const number = String(named || month).padStart(2, "0");
  const found = `${year}-${number}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : null;
}

/**
 * The same of a date as it is typed in America, where it has digits alone; another is read as it is
 * in Britain. Examples: "10/14/2014" and "14 October 2014" → "2014-10-14"; "14/10/2014" → null.
 */
export function dayFromMonthFirst(text: string): string | null {
  return dayFrom(text.trim().replace(digitsOfDate, "$3$2$1"));
}

const digitsOfDate = /^(\d{1,2})([\s./-]+)(\d{1,2})(?=[\s./-]+\d{4}$)/;

/** A date such as 2014-10-14 as people read it: "14 October 2014". */
export function dayInWords(date: string): string {
  return formatDate(`${date}T12:00:00Z`);
}
