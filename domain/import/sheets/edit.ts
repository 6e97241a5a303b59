import { sampleSchema } from "../../cases";
import type { Book } from "../../dataset/table";
import { done, type Outcome, type Problem, refusedFor } from "../../outcome";
import { columnNames } from "./alike-headers";
import { guessColumns } from "./columns";
import { groupsOf, type MatchedColumn, type ValueGroup } from "./guess";
import type { ColumnMatching, Matching, SheetMatching } from "./matching";
import { type SheetKind, sheetKinds, targetsOf } from "./targets";
import { lacksReference } from "./weight";

/** What somebody chose for the sheets of an upload, as its form gives it. */
export interface TypedColumns {
  readonly sample: string;
  readonly keepsRecorded?: boolean;
  readonly sheets: readonly {
    /** A kind of sheet; "" leaves it out. */
    readonly kind: string;
    readonly headerLine: string;
    /** "" for all rows, to the end. */
    readonly lastLine: string;
    /** The key of a target for each column; "" leaves it out. */
    readonly columns: readonly string[];
  }[];
}

/** The first rows of a sheet, among which its headers are. */
export interface FirstRows {
  readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * The matching as somebody has changed it, or every problem beside its field, such as
 * "sheets.0.columns.3". When the kind of a sheet or its header row was changed, its columns are
 * guessed anew: `regrouped` says so, for the person to look through them.
 */
export function changeColumns(
  before: Matching,
  typed: TypedColumns,
  sheets: readonly FirstRows[],
  book: Book,
): Outcome<{ matching: Matching; regrouped: boolean }> {
  const problems: Problem[] = [];
  let regrouped = false;
  const changed = before.sheets.map((sheet, at): SheetMatching => {
    const chosen = typed.sheets[at];
    if (!chosen) return sheet;
    const kind = Object.hasOwn(sheetKinds, chosen.kind) ? (chosen.kind as SheetKind) : null;
    const header = sheets[at]?.first.find(({ line }) => String(line) === chosen.headerLine.trim());
    if (!header && kind !== null) {
      problems.push({
        field: `sheets.${at}.headerLine`,
        message: "Enter the number of one of the rows that are shown",
      });
      return sheet;
    }
    const headerLine = header?.line ?? sheet.headerLine;
    const lastLine = lastLineIn(chosen.lastLine, headerLine);
    if (lastLine === null && kind !== null)
      problems.push({
        field: `sheets.${at}.lastLine`,
        message: "Enter the number of a row below the headers, or leave this blank",
      });
    const rows = { headerLine, lastLine: lastLine === null ? sheet.lastLine : lastLine };
    if (kind === sheet.kind && headerLine === sheet.headerLine)
      return { ...sheet, ...rows, columns: columnsOf(at, sheet, chosen.columns, book, problems) };
    regrouped = true;
    const columns =
      kind && header ? guessColumns(header, sheets[at]?.first ?? [], kind, book, null) : [];
    return { kind, ...rows, columns };
  });
  const sample = typed.sample.trim();
  const message = sampleSchema.safeParse(sample).error?.issues[0]?.message;
  if (sample !== "" && message) problems.push({ field: "sample", message });
  if (changed.every(({ kind }) => kind === null))
    problems.push({ field: "sheets.0.kind", message: "Say what at least one sheet has in it" });
  if (problems.length > 0) return refusedFor(problems);
  const blanks = typed.keepsRecorded ? ({ keepsRecorded: true } as const) : {};
  return done({ matching: { sheets: changed, sample, ...blanks }, regrouped });
}

/** Undefined for all rows, to the end; null for what is no row below the headers. */
function lastLineIn(typed: string, headerLine: number): number | undefined | null {
  const text = typed.trim();
  if (text === "") return undefined;
  return /^\d{1,7}$/.test(text) && Number(text) > headerLine ? Number(text) : null;
}

function columnsOf(
  at: number,
  { kind, columns }: SheetMatching,
  chosen: readonly string[],
  book: Book,
  problems: Problem[],
): ColumnMatching[] {
  const keys = kind === null ? [] : targetsOf(kind, book).map(({ key }) => key);
  const changed = columns.map((column, index): ColumnMatching => {
    // What a form does not reach to stays as it is.
    if (index >= chosen.length) return column;
    const target = keys.find((key) => key === chosen[index]) ?? null;
    return target === column.target ? column : { ...column, target, by: "person", values: {} };
  });
  const names = columnNames(columns.map(({ header }) => header));
  for (const [index, { target }] of changed.entries()) {
    const first = changed.findIndex((other) => other.target === target);
    if (target !== null && first < index)
      problems.push({
        field: `sheets.${at}.columns.${index}`,
        message: `${capital(names[first] ?? "")} holds this already. Choose something else, or leave one of them out`,
      });
  }
  if (lacksReference({ kind, columns: changed }))
    problems.push({
      field: `sheets.${at}.kind`,
      message: "Choose the column that has the reference of the case",
    });
  return changed;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What somebody chose for a text of a group, both by their places. */
export type Chosen = (group: ValueGroup, place: number, text: number) => string | undefined;

/**
 * The matching with what somebody chose for the texts of its columns, which the page shows in
 * groups. `chosen` gives the key of a value for a text of a group, "" for nothing recorded, and
 * undefined for what stays as it is.
 */
export function changeValues(
  before: Matching,
  columns: readonly MatchedColumn[],
  chosen: Chosen,
): Matching {
  const groups = groupsOf(columns);
  const values = (sheet: number, index: number, column: ColumnMatching) => {
    const isHere = (one: MatchedColumn) => one.sheet === sheet && one.column === index;
    const place = groups.findIndex((group) => group.columns.some(isHere));
    const group = groups[place];
    const own = group?.columns.find(isHere)?.texts.map(({ text }) => text) ?? [];
    const changes = (group?.texts ?? []).flatMap(({ text }, at) => {
      const key = group && own.includes(text) ? chosen(group, place, at) : undefined;
      const isKnown = key === "" || group?.choices.some((choice) => choice.key === key);
      return key !== undefined && isKnown ? [[text, key] as const] : [];
    });
    return { ...column.values, ...Object.fromEntries(changes) };
  };
  return {
    ...before,
    sheets: before.sheets.map((sheet, at) => ({
      ...sheet,
      columns: sheet.columns.map((column, index) => ({
        ...column,
        values: values(at, index, column),
      })),
    })),
  };
}
