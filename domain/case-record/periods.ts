import type { Period } from "./case-record";

/** The bands of Table 5, each with the highest number of months in it. */
export const monthBands = [
  { label: "0 to 12", upTo: 12 },
  { label: "13 to 24", upTo: 24 },
  { label: "25 to 36", upTo: 36 },
  { label: "37 to 48", upTo: 48 },
  { label: "49 and over", upTo: Number.POSITIVE_INFINITY },
] as const;

const daysOfMonth = 365.25 / 12;

/**
 * How many months a period lasted, to the nearest whole one.
 *
 * Formula: the months from the month of the start to the month of the end, plus the days from the
 * day of the start to the day of the end, at 30.4375 days a month, rounded. Null while the period
 * is open.
 *
 * Source: Learning from Cafcass Submissions to Serious Case Reviews (2016), section 3.3 and Table
 * 5, which counts whole months; the rounding of days is ours.
 *
 * Worked example: 27 May 2008 to 27 July 2008 is 2 months; 1 January to 20 January is 19 days,
 * 0.62 of a month, so 1; 1 January to 10 January is 0.
 */
export function monthsOf({ startDate, endDate }: Period): number | null {
  if (endDate === null) return null;
  const [startYear = 0, startMonth = 0, startDay = 0] = startDate.split("-").map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = endDate.split("-").map(Number);
  const months = (endYear - startYear) * 12 + (endMonth - startMonth);
  return Math.max(0, Math.round(months + (endDay - startDay) / daysOfMonth));
}

/**
 * The months of a case's periods together, each rounded first. Null when there is no period, and
 * while one is open. Example: periods of 2 and 26 months → 28.
 */
export function totalMonths(periods: readonly Period[]): number | null {
  const months = periods.map(monthsOf);
  if (months.length === 0 || months.includes(null)) return null;
  return months.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** The band of Table 5 that a number of months falls into. Example: 24 → "13 to 24". */
export function monthBand(months: number): string {
  return monthBands.find(({ upTo }) => months <= upTo)?.label ?? "";
}

/**
 * The least and the most months in a band, by its label; null where there is none. That of the last is
 * more than any case has. Example: "13 to 24" → 13 and 24.
 */
export function monthsInBand(label: string): { from: number; to: number } | null {
  const place = monthBands.findIndex((band) => band.label === label);
  const [before, band] = [monthBands[place - 1], monthBands[place]];
  if (!band) return null;
  return { from: before ? before.upTo + 1 : 0, to: Math.min(band.upTo, mostMonths) };
}

const mostMonths = 1200;

/**
 * The pairs of periods that overlap, by their places in the list, the first 0. Periods of the
 * child and of the family may run side by side, so only those of the same kind are compared. A
 * period that ends on the day on which the next starts does not overlap it.
 */
export function overlaps(periods: readonly Period[]): [number, number][] {
  return periods.flatMap((one, index) =>
    periods.flatMap((other, later): [number, number][] => {
      if (later <= index || one.subject !== other.subject) return [];
      const apart = endOf(one) <= other.startDate || endOf(other) <= one.startDate;
      return apart ? [] : [[index, later]];
    }),
  );
}

// Dates in this form sort as text, and any date before this.
const endOf = (period: Period) => period.endDate ?? "9999-12-31";
