import { plain } from "./alike";
import type { Matching } from "./matching";
import type { SheetKind } from "./targets";

/** What the columns of the last import held, by their headers in plain letters. */
export interface ColumnsOfLast {
  /** The key of the target of each. */
  readonly targets: ReadonlyMap<string, string>;
  /** Those that somebody left out. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * What is remembered of the columns of this kind of sheet. One that was merely not recognised is not:
 * it may be by now. Nor is one left out where another with the same header was taken.
 */
export function columnsOfLast(kind: SheetKind, last: Matching | null): ColumnsOfLast {
  const columns = (last?.sheets ?? [])
    .filter((sheet) => sheet.kind === kind)
    .flatMap((sheet) => sheet.columns)
    .map((column) => ({ ...column, header: plain(column.header) }));
  const targets = new Map(
    columns.flatMap(({ header, target }) => (target === null ? [] : [[header, target] as const])),
  );
  const leftOut = columns
    .filter(({ target, by }) => target === null && by !== "nothing")
    .map(({ header }) => header)
    .filter((header) => header !== "" && !targets.has(header));
  return { targets, leftOut: new Set(leftOut) };
}
