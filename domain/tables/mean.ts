/**
 * A mean as a table shows it: the whole-number sum, the number of cases, and the unrounded mean.
 * The sum is kept so that rounding is exact. With no cases the mean is null, never 0.
 */
export interface MeanCell {
  readonly sum: number;
  readonly n: number;
  readonly mean: number | null;
}

/**
 * The mean of whole numbers: their sum divided by how many there are.
 * Takes risk ratings or months, any number of them, none included. Throws when a value is not a
 * whole number of 0 or more, because a table never shows a mean of something else.
 * Example: [5, 9, 19] → sum 33, n 3, mean 11; [] → sum 0, n 0, mean null.
 */
export function meanOf(values: readonly number[]): MeanCell {
  const sum = values.reduce((total, value) => {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error(`${value} is not a whole number of 0 or more`);
    return total + value;
  }, 0);
  const n = values.length;
  return { sum, n, mean: n === 0 ? null : sum / n };
}

/**
 * A mean to one decimal, halves rounded up, worked out in whole numbers so that no binary
 * fraction can tip a half: tenths = (20 × sum + n) divided by (2 × n), without its remainder.
 * With no cases it is a dash. Throws when sum or n is not a whole number of 0 or more.
 * Examples: 55 over 4 = 13.75 → "13.8"; 90 over 7 = 12.857… → "12.9"; 13 over 1 → "13.0".
 */
export function formatMean(sum: number, n: number): string {
  for (const value of [sum, n])
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error(`${value} is not a whole number of 0 or more`);
  if (n === 0) return "–";
  const tenths = Math.floor((20 * sum + n) / (2 * n));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** A cell as the report prints it, mean and number of cases: "18.2 (18)"; with no cases "– (0)". */
export function cellText(cell: Pick<MeanCell, "sum" | "n">): string {
  return `${formatMean(cell.sum, cell.n)} (${cell.n})`;
}

/**
 * A fraction of whole numbers of 0 or more, however large, to one decimal, halves rounded up. Throws
 * when the denominator is 0. Examples: 55 over 4 = 13.75 → "13.8"; 1 over 3 → "0.3".
 */
export function formatRatio(numerator: bigint, denominator: bigint): string {
  const tenths = (20n * numerator + denominator) / (2n * denominator);
  return `${tenths / 10n}.${tenths % 10n}`;
}
