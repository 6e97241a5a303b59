/** One cell, row or file that cannot be imported, and what would have been right. */
export interface ImportFault {
  readonly file: string;
  /** The line of the file; the column names are line 1. */
  readonly line: number;
  /** The column, several joined by commas, or "" when the fault is the whole row's. */
  readonly column: string;
  /** What stands there: the cell's text, or for a whole row what is wrong in words. */
  readonly value: string;
  readonly expected: string;
}

const longestShown = 60;

/** The text on one line, without control characters. */
function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** A text from the file in quotation marks, cut when it is long. */
function quoted(text: string): string {
  return `“${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}”`;
}

/**
 * A fault as one plain line, such as
 * `cases.csv, row 12, column neglect: “Med.” found, expected 0, 1, 2, 3 or blank`.
 * A blank cell is "nothing"; a fault of the whole row names no column and has no quotation marks.
 */
export function faultSentence(fault: ImportFault): string {
  const { file, line, expected } = fault;
  const column = onOneLine(fault.column);
  const value = onOneLine(fault.value);
  const columnWord = column.includes(", ") ? "columns" : "column";
  const place = column === "" ? `row ${line}` : `row ${line}, ${columnWord} ${column}`;
  const found = column === "" ? value : quoted(value);
  return `${file}, ${place}: ${value === "" ? "nothing" : found} found, expected ${expected}`;
}

/** A fault as it stands beside its row: “Column neglect: “Med.” found, expected 0, 1, 2, 3 or blank”. */
export function faultInRow({
  column,
  value,
  expected,
}: Pick<ImportFault, "column" | "value" | "expected">): string {
  const sentence = faultSentence({ file: "", line: 0, column, value, expected });
  const words = sentence.replace(/^, row 0(?:, |: )/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words as a list: "0, 2, 3 or blank". */
export function orList(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} or ${words.slice(-1).join("")}`;
}

/**
 * Names for a list, each in quotation marks where a comma or an “or” within one would run them
 * together. Examples: No, “Yes, currently” → “No”, “Yes, currently”; High, Low as they are.
 */
export function toldApart(names: readonly string[]): readonly string[] {
  return names.some((name) => /,| or /.test(name)) ? names.map((name) => `“${name}”`) : names;
}
