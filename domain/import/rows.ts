import { mostRows } from "../case-record/read-section";
import type { ImportFault } from "./faults";

/** One record of a CSV file, already split into cells; the column names are the first record. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row of the right length, under the right column names. */
export interface Row {
  readonly line: number;
  /** The text of a cell, without spaces round it; "" when blank. */
  cell(column: string): string;
  /** Notes a fault of this row. The value is the cell's text unless another is given. */
  refuse(column: string, expected: string, value?: string): null;
}

/**
 * Checks the column names: exactly the expected ones, in their order. Each fault names a column
 * that is missing, unknown, there twice or out of place.
 */
function headerFaults(
  file: string,
  columns: readonly string[],
  header: CsvRecord | undefined,
): ImportFault[] {
  const line = header?.line ?? 1;
  if (!header) return [{ file, line, column: "", value: "", expected: "the column names" }];
  const names = header.cells.map((cell) => cell.trim());
  const fault = (column: string, value: string, expected: string) => ({
    file,
    line,
    column,
    value,
    expected,
  });
  const strange = names.flatMap((name, index) => {
    if (name === "") return [fault("", "a column without a name", "a name for each")];
    if (!columns.includes(name)) return [fault(name, name, "no column of this name")];
    return names.indexOf(name) < index ? [fault(name, name, "this column once only")] : [];
  });
  const missing = columns.flatMap((column, index) =>
    names.includes(column) ? [] : [fault(column, "", `this column as number ${index + 1}`)],
  );
  const known = names.filter(
    (name, index) => columns.includes(name) && names.indexOf(name) === index,
  );
  const misplaced = columns
    .filter((column) => names.includes(column))
    .flatMap((column, index) => {
      const found = known[index] ?? "";
      return found === column ? [] : [fault(column, found, `${column} in this place`)];
    });
  return [...strange, ...missing, ...misplaced];
}

/**
 * Goes through a file row by row. `read` turns a row into an item, noting its faults on the row;
 * an item of a row with a fault is left out. Faults come in file order, all of them. When the
 * column names are wrong no row is read, because nobody can say what its cells mean.
 */
export function readRows<T>(
  file: string,
  columns: readonly string[],
  records: readonly CsvRecord[],
  read: (row: Row) => T | null,
): { items: T[]; faults: ImportFault[] } {
  const [header, ...body] = records;
  const faults = headerFaults(file, columns, header);
  const items: T[] = [];
  if (faults.length > 0) return { items, faults };
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      const value = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
      faults.push({ file, line, column: "", value, expected: `${columns.length}` });
      continue;
    }
    const before = faults.length;
    const cell = (column: string) => cells[columns.indexOf(column)]?.trim() ?? "";
    const item = read({
      line,
      cell,
      refuse: (column, expected, value = cell(column)) => {
        faults.push({ file, line, column, value, expected });
        return null;
      },
    });
    if (item !== null && faults.length === before) items.push(item);
  }
  return { items, faults };
}

/**
 * These faults, and one for the first row of a case that is one more than a record can hold, such as
 * the 51st of its periods; in file order.
 */
export function withTooMany(
  file: string,
  items: readonly { readonly line: number; readonly reference: string }[],
  words: string,
  faults: readonly ImportFault[],
): ImportFault[] {
  const counts = new Map<string, number>();
  const more = items.flatMap(({ line, reference }) => {
    const count = (counts.get(reference) ?? 0) + 1;
    counts.set(reference, count);
    const expected = `at most ${mostRows} ${words} of a case`;
    if (count !== mostRows + 1) return [];
    return [{ file, line, column: "case_ref", value: reference, expected }];
  });
  return [...faults, ...more].sort((one, other) => one.line - other.line);
}
