import { fewestForMean } from "./family";
import { formatMean } from "./mean";
import type { CellWithheld } from "./published-table";
import type { Cell, Line, TableKind } from "./table";

/**
 * A share in whole per cent, halves rounded up, worked out in whole numbers; null with nothing to
 * take a share of. Examples: 9 of 23 → 39; 1 of 200 → 1; 0 of 0 → null.
 */
export function percentOf(n: number, of: number): number | null {
  return of === 0 ? null : Math.floor((200 * n + of) / (2 * of));
}

/** A share as a table shows it: "39%", or a dash with nothing to take a share of. */
export function percentText(n: number, of: number): string {
  const percent = percentOf(n, of);
  return percent === null ? "–" : `${percent}%`;
}

/**
 * A cell as its table shows it: "9 (39%)", "4", "18.2 (18)" for a mean and its number of cases,
 * "8" for the end of a range. A mean or a range without a case is a dash, never 0.
 */
export function cellText(kind: TableKind, { measure }: Line, cell: Cell, base: Cell): string {
  if (measure === "mean") return `${formatMean(cell.sum, cell.values)} (${cell.values})`;
  if (measure !== "count") return String(cell[measure] ?? "–");
  return kind.percent ? `${cell.n} (${percentText(cell.n, base.n)})` : String(cell.n);
}

/** What stands in place of a figure that is withheld, as official statistics write it. */
export const withheldMark = "[c]";

/** What the mark means, for the notes of a publication. */
export const withheldNote = `${withheldMark} withheld, so that nobody can be recognised.`;

/** Which figures of a publication are withheld, and which never are; a sentence each. */
export function withheldInWords(withheldUpTo: number): string[] {
  const counts = withheldUpTo === 1 ? "counts of 1" : `counts from 1 to ${withheldUpTo}`;
  return [
    `Withheld are ${counts}, means and ranges over fewer than ${fewestForMean} cases, and whatever would let a reader work one of them out.`,
    "How many cases there are in all is known to everybody: Table 1 and totals of cases are always shown.",
  ];
}

/**
 * A cell as it may be published: "[c]" where its count is withheld, and "[c] (7)" where a mean is
 * and the number of its cases is not. A count has no per cent where what it is of is withheld.
 */
export function publishedText(
  kind: TableKind,
  line: Line,
  cell: Cell,
  base: Cell,
  { count, value, share }: CellWithheld,
): string {
  if (count) return withheldMark;
  if (value && line.measure === "mean") return `${withheldMark} (${cell.values})`;
  if (value && line.measure !== "count") return withheldMark;
  if (share && line.measure === "count") return String(cell.n);
  return cellText(kind, line, cell, base);
}

/** Whether a cell rests on so few cases that it would not be published as it is. */
export function isFew({ n, cases }: Cell, { measure, look }: Line, withheldUpTo: number): boolean {
  if (measure !== "count") return isFewForMean(cases, look, withheldUpTo);
  return (n > 0 && n <= withheldUpTo) || (cases > 0 && cases <= withheldUpTo);
}

/**
 * Whether a mean or the end of a range over so many cases would not be published as it is: over fewer
 * than ten, or over so few that their number would be withheld. How many cases there are in all is
 * known to everybody, so that the line of all of them goes by the ten alone.
 */
export function isFewForMean(cases: number, look: Line["look"], withheldUpTo: number): boolean {
  if (cases === 0) return false;
  return cases < fewestForMean || (look !== "total" && cases <= withheldUpTo);
}
