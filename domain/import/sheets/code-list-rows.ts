import type { BroughtLists } from "../../code-lists/brought";
import type { CodeListName, CodeValue } from "../../code-lists/code-lists";
import type { Book } from "../../dataset/table";
import type { ImportFault } from "../faults";
import { withValues } from "./guess";
import type { Found, MatchedRow } from "./matched-row";
import type { Matching } from "./matching";
import { matchedRows, type NamedSheet } from "./rows";

/** A value of a code list from a row, and its number in its list. */
interface ListRow {
  readonly list: CodeListName;
  readonly value: CodeValue;
  readonly number: number;
}

/**
 * What those of these sheets bring that are code lists, and everything in them that cannot be taken.
 * What their texts stand for is as it seems, where nobody has said it.
 */
export function readCodeLists(
  book: Book,
  all: readonly NamedSheet[],
  known: Matching,
  last: Matching | null,
): { lists: BroughtLists; faults: ImportFault[] } {
  const found: Found = { faults: [], doubts: [] };
  const rows: ListRow[] = [];
  const isOfLists = (_: unknown, at: number) => known.sheets[at]?.kind === "code_lists";
  const sheets = all.filter(isOfLists);
  const own = { ...known, sheets: known.sheets.filter(isOfLists) };
  const matching = withValues(sheets, own, book, last);
  for (const [index, sheet] of sheets.entries()) {
    const matched = matching.sheets[index];
    if (!matched) continue;
    for (const row of matchedRows(sheet, matched, book, found)) {
      const read = readRow(row);
      if (read && rows.some((one) => isSame(one, read)))
        row.refuse("value", "each value of a list once");
      else if (read) rows.push(read);
    }
  }
  const lists: Partial<Record<CodeListName, CodeValue[]>> = {};
  for (const { list, value } of rows.sort((a, b) => a.number - b.number))
    lists[list] = [...(lists[list] ?? []), value];
  return { lists, faults: found.faults };
}

function isSame(one: ListRow, other: ListRow): boolean {
  return one.list === other.list && one.value.key === other.value.key;
}

function readRow(row: MatchedRow): ListRow | null {
  const faults = row.faults();
  const list = row.code("list") as CodeListName | null;
  const key = row.text("value");
  const label = row.words("label");
  const mergedInto = row.text("counts_as") || null;
  const own = { key, label, offered: row.code("offered") === "yes", mergedInto };
  const number = row.number("number") ?? Number.MAX_SAFE_INTEGER;
  if (row.faults() > faults) return null;
  if (list === null) return row.refuse("list", "one of the code lists");
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(key) || key.length > 60)
    return row.refuse("value", "small letters, digits and underscores, such as public_s31");
  if (label === "" || label.length > 100)
    return row.refuse("label", "a name of at most 100 characters");
  const value = withExtras(row, list, own);
  return value && { list, value, number };
}

function withExtras(row: MatchedRow, list: CodeListName, own: CodeValue): CodeValue | null {
  const faults = row.faults();
  if (list === "case_type") {
    const lawGroup = row.code("law_group");
    const asksWhich = row.code("asks_which") === "yes";
    if (row.faults() > faults) return null;
    if (lawGroup === null) return row.refuse("law_group", "the law group of a case type");
    return { ...own, ...{ lawGroup, asksWhich } };
  }
  if (list !== "incident_type") return own;
  const fatal = row.code("fatal");
  if (row.faults() > faults) return null;
  if (fatal === null) return row.refuse("fatal", "whether a child died in it");
  return { ...own, ...{ fatal: fatal === "yes" } };
}
