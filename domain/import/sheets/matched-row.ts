import type { Place } from "../draft";
import type { ImportFault } from "../faults";
import type { SheetCell } from "../sheet";

/** A row under matched columns. What is read is the text of the cell of a target, by its key. */
export interface MatchedRow {
  readonly place: Place;
  /** Whether a column holds this. */
  has(key: string): boolean;
  /** The cell as it was read; undefined where the row has none or no column holds this. */
  cell(key: string): SheetCell | undefined;
  /** Whether anything stands in the cell, be it an error of the spreadsheet. */
  filled(key: string): boolean;
  /** The text of the cell without blanks around it; "" for a blank, an error and no column. */
  text(key: string): string;
  /** The key of a word or score; null when nothing is recorded, or with a fault. */
  code(key: string): string | null;
  /** A whole number within the bounds of its field; null when blank, or with a fault. */
  number(key: string): number | null;
  /** A date as 2014-10-14; null when blank, or with a fault. */
  day(key: string): string | null;
  /** A text of at most this many characters, or 4,000, without blanks around it. */
  words(key: string, most?: number): string;
  /** The same where "NA", "n/a" and dashes are nothing, with a doubt. */
  known(key: string, most?: number): string;
  /** A text of at most 4,000 characters, with the blanks around it; "NA" and the like are a doubt. */
  asWritten(key: string): string;
  /**
   * Notes a fault in the column of a target, or of the whole row where there is none; one for the
   * columns of several targets, in which the same stands.
   */
  refuse(keys: string | readonly string[], expected: string, value?: string): null;
  /** Notes what can be taken, and may not be what was meant. */
  doubt(key: string, expected: string, value: string): void;
  /** The same, once for all rows of a sheet that have it in this column: the first, and how many. */
  doubtOnce(key: string, expected: string, value: string): void;
  /** How many faults it has so far. */
  faults(): number;
}

/** What is wrong in rows, and what can be taken and may not be what was meant. */
export interface Found {
  readonly faults: ImportFault[];
  readonly doubts: ImportFault[];
}
