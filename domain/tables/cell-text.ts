import { formatMean } from "./mean";
import type { Cell, Line, TableKind } from "./table";

/**
 * A share in whole per cent, halves rounded up, worked out in whole numbers. With nothing to take a
 * share of it is a dash. Examples: 9 of 23 → "39%"; 1 of 200 → "1%"; 0 of 0 → "–".
 */
export function percentText(n: number, of: number): string {
  return of === 0 ? "–" : `${Math.floor((200 * n + of) / (2 * of))}%`;
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
