import type { Column, FilledLine, Table } from "./table";

/** What of a cell is not shown. */
export interface CellWithheld {
  /** How many it counts. */
  readonly count: boolean;
  /** Its mean, lowest or highest value. */
  readonly value: boolean;
  /** Its per cent: how many it is of is withheld itself. */
  readonly share?: true;
}

/** A line of which some cells are withheld. */
export interface PublishedLine extends FilledLine {
  readonly withheld: readonly CellWithheld[];
}

/** A table as it may be published. */
export interface PublishedTable extends Omit<Table, "lines" | "atoms"> {
  readonly lines: readonly PublishedLine[];
}

/** The tables of the team with nothing withheld, in the form of published ones. */
export function withNothingWithheld(tables: readonly Table[]): PublishedTable[] {
  return tables.map(({ atoms: _atoms, ...table }) => ({
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      withheld: line.cells.map(() => ({ count: false, value: false })),
    })),
  }));
}

/** A place whose figure is withheld. */
export interface WithheldPlace {
  readonly table: string;
  readonly line: string;
  readonly column: string;
}

/** The places that a table shows whose figures are withheld, in order. */
export function withheldIn({ kind, columns, lines }: PublishedTable): WithheldPlace[] {
  return lines.flatMap((line) =>
    columns.flatMap((column, index) =>
      !column.unseen && isWithheld(line, index)
        ? { table: kind.title, line: line.label, column: column.label }
        : [],
    ),
  );
}

/** The places of one line of a table together: their columns, in order. */
export interface WithheldOfLine extends Omit<WithheldPlace, "column"> {
  readonly columns: readonly string[];
}

/** The same places, those of one line of a table together. */
export function withheldByLine(places: readonly WithheldPlace[]): WithheldOfLine[] {
  const lines = new Map<string, WithheldOfLine>();
  for (const { table, line, column } of places) {
    const key = JSON.stringify([table, line]);
    lines.set(key, { table, line, columns: [...(lines.get(key)?.columns ?? []), column] });
  }
  return [...lines.values()];
}

/** Whether anything of a cell is withheld. */
export function isWithheld(line: PublishedLine, index: number): boolean {
  const { count = false, value = false } = line.withheld[index] ?? {};
  return count || (value && line.measure !== "count");
}

/** Names a cell by what it counts, so that two tables that count the same name it alike. */
export function cellKey(parts: readonly string[], { groups }: Pick<Column, "groups">): string {
  return JSON.stringify([[...parts].sort(), [...groups].sort()]);
}
