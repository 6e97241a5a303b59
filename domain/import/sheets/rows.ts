import { isKeepable } from "../../characters";
import type { Field } from "../../dataset/field";
import { unmarkFormulas } from "../../dataset/formulas";
import type { Book } from "../../dataset/table";
import { dayInWords, firstDay } from "../../dates";
import type { ImportFault } from "../faults";
import type { Sheet, SheetRow } from "../sheet";
import {
  errorIn,
  errorInWords,
  isDayCell,
  isFilled,
  isPartOfADay,
  seenIn,
  textOf,
  wordsIn,
} from "./cell";
import { type CodedColumn, codedColumn } from "./coded-column";
import { dayIn, mayBeSwapped } from "./day-order";
import { isInTable } from "./last-row";
import type { Found, MatchedRow } from "./matched-row";
import type { SheetMatching } from "./matching";
import { hasOwnHeaders } from "./own-file";
import { dayOfSerial } from "./serial-day";
import { targetsOf } from "./targets";
import { isNoText, saysNoNumber } from "./values";
import { strayCell } from "./width";

/** A sheet with the name that people know it by: that of its file, and its own in a workbook. */
export interface NamedSheet extends Sheet {
  readonly label: string;
  /** Whether it comes from a text file. In those of Concord texts bear marks where they could be formulas. */
  readonly marked?: boolean;
}

/** The most characters of notes and reasons beside levels. */
const longest = 4000;
const inPlace =
  "a header above it, or nothing; a text that has the separator in it stands in quotation marks";

/** The rows of the table, each with what its cells hold. `found` collects what is wrong or doubted. */
export function* matchedRows(
  sheet: NamedSheet,
  matching: SheetMatching,
  book: Book,
  found: Found,
): Generator<MatchedRow> {
  const targets = matching.kind === null ? [] : targetsOf(matching.kind, book);
  const columns = new Map(
    matching.columns.flatMap(({ target, values }, index) => {
      const field = targets.find(({ key }) => key === target)?.field;
      if (target === null || !field) return [];
      return [[target, { index, field, values, coded: codedColumn(field, values) }] as const];
    }),
  );
  const all = {
    ...{ columns, headers: matching.columns, repeated: new Map<string, Repeated>() },
    isOwn: hasOwnHeaders(matching, book),
  };
  for (const row of sheet.rows) if (isInTable(row, matching)) yield rowOf(row, sheet, all, found);
}

interface Column {
  readonly index: number;
  readonly field: Field;
  readonly values: Readonly<Record<string, string>>;
  readonly coded: CodedColumn | null;
}

/** A doubt that a column has in several rows: where it stands among the doubts, and in how many. */
interface Repeated {
  readonly at: number;
  readonly first: ImportFault;
  rows: number;
}

/** What all rows of a sheet have in common. */
interface Columns {
  readonly columns: ReadonlyMap<string, Column>;
  readonly headers: SheetMatching["columns"];
  readonly repeated: Map<string, Repeated>;
  /** Whether they are headed as Concord heads its own files. */
  readonly isOwn: boolean;
}

