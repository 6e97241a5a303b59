import { isKeepable } from "../../characters";
import type { Field } from "../../dataset/field";
import { unmarkFormulas } from "../../dataset/formulas";
import { dayFrom, firstDay } from "../../dates";
import type { Place } from "../draft";
import type { ImportFault } from "../faults";
import type { Sheet, SheetCell, SheetRow } from "../sheet";
import { errorIn, errorInWords, isFilled, textOf, wordsIn } from "./cell";
import { type CodedColumn, codedColumn } from "./coded-column";
import type { SheetMatching } from "./matching";
import { dayOfSerial } from "./serial-day";
import type { Target } from "./targets";
import { strayCell } from "./width";

/** A sheet with the name that people know it by: that of its file, and its own in a workbook. */
export interface NamedSheet extends Sheet {
  readonly label: string;
  /** Whether it comes from a text file, in which texts bear marks where they could be formulas. */
  readonly marked?: boolean;
}

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
  /** A text of at most 4,000 characters, without blanks around it. */
  words(key: string): string;
  /** The same, with the blanks around it. */
  asWritten(key: string): string;
  /** Notes a fault in the column of a target, or of the whole row where there is none. */
  refuse(key: string, expected: string, value?: string): null;
  /** Notes what can be taken, and may not be what was meant. */
  doubt(key: string, expected: string, value: string): void;
  /** How many faults it has so far. */
  faults(): number;
}

const longest = 4000;
const inPlace =
  "a header above it, or nothing; a text that has the separator in it stands in quotation marks";

/** The rows below the headers, each with what its cells hold. `found` collects what is wrong or doubted. */
export function* matchedRows(
  sheet: NamedSheet,
  matching: SheetMatching,
  targets: readonly Target[],
  found: Found,
): Generator<MatchedRow> {
  const columns = new Map(
    matching.columns.flatMap(({ target, values }, index) => {
      const field = targets.find(({ key }) => key === target)?.field;
      if (target === null || !field) return [];
      return [[target, { index, field, coded: codedColumn(field, values) }] as const];
    }),
  );
  for (const row of sheet.rows)
    if (row.line > matching.headerLine) yield rowOf(row, sheet, columns, matching.columns, found);
}

/** What is wrong in rows, and what can be taken and may not be what was meant. */
export interface Found {
  readonly faults: ImportFault[];
  readonly doubts: ImportFault[];
}

interface Column {
  readonly index: number;
  readonly field: Field;
  readonly coded: CodedColumn | null;
}

function rowOf(
  { line, cells }: SheetRow,
  { label: sheet, marked }: NamedSheet,
  columns: ReadonlyMap<string, Column>,
  headers: SheetMatching["columns"],
  { faults, doubts }: Found,
): MatchedRow {
  let found = 0;
  const cell = (key: string) => cells[columns.get(key)?.index ?? -1];
  const header = (key: string) => headers[columns.get(key)?.index ?? -1]?.header ?? "";
  const isWords = (key: string) => columns.get(key)?.field.type === "text";
  const text = (key: string) => (isWords(key) ? wordsIn : textOf)(cell(key));
  const error = (key: string) => (isWords(key) ? errorInWords : errorIn)(cell(key));
  const refuse = (key: string, expected: string, value?: string) => {
    const shown = error(key) ?? text(key);
    faults.push({ file: sheet, line, column: header(key), value: value ?? shown, expected });
    found += 1;
    return null;
  };
  const stray = marked ? strayCell(cells, headers) : -1;
  if (stray >= 0) {
    const value = textOf(cells[stray]);
    faults.push({ file: sheet, line, column: String(stray + 1), value, expected: inPlace });
    found += 1;
  }
  const isError = (key: string, expected: string) => {
    const wrong = error(key) !== null;
    if (wrong) refuse(key, expected);
    return wrong;
  };
  const written = (given: string, key: string) => {
    const words = (marked ? unmarkFormulas(given) : given).replaceAll("\r\n", "\n");
    if (words.length > longest)
      refuse(key, `at most ${longest.toLocaleString("en-GB")} characters`);
    else if (!isKeepable(words)) refuse(key, "a text without characters that cannot be shown");
    return words;
  };
  return {
    place: { sheet, line },
    has: (key) => columns.has(key),
    cell,
    filled: (key) => isFilled(cell(key)),
    text,
    refuse,
    doubt: (key, expected, value) =>
      doubts.push({ file: sheet, line, column: header(key), value, expected }),
    faults: () => found,
    code(key) {
      const coded = columns.get(key)?.coded;
      if (!coded) return null;
      const answer = error(key) === null ? coded.answerFor(text(key)) : null;
      return answer === null ? refuse(key, coded.expected()) : answer || null;
    },
    number(key) {
      const field = columns.get(key)?.field;
      if (field?.type !== "integer") return null;
      const { least, most = 9999 } = field;
      const expected = `a whole number from ${least} to ${most}, or blank`;
      if (isError(key, expected) || text(key) === "") return null;
      const number = /^\d{1,6}(\.0+)?$/.test(text(key)) ? Number(text(key)) : Number.NaN;
      return number >= least && number <= most ? number : refuse(key, expected);
    },
    day(key) {
      const expected = "a date that exists, such as 14 October 2014";
      if (isError(key, expected) || text(key) === "") return null;
      const day = dayFrom(text(key)) ?? dayOfSerial(text(key));
      if (day === null) return refuse(key, expected);
      if (day >= firstDay) return day;
      return refuse(key, "a date from 1 March 1900 on, such as 14 October 2014");
    },
    words(key) {
      if (isError(key, "a text")) return "";
      return written(text(key), key);
    },
    asWritten(key) {
      const given = cell(key);
      if (typeof given !== "string" || error(key) !== null) return this.words(key);
      return written(given, key);
    },
  };
}
