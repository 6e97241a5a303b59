import { plain } from "./alike";
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
 * By what each header of a sheet is remembered: its plain letters, and which of how many equal ones it
 * is. So the second of two is not taken for the first, nor for the only one of a sheet with fewer.
 * Example: Neglect, Other, Neglect → "neglect 1/2", "other", "neglect 2/2".
 */
export function headerKeys(headers: readonly string[]): string[] {
  const all = headers.map(plain);
  const nth = new Map<string, number>();
  const places = all.map((header) => {
    nth.set(header, (nth.get(header) ?? 0) + 1);
    return nth.get(header);
  });
  return all.map((header, index) => {
    const times = nth.get(header);
    return header === "" || times === 1 ? header : `${header} ${places[index]}/${times}`;
  });
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
