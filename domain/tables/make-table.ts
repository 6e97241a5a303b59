import type { Cell, Column, PartCell, SampleChoice, Table, TableBook, TableKind } from "./table";
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

/**
 * What is known of some parts in the groups of a column, added up from what was counted. In all parts
 * together each case is one, in however many of them it is.
 *
 * Example: two cases have three index children each, of three age bands. Each band has n 2 and cases
 * 2, all of them n 6 and cases 2.
 */
export function cellFrom(
  atoms: Table["atoms"],
  parts: readonly string[],
  { groups }: Pick<Column, "groups">,
): Cell {
  const found = parts.flatMap((part) =>
    groups.flatMap((group) => atoms.get(part)?.get(group) ?? []),
  );
  const cell = found.reduce(together, empty);
  const again = found.reduce((sum, own) => sum + own.again, 0);
  return again > 0 && areAllParts(atoms, parts, groups)
    ? { ...cell, cases: cell.cases - again }
    : cell;
}

/** How many cases there are in the groups of a column, under whatever parts; each is one. */
export function casesIn(atoms: Table["atoms"], { groups }: Pick<Column, "groups">): number {
  let cases = 0;
  for (const byGroup of atoms.values())
    for (const group of groups) {
      const own = byGroup.get(group);
      if (own) cases += own.cases - own.again;
    }
  return cases;
}

/** Whether no case of some groups is counted under any part but these. */
function areAllParts(
  atoms: Table["atoms"],
  parts: readonly string[],
  groups: readonly string[],
): boolean {
  for (const [part, byGroup] of atoms)
    if (!parts.includes(part) && groups.some((group) => byGroup.has(group))) return false;
  return true;
}

/** What is counted of each part and group. */
export type Atoms = Map<string, Map<string, PartCell>>;

/** Adds one case to what is counted for a table, where the table is about it. */
export function addCase(atoms: Atoms, kind: TableKind, each: TableCase): void {
  if (!kind.isAbout(each)) return;
  const group = kind.groupOf(each);
  const parts = kind.partsOf(each);
  let again = 0;
  for (const part of new Set(parts)) {
    const ofPart = atoms.get(part) ?? new Map<string, PartCell>();
    const n = parts.filter((one) => one === part).length;
    const own = cellOfCase(n, kind.valueOf(each), again);
    ofPart.set(group, withOneMore(ofPart.get(group) ?? none, own));
    atoms.set(part, ofPart);
    again = 1;
  }
}

const none: PartCell = { ...empty, again: 0 };

function withOneMore(before: PartCell, own: PartCell): PartCell {
  const { n, cases, values, sum, lowest, highest } = together(before, own);
  return { n, cases, again: before.again + own.again, values, sum, lowest, highest };
}

function cellOfCase(n: number, value: number | null, again: number): PartCell {
  if (value === null) return { ...none, n, cases: 1, again };
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`${value} is not a whole number of 0 or more`);
  return { n, cases: 1, again, values: 1, sum: value, lowest: value, highest: value };
}