function rowOf(
  { line, cells }: SheetRow,
  { label: sheet, marked, from1904 }: NamedSheet,
  { columns, headers, repeated, isOwn }: Columns,
  { faults, doubts }: Found,
): MatchedRow {
  let found = 0;
  const cell = (key: string) => {
    const column = columns.get(key);
    return column && cells[column.index];
  };
  const header = (key: string) => headers[columns.get(key)?.index ?? -1]?.header ?? "";
  const isWords = (key: string) => columns.get(key)?.field.type === "text";
  const text = (key: string) => (isWords(key) ? wordsIn : textOf)(cell(key));
  const error = (key: string) => (isWords(key) ? errorInWords : errorIn)(cell(key));
  const refuse = (keys: string | readonly string[], expected: string, value?: string) => {
    const all = [keys].flat();
    const [key = ""] = all;
    const shown = error(key) ?? text(key);
    const column = all.map(header).join(", ");
    faults.push({ file: sheet, line, column, value: value ?? shown, expected });
    found += 1;
    return null;
  };
  const stray = marked ? strayCell(cells, headers) : -1;
  if (stray >= 0) {
    const value = textOf(cells[stray]);
    faults.push({ file: sheet, line, column: String(stray + 1), value, expected: inPlace });
    found += 1;
  }
  const doubt = (key: string, expected: string, value: string) => {
    doubts.push({ file: sheet, line, column: header(key), value, expected });
  };
  const doubtOnce = (key: string, expected: string, value: string) => {
    const place = JSON.stringify([key, expected]);
    const known = repeated.get(place);
    if (!known) {
      const first = { file: sheet, line, column: header(key), value, expected };
      repeated.set(place, { at: doubts.push(first) - 1, first, rows: 1 });
      return;
    }
    known.rows += 1;
    const inAll = `${expected}; so in ${known.rows.toLocaleString("en-GB")} rows`;
    doubts[known.at] = { ...known.first, expected: inAll };
  };
  const isError = (key: string, expected: string) => {
    const wrong = error(key) !== null;
    if (wrong) refuse(key, expected);
    return wrong;
  };
  const isBlank = (key: string) => {
    const given = text(key);
    const isWord = given !== "" && saysNoNumber(given);
    if (isWord) doubtOnce(key, takenForNothing, given);
    return isWord || given === "";
  };
  const written = (given: string, key: string, most = longest) => {
    const unmarked = marked ? unmarkFormulas(given) : given;
    if (unmarked !== given && !isOwn) doubtOnce(key, keptWithMark, given);
    const words = (isOwn ? unmarked : given).replaceAll("\r\n", "\n");
    if (words.length > most) refuse(key, `at most ${most.toLocaleString("en-GB")} characters`);
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
    doubt,
    doubtOnce,
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
      if (isError(key, expected) || isBlank(key)) return null;
      const number = /^\d{1,6}(\.0+)?$/.test(text(key)) ? Number(text(key)) : Number.NaN;
      return number >= least && number <= most ? number : refuse(key, expected);
    },
    day(key) {
      const expected = "a date that exists, such as 14 October 2014";
      if (isError(key, expected) || isBlank(key)) return null;
      const values = columns.get(key)?.values ?? {};
      const written = dayIn(text(key), values);
      const day = written ?? dayOfSerial(text(key), from1904);
      if (day === null) return refuse(key, expected);
      if (day < firstDay)
        return refuse(key, "a date from 1 March 1900 on, such as 14 October 2014");
      if (written === null) doubt(key, takenForDay(day), text(key));
      else if (isPartOfADay(cell(key))) doubt(key, takenForWhole(day), seenIn(cell(key)));
      else if (isDayCell(cell(key)) && mayBeSwapped(day, values))
        doubtOnce(key, besideMonthFirst, dayInWords(day));
      return day;
    },
    known(key, most) {
      const words = this.words(key, most);
      if (!isNoText(words)) return words;
      doubtOnce(key, takenForNothing, words);
      return "";
    },
    words(key, most) {
      if (isError(key, "a text")) return "";
      return written(text(key), key, most);
    },
    asWritten(key) {
      const given = cell(key);
      if (typeof given !== "string" || error(key) !== null) return this.words(key);
      if (isNoText(given)) doubtOnce(key, keptAsText, given);
      return written(given, key);
    },
  };
}

const takenForNothing = "something that is known: it is taken for nothing recorded";

const keptWithMark =
  "a text without the quotation mark that files from Concord have before what could be a formula: it is kept as it was written";
const keptAsText = "nothing: it is kept as it was written";
const besideMonthFirst =
  "another day: the spreadsheet had made it a date, and the dates that are texts in this column have the month first";

function takenForWhole(day: string): string {
  return `another day: it is taken for ${dayInWords(day)}`;
}

function takenForDay(day: string): string {
  return `another day, or none: the number is taken for ${dayInWords(day)}`;
}
