import { plain } from "./alike";
import { timesBefore } from "./alike-headers";
import type { Matching } from "./matching";
import type { SheetKind } from "./targets";

/** What the columns of the last import held, by the `headerKeys` of their headers. */
export interface ColumnsOfLast {
  /** The key of the target of each. */
  readonly targets: ReadonlyMap<string, string>;
  /** Those that somebody left out. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * By what each header of a sheet is remembered: its plain letters, and how many equal ones stand
 * before it, so that the second of two is not taken for the first.
 */
export function headerKeys(headers: readonly string[]): string[] {
  const all = headers.map(plain);
  const before = timesBefore(all);
  return all.map((header, index) => (before[index] === 0 ? header : `${header} ${before[index]}#`));
}

/**
 * What is remembered of the columns of this kind of sheet. One that was merely not recognised is not:
 * it may be by now. Nor is one left out where another sheet had the same taken.
 */
export function columnsOfLast(kind: SheetKind, last: Matching | null): ColumnsOfLast {
  const columns = (last?.sheets ?? [])
    .filter((sheet) => sheet.kind === kind)
    .flatMap((sheet) => {
      const keys = headerKeys(sheet.columns.map(({ header }) => header));
      return sheet.columns.map(({ target, by }, index) => ({ key: keys[index] ?? "", target, by }));
    });
  const targets = new Map(
    columns.flatMap(({ key, target }) => (target === null ? [] : [[key, target] as const])),
  );
  const leftOut = columns
    .filter(({ target, by }) => target === null && by !== "nothing")
    .map(({ key }) => key)
    .filter((key) => key !== "" && !targets.has(key));
  return { targets, leftOut: new Set(leftOut) };
}
