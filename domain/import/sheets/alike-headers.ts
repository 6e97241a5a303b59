import { plain } from "./alike";

/**
 * For each column the letters of all columns of the sheet that have its header, whatever its capitals
 * and punctuation; none where it is the only one, or has no header.
 * Example: Ref, Neglect, "neglect." → none, B C, B C.
 */
export function lettersAlike(headers: readonly string[]): (readonly string[])[] {
  const all = new Map<string, string[]>();
  const names = headers.map(nameOf);
  for (const [index, name] of names.entries()) {
    const known = all.get(name);
    if (known) known.push(lettersOf(index));
    else all.set(name, [lettersOf(index)]);
  }
  return names.map((name) => {
    const letters = all.get(name) ?? [];
    return name === "" || letters.length === 1 ? [] : letters;
  });
}

const nameOf = (header: string) => plain(header) || header;

/**
 * Where each column stands, in words, as far as its header does not say it: its letters where another
 * column has the same header, and the title above it where that is another text. `titles` are as
 * `titlesAbove` gives them.
 * Example: Ref, Neglect, Neglect → "", "column B", "column C"; with the titles "", Coder A, Agreed → "",
 * "column B, under “Coder A”", "column C, under “Agreed”".
 */
export function columnPlaces(headers: readonly string[], titles: readonly string[] = []): string[] {
  const alike = lettersAlike(headers);
  return headers.map((header, index) => {
    const letters = alike[index]?.length === 0 ? [] : [`column ${lettersOf(index)}`];
    const title = titles[index] ?? "";
    const isOther = title !== "" && nameOf(title) !== nameOf(header);
    return [...letters, ...(isOther ? [`under “${title}”`] : [])].join(", ");
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
