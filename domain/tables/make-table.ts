import type { Cell, Column, SampleChoice, Table, TableBook, TableKind } from "./table";
import type { TableCase } from "./table-case";

const empty: Cell = { n: 0, cases: 0, values: 0, sum: 0, lowest: null, highest: null };

/**
 * What is known of the cases of two cells that have none in common: counts and sums are added, the
 * range reaches over both. So a mean is pooled over cases and never a mean of means.
 */
export function together(a: Cell, b: Cell): Cell {
  return {
    n: a.n + b.n,
    cases: a.cases + b.cases,
    values: a.values + b.values,
    sum: a.sum + b.sum,
    lowest: pick(Math.min, a.lowest, b.lowest),
    highest: pick(Math.max, a.highest, b.highest),
  };
}

function pick(of: (a: number, b: number) => number, a: number | null, b: number | null) {
  if (a === null || b === null) return a ?? b;
  return of(a, b);
}

/**
 * A table of the report from the cases of the dataset, in any order. Every case is looked at once.
 * A case in a sample that is in no column, or that the table is not about, counts nowhere.
 *
 * Throws when a value is not a whole number of 0 or more.
 *
 * Example: with the kind of Table 9 and four committed cases of suicide in 2012, the cell of its
 * line and column has n 4 and cases 4.
 */
export function makeTable(
  kind: TableKind,
  book: TableBook,
  cases: readonly TableCase[],
  choice: SampleChoice,
): Table {
  const counted: Atoms = new Map();
  for (const each of cases) addCase(counted, kind, each);
  return tableFrom(kind, book, counted, choice);
}

/** A table from what was counted for its kind, which may be more than the chosen samples. */
export function tableFrom(
  kind: TableKind,
  book: TableBook,
  atoms: Table["atoms"],
  choice: SampleChoice,
): Table {
  const columns = kind.columns(choice);
  const groups = columns.flatMap((column) => column.groups);
  const found = (part: string) => groups.some((group) => atoms.get(part)?.has(group));
  return {
    kind,
    columns,
    lines: kind.lines(book, found).map((line) => ({
      ...line,
      cells: columns.map((column) => cellFrom(atoms, line.parts, column)),
      bases: columns.map((column) => cellFrom(atoms, line.shareOf ?? [...atoms.keys()], column)),
    })),
    atoms,
  };
}

/** What is known of some parts in the groups of a column, added up from what was counted. */
export function cellFrom(
  atoms: Table["atoms"],
  parts: readonly string[],
  { groups }: Pick<Column, "groups">,
): Cell {
  return parts
    .flatMap((part) => groups.flatMap((group) => atoms.get(part)?.get(group) ?? []))
    .reduce(together, empty);
}

/** What is counted of each part and group. */
export type Atoms = Map<string, Map<string, Cell>>;

/** Adds one case to what is counted for a table, where the table is about it. */
export function addCase(atoms: Atoms, kind: TableKind, each: TableCase): void {
  if (!kind.isAbout(each)) return;
  const group = kind.groupOf(each);
  const parts = kind.partsOf(each);
  for (const part of new Set(parts)) {
    const ofPart = atoms.get(part) ?? new Map<string, Cell>();
    const n = parts.filter((one) => one === part).length;
    ofPart.set(group, together(ofPart.get(group) ?? empty, cellOfCase(n, kind.valueOf(each))));
    atoms.set(part, ofPart);
  }
}

function cellOfCase(n: number, value: number | null): Cell {
  if (value === null) return { ...empty, n, cases: 1 };
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`${value} is not a whole number of 0 or more`);
  return { n, cases: 1, values: 1, sum: value, lowest: value, highest: value };
}
