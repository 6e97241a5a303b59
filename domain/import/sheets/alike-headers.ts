/**
 * What tells columns with the same header of a sheet apart: for each header how many equal ones stand
 * before it. Example: Ref, Neglect, Sexual abuse, Neglect → 0, 0, 0, 1.
 */
export function timesBefore(headers: readonly string[]): number[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const before = times.get(header) ?? 0;
    times.set(header, before + 1);
    return before;
  });
}

/**
 * Where each column stands, in words, as far as its header does not say it: its letters where another
 * column has the same header, and the title above it. `titles` are as `titlesAbove` gives them.
 * Example: Ref, Neglect, Neglect → "", "column B", "column C"; with the titles "", Coder A, Agreed → "",
 * "column B, under “Coder A”", "column C, under “Agreed”".
 */
export function columnPlaces(headers: readonly string[], titles: readonly string[] = []): string[] {
  const before = timesBefore(headers);
  const several = new Set(headers.filter((_, index) => before[index] !== 0));
  return headers.map((header, index) => {
    const letters = header === "" || !several.has(header) ? [] : [`column ${lettersOf(index)}`];
    return [...letters, ...(titles[index] ? [`under “${titles[index]}”`] : [])].join(", ");
  });
}

/**
 * What people know each column by: its header and its place, or its number where it has no header.
 * Example: Ref, Neglect, "", Neglect → “Ref”, “Neglect” (column B), column 3, “Neglect” (column D).
 */
export function columnNames(headers: readonly string[], titles?: readonly string[]): string[] {
  const places = columnPlaces(headers, titles);
  return headers.map((header, index) => {
    const name = header === "" ? `column ${index + 1}` : `“${header}”`;
    return places[index] === "" ? name : `${name} (${places[index]})`;
  });
}

/**
 * The titles that stand in the row directly above the headers, each above its own columns: a title goes
 * on to the right until the next one. None where that row has a single cell: that is the title of the
 * sheet. `rows` are the first of the sheet, `headerLine` the row with the headers, `width` how many
 * columns there are.
 * Example: a row "", Coder A, "", Agreed, "" → "", Coder A, Coder A, Agreed, Agreed.
 */
export function titlesAbove(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  headerLine: number,
  width: number,
): string[] {
  const above = rows.find(({ line }) => line === headerLine - 1)?.cells ?? [];
  if (above.filter((cell) => cell.trim() !== "").length < 2) return [];
  let title = "";
  return Array.from({ length: width }, (_, index) => {
    title = above[index]?.trim() || title;
    return title;
  });
}

/** The letters of a column as spreadsheet programs have them, 0 being the first: 0 → A, 26 → AA. */
function lettersOf(index: number): string {
  const before = index < 26 ? "" : lettersOf(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
