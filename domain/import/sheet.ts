/**
 * A cell as text. Numbers in their shortest decimal form ("3", "0.5"), dates as "2014-10-14", true
 * and false as "TRUE" and "FALSE", blank as "". What is no value is told apart: an error of the
 * spreadsheet ("#REF!"), or a formula that was saved without its result.
 */
export type SheetCell = string | { readonly error: string };

/** A row with text in it. */
export interface SheetRow {
  /** The number of the row as the spreadsheet program shows it, or the line where a row of a text file begins. */
  readonly line: number;
  /** From the first column on; blank cells at the end are left out. */
  readonly cells: readonly SheetCell[];
}

/** One sheet of a workbook, or the whole of a text file. Rows without any text are left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}
