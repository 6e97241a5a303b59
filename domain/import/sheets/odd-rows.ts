import type { ImportFault } from "../faults";
import type { SheetRow } from "../sheet";
import { isInTable } from "./last-row";
import type { Matching } from "./matching";
import type { NamedSheet } from "./rows";

interface Kind {
  readonly isOne: (row: SheetRow) => boolean;
  readonly one: readonly [value: string, expected: string];
  readonly several: readonly [value: string, expected: string];
}

const merged: Kind = {
  isOne: (row) => row.merged === true,
  one: [
    "a row with a cell that is merged with one above it",
    "a row of which that says nothing: its text is taken for this row too",
  ],
  several: [
    "rows with a cell that is merged with one above it",
    "rows of which that says nothing: its text is taken for each of them",
  ],
};
const hidden: Kind = {
  isOne: (row) => row.hidden === true,
  one: [
    "a row that is hidden in the workbook",
    "a row to leave out: it is read like those that are shown",
  ],
  several: [
    "rows that are hidden in the workbook",
    "rows to leave out: they are read like those that are shown",
  ],
};
const kinds: readonly Kind[] = [hidden, merged];

/**
 * The rows of sheets that are taken which people see otherwise in the spreadsheet than they are read:
 * a doubt for each sheet and kind, with how many they are, at the first of them.
 */
export function oddRows(sheets: readonly NamedSheet[], { sheets: how }: Matching): ImportFault[] {
  return sheets.flatMap(({ label, rows }, index) => {
    const matched = how[index];
    if (!matched?.kind) return [];
    return kinds.flatMap(({ isOne, one, several }) => {
      const found = rows.filter((row) => isInTable(row, matched) && isOne(row));
      const [first] = found;
      if (!first) return [];
      const [what, expected] = found.length === 1 ? one : several;
      const value = found.length === 1 ? what : `${found.length.toLocaleString("en-GB")} ${what}`;
      return [{ file: label, line: first.line, column: "", value, expected }];
    });
  });
}
