/**
 * A cell as text. Numbers in their shortest decimal form ("3", "0.5"), true and false as "TRUE" and
 * "FALSE", blank as "". What is no value is told apart, and so is what may be shown in another form.
 */
export type SheetCell = string | CellError | FormattedCell;

/**
 * An error of the spreadsheet ("#REF!"), a formula that was saved without its result, or a number in
 * a cell that shows nothing.
 */
export interface CellError {
  readonly error: string;
}

/** A day, or a number that the spreadsheet program shows in another form. */
export interface FormattedCell {
  /** A day as "2014-10-14", a number in its shortest form. */
  readonly text: string;
  /** As the program shows it, such as "Oct-14" or "0007"; null where its format does not say. */
  readonly shown: string | null;
  readonly isDay: boolean;
}

/** A row with text in it. */
export interface SheetRow {
  /** The number of the row as the spreadsheet program shows it, or the line where a row of a text file begins. */
  readonly line: number;
  /** From the first column on; blank cells at the end are left out. */
  readonly cells: readonly SheetCell[];
  /** Whether something in it stands in a cell that is merged with one above. */
  readonly merged?: true;
  /** Whether its workbook hides it, as a filter does. */
  readonly hidden?: true;
}

/** One sheet of a workbook, or the whole of a text file. Rows without any text are left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Whether its workbook counts days from 1 January 1904, not from the end of 1899. */
  readonly from1904?: boolean;
  /** Whether its workbook hides it. */
  readonly hidden?: true;
  /** The columns that its workbook hides, 0 being the first; not there for none. */
  readonly hiddenColumns?: readonly number[];
}
