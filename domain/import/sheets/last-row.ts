import { referenceSchema } from "../../cases";
import type { SheetRow } from "../sheet";
import { plain } from "./alike";
import { isFilled, textOf } from "./cell";
import type { ColumnMatching, SheetMatching } from "./matching";

/** Whether a row is one of the table: below its headers, and not below its last row. */
export function isInTable(
  { line }: { readonly line: number },
  { headerLine, lastLine = Number.POSITIVE_INFINITY }: SheetMatching,
): boolean {
  return line > headerLine && line <= lastLine;
}

/** The rows that are left out below the last row of the table. */
export function rowsBelow(
  rows: readonly SheetRow[],
  { lastLine = Number.POSITIVE_INFINITY }: SheetMatching,
): SheetRow[] {
  return rows.filter(({ line }) => line > lastLine);
}

/**
 * The last row of a table under which plainly something else stands; undefined where the table goes
 * on to the end. That is a row of totals, or, after a blank row, rows with a text in their first cell
 * alone, such as “Note: two files are missing”. A reference alone is a row of the table.
 * Example: 2015-01, 2015-02, Total → the row of 2015-02.
 */
export function guessLastLine(
  rows: readonly SheetRow[],
  headerLine: number,
  columns: readonly ColumnMatching[],
): number | undefined {
  const width = columns.findIndex(({ target }) => target === "case_ref") + 1;
  const isOfTable = (row: SheetRow) => {
    const name = nameOf(row, width);
    return name !== "" && !isTotal(name) && !isNote(row, name);
  };
  const last = rows.findLastIndex((row) => row.line > headerLine && isOfTable(row));
  if (last < 0 || width === 0) return undefined;
  const below = rows.slice(last + 1);
  const starts = below.findIndex((row, index) => {
    const name = nameOf(row, width);
    if (isTotal(name)) return true;
    return name !== "" && row.line - 1 > (rows[last + index]?.line ?? 0);
  });
  const first = below[starts];
  if (!first) return undefined;
  // Under totals there may be shares without a name. Under a subheading that is a row without its reference.
  const rest = below.slice(starts);
  const isWhole = isTotal(nameOf(first, width)) || rest.every((row) => nameOf(row, width) !== "");
  return isWhole ? rows[last + starts]?.line : undefined;
}

/** What a row is called: its reference, or else the first text before that column. */
function nameOf({ cells }: SheetRow, width: number): string {
  return textOf(cells[width - 1]) || textOf(cells.slice(0, width).find(isFilled));
}

const totals = ["total", "totals", "grand total", "all", "sum", "mean", "average", "median"];

/** Whether a row with this reference, or this text before it, has totals. Examples: "TOTALS", "Mean". */
export function isTotal(name: string): boolean {
  const given = plain(name);
  return totals.includes(given) || (/^totals? /.test(given) && !isReference(name));
}

const headings = ["note", "notes", "key", "legend", "remark", "remarks", "comments", "source"];

function isNote({ cells }: SheetRow, name: string): boolean {
  const isAlone = cells.filter(isFilled).length === 1;
  return isAlone && (!isReference(name) || headings.includes(plain(name)));
}

function isReference(name: string): boolean {
  return referenceSchema.safeParse(name).success;
}
