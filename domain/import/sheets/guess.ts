import type { Book } from "../../dataset/table";
import type { Sheet } from "../sheet";
import { textOf } from "./cell";
import { guessSheet } from "./columns";
import { datesInDigits, dayOrders, orderOfDays } from "./day-order";
import { type HowMatched, howMatched, lessSure, saidOf, valuesOfLast } from "./how-matched";
import { isInTable } from "./last-row";
import type { ColumnMatching, Matching, SheetMatching } from "./matching";
import { type Target, targetsOf } from "./targets";
import { choicesFor, takenFor, type ValueChoice } from "./values";
import { allColumns } from "./width";

/** The most different texts of a column that are matched one by one. */
export const mostValues = 200;

/** How the sheets of an upload are most likely to be read, for a person to look through. */
export function guessMatching(
  sheets: readonly Sheet[],
  book: Book,
  last: Matching | null,
): Matching {
  return withValues(sheets, guessKinds(sheets, book, last), book, last);
}

/**
 * The same without what the texts of columns stand for. A sheet that its workbook hides is left out,
 * with the header row that it most likely has. Where no sheet has references, those that are plain but
 * for that are not left out: there is nothing else that the upload could be of.
 */
export function guessKinds(sheets: readonly Sheet[], book: Book, last: Matching | null): Matching {
  const guessed = (needsReference: boolean) =>
    sheets.map((sheet): SheetMatching => {
      const found = guessSheet(sheet, book, last, needsReference);
      return sheet.hidden ? { ...found, kind: null, columns: [] } : found;
    });
  const referenced = guessed(true);
  const isAny = referenced.some(({ kind }) => kind !== null);
  return { sheets: isAny ? referenced : guessed(false), sample: "" };
}

/** A text of a column of words or scores, and what it is taken for. */
export interface MatchedText {
  readonly text: string;
  /** In how many rows it stands. */
  readonly rows: number;
  /** The key of a value, "" for nothing recorded, null where nobody has said yet. */
  readonly key: string | null;
  readonly sureness: HowMatched;
}

/** A column of words or scores with all its texts, or one of days with the order that they are in. */
export interface MatchedColumn {
  readonly sheet: number;
  readonly column: number;
  readonly header: string;
  readonly target: Target;
  readonly choices: readonly ValueChoice[];
  /** At most 200, the most frequent first. */
  readonly texts: readonly MatchedText[];
  /** Whether there were more. */
  readonly more: boolean;
}

/**
 * The columns of words and scores of an upload, each with what its texts are taken for: as somebody
 * has said, as it seems, or as in the `last` import. So are columns of days that can be read in two
 * ways.
 */
export function matchedColumns(
  sheets: readonly Sheet[],
  matching: Matching,
  book: Book,
  last: Matching | null,
): MatchedColumn[] {
  return matching.sheets.flatMap((matched, at) => {
    const sheet = sheets[at];
    if (!sheet || !matched.kind) return [];
    const targets = targetsOf(matched.kind, book);
    return matched.columns.flatMap((column, index): MatchedColumn[] => {
      const target = targets.find(({ key }) => key === column.target);
      const isDay = target?.field.type === "date";
      const choices = isDay ? dayOrders : target && choicesFor(target.field);
      if (!target || !choices) return [];
      const counts = [...countTexts(sheet, matched, index)].sort((a, b) => b[1] - a[1]);
      const before = valuesOfLast(last, target.key);
      const own = { sheet: at, column: index, header: column.header, target, choices };
      if (isDay) {
        const [said, last] = [column.values, before].map((values) =>
          saidOf(values, datesInDigits, choices),
        );
        const texts = orderOfDays(counts, said, last);
        return texts.length === 0 ? [] : [{ ...own, texts, more: false }];
      }
      const matchedAs = (text: string) =>
        howMatched(
          takenFor(choices, text),
          saidOf(column.values, text, choices),
          saidOf(before, text, choices),
        );
      return [
        {
          ...own,
          texts: counts
            .slice(0, mostValues)
            .map(([text, rows]) => ({ text, rows, ...matchedAs(text) })),
          more: counts.length > mostValues,
        },
      ];
    });
  });
}

/** Columns whose texts stand for the same choices, so that each text is asked about once. */
export interface ValueGroup {
  readonly columns: readonly MatchedColumn[];
  readonly choices: readonly ValueChoice[];
  readonly texts: readonly MatchedText[];
}

/**
 * The columns by what their texts can stand for: the risk factors with the same levels together, the
 * columns of days of a sheet that are in the same order, every other column by itself. A text counts
 * the rows of all columns of its group; where it stands for different values in them, nobody has said
 * yet.
 */
export function groupsOf(columns: readonly MatchedColumn[]): ValueGroup[] {
  const groups = new Map<string, MatchedColumn[]>();
  for (const column of columns) {
    const own = groupOf(column);
    groups.set(own, [...(groups.get(own) ?? []), column]);
  }
  return [...groups.values()].map((members) => ({
    columns: members,
    choices: members[0]?.choices ?? [],
    texts: textsOf(members),
  }));
}

function groupOf({ sheet, column, target, choices, texts }: MatchedColumn): string {
  const { type } = target.field;
  if (type === "score") return JSON.stringify(choices);
  return `${sheet} ${type === "date" ? texts[0]?.key : column}`;
}

function textsOf(columns: readonly MatchedColumn[]): MatchedText[] {
  const all = new Map<string, MatchedText>();
  for (const one of columns.flatMap(({ texts }) => texts)) {
    const before = all.get(one.text);
    const rows = (before?.rows ?? 0) + one.rows;
    if (!before) all.set(one.text, one);
    else if (before.key !== one.key)
      all.set(one.text, { ...one, rows, key: null, sureness: "unknown" });
    else all.set(one.text, { ...one, rows, sureness: lessSure(before.sureness, one.sureness) });
  }
  return [...all.values()].sort((a, b) => b.rows - a.rows);
}

function countTexts(sheet: Sheet, matched: SheetMatching, index: number) {
  const counts = new Map<string, number>();
  for (const row of sheet.rows) {
    if (!isInTable(row, matched)) continue;
    const text = textOf(row.cells[index]);
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/**
 * A matching with all columns in which something stands, and with what the texts of its columns
 * stand for, of which Concord knows best what it knows exactly. Texts that nobody knows are left out.
 */
export function withValues(
  sheets: readonly Sheet[],
  given: Matching,
  book: Book,
  last: Matching | null,
): Matching {
  const wide = given.sheets.map((matched, at) => {
    const sheet = sheets[at];
    return sheet ? { ...matched, columns: allColumns(sheet, matched) } : matched;
  });
  const matching = { ...given, sheets: wide };
  const found = matchedColumns(sheets, matching, book, last);
  const filled = (sheet: number, index: number, column: ColumnMatching): ColumnMatching => {
    const own = found.find((one) => one.sheet === sheet && one.column === index);
    if (!own) return { ...column, values: {} };
    const values = own.texts.flatMap(({ text, key }) =>
      key === null ? [] : [[text, key] as const],
    );
    return { ...column, values: Object.fromEntries(values) };
  };
  return {
    ...matching,
    sheets: matching.sheets.map((sheet, at) => ({
      ...sheet,
      columns: sheet.columns.map((column, index) => filled(at, index, column)),
    })),
  };
}
