/**
 * A cell as text: numbers in their shortest decimal form ("3", "0.5"), dates as "2014-10-14", true
 * and false as "TRUE" and "FALSE", blank as "". An error of the spreadsheet ("#REF!") is told apart.
 */
export type SheetCell = string | { readonly error: string };

/** A row with the number that the spreadsheet program shows beside it. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

/** A sheet of a workbook, or the one table of a text file; rows without any text are left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}
