import { numbered } from "@/domain/dataset/codes";
import type { Cell, Field, Row } from "@/domain/dataset/field";

/*
 * SPSS system files, as the PSPP developers describe them ("System File Format"): little-endian,
 * UTF-8, uncompressed. What is missing is the system-missing value, never 0.
 */

const systemMissing = Buffer.from("ffffffffffffefff", "hex");
const lowest = Buffer.from("feffffffffffefff", "hex");
const longestText = 255;

/** Bytes that are put down one after the other. */
class Bytes {
  readonly #parts: Buffer[] = [];

  integers(...values: number[]): this {
    const bytes = Buffer.alloc(4 * values.length);
    for (const [index, value] of values.entries()) bytes.writeInt32LE(value, 4 * index);
    return this.raw(bytes);
  }

  number(value: number | null): this {
    if (value === null) return this.raw(systemMissing);
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return this.raw(bytes);
  }

  /** A text in so many bytes, filled up with blanks. */
  text(text: string, width: number): this {
    const bytes = Buffer.alloc(width, " ");
    cut(text, width).copy(bytes);
    return this.raw(bytes);
  }

  raw(bytes: Buffer): this {
    this.#parts.push(bytes);
    return this;
  }

  all(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** A text in UTF-8, cut between two letters where it has more bytes. */
function cut(text: string, most: number): Buffer {
  const bytes = Buffer.from(text, "utf8");
  let end = Math.min(bytes.length, most);
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

const upTo = (step: number, value: number) => Math.ceil(value / step) * step;

/** A variable of the file: how a field is stored, and the value of a cell in it. */
interface Variable {
  readonly field: Field;
  readonly shortName: string;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
  readonly format: number;
  readonly labels: readonly (readonly [number, Buffer])[];
  readonly measure: number;
  readonly numberIn: (cell: Cell) => number | null;
}

const formats = { text: 1, number: 5, date: 20 } as const;
const [nominal, ordinal, scale] = [1, 2, 3] as const;

function formatOf(kind: keyof typeof formats, width: number): number {
  return (formats[kind] << 16) | (width << 8);
}

// Seconds from the start of the Gregorian calendar, 14 October 1582, to 1 January 1970.
const secondsBefore1970 = 12_219_379_200;

function variableFor(
  field: Field,
  index: number,
  widths: Readonly<Record<string, number>>,
): Variable {
  const shortName = `V${String(index + 1).padStart(5, "0")}`;
  const number = { field, shortName, width: 0, format: formatOf("number", 8), labels: [] };
  const asNumber = (cell: Cell) => (typeof cell === "number" ? cell : null);
  switch (field.type) {
    case "text": {
      const width = Math.min(longestText, Math.max(1, widths[field.name] ?? 1));
      const format = formatOf("text", width);
      return { ...number, width, format, measure: nominal, numberIn: () => null };
    }
    case "integer":
      return { ...number, measure: scale, numberIn: asNumber };
    case "score": {
      const labels = labelled(
        field.levels.map((one) => ({ ...one, value: one.score, key: one.score })),
      );
      return { ...number, labels, measure: ordinal, numberIn: asNumber };
    }
    case "code": {
      const codes = numbered(field.codes);
      const labels = labelled(codes.map((code) => ({ ...code, value: code.number })));
      const numberIn = (cell: Cell) => codes.find(({ key }) => key === cell)?.number ?? null;
      return { ...number, labels, measure: nominal, numberIn };
    }
    case "date":
      return {
        ...number,
        format: formatOf("date", 11),
        measure: scale,
        numberIn: (cell) =>
          typeof cell === "string" ? Date.parse(cell) / 1000 + secondsBefore1970 : null,
      };
  }
}

const longestLabel = 120;

/**
 * Labels of values in the bytes that there are for each. Those that would be the same once they are
 * cut end with the key of their value: “A name of many words… (order_2)”.
 */
function labelled(
  values: readonly {
    readonly value: number;
    readonly key: string | number;
    readonly label: string;
  }[],
): [number, Buffer][] {
  const short = values.map(({ label }) => cut(label, longestLabel).toString());
  return values.map(({ value, key, label }, at) => {
    const isAlone = short.every((other, place) => place === at || other !== short[at]);
    const end = `… (${key})`;
    const kept = isAlone
      ? label
      : `${cut(label, Math.max(0, longestLabel - Buffer.byteLength(end)))}${end}`;
    return [value, cut(kept, longestLabel)];
  });
}

/**
 * A table as an SPSS system file. Codes become their numbers, with their labels; scores keep their number and get the labels of their levels; dates are dates;
 * a missing cell is system-missing, and a missing text is blank. `title` is the label of the file,
 * `notes` are its documents; of its making it says nothing but what stands there, so that the same
 * table with the same notes gives the same bytes.
 */
export function spssFile(
  fields: readonly Field[],
  rows: readonly Row[],
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
): Buffer {
  const widths = widthsOf(fields, rows);
  const variables = fields.map((field, index) => variableFor(field, index, widths));
  const bytes = new Bytes();
  header(bytes, variables, rows.length, title);
  for (const variable of variables) dictionaryEntry(bytes, variable);
  valueLabels(bytes, variables);
  documents(bytes, notes);
  extensions(bytes, variables);
  for (const row of rows) for (const variable of variables) cell(bytes, variable, row);
  return bytes.all();
}

/** The bytes that the longest text of each text field takes. */
function widthsOf(fields: readonly Field[], rows: readonly Row[]): Record<string, number> {
  const texts = fields.filter(({ type }) => type === "text");
  return Object.fromEntries(
    texts.map(({ name }) => [
      name,
      rows.reduce((most, row) => Math.max(most, Buffer.byteLength(String(row[name] ?? ""))), 0),
    ]),
  );
}

/** How many eight-byte places a variable takes in a row. */
const places = ({ width }: Variable) => (width === 0 ? 1 : upTo(8, width) / 8);

function header(bytes: Bytes, variables: readonly Variable[], rows: number, title: string): void {
  const inAll = variables.reduce((sum, variable) => sum + places(variable), 0);
  bytes
    .text("$FL2", 4)
    .text("@(#) SPSS DATA FILE Concord", 60)
    .integers(2, inAll, 0, 0, rows)
    .number(100)
    .text("01 Jan 00", 9)
    .text("00:00:00", 8)
    .text(title, 64)
    .raw(Buffer.alloc(3));
}

function dictionaryEntry(bytes: Bytes, variable: Variable): void {
  const { field, width, format, shortName } = variable;
  const label = cut(field.label, 255);
  bytes.integers(2, width, 1, 0, format, format).text(shortName, 8);
  bytes.integers(label.length).text(label.toString(), upTo(4, label.length));
  for (let place = 1; place < places(variable); place += 1)
    bytes.integers(2, -1, 0, 0, 0, 0).text("", 8);
}

function valueLabels(bytes: Bytes, variables: readonly Variable[]): void {
  let at = 1;
  for (const variable of variables) {
    if (variable.labels.length > 0) {
      bytes.integers(3, variable.labels.length);
      for (const [value, label] of variable.labels) {
        bytes.number(value).raw(Buffer.from([label.length]));
        bytes.text(label.toString(), upTo(8, label.length + 1) - 1);
      }
      bytes.integers(4, 1, at);
    }
    at += places(variable);
  }
}

const documentWidth = 80;

function documents(bytes: Bytes, notes: readonly string[]): void {
  const lines = notes.flatMap(linesOf);
  if (lines.length === 0) return;
  bytes.integers(6, lines.length);
  for (const line of lines) bytes.text(line, documentWidth);
}

/** A note in lines that are short enough, broken between words, and a longer word within it. */
function linesOf(note: string): string[] {
  const lines: string[] = [];
  for (const word of note.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && Buffer.byteLength(longer) <= documentWidth) lines.splice(-1, 1, longer);
    else lines.push(...piecesOf(word));
  }
  return lines;
}

/** A word, such as a long address, in pieces that each fill a line. */
function piecesOf(word: string): string[] {
  const piece = cut(word, documentWidth).toString();
  return piece === word ? [word] : [piece, ...piecesOf(word.slice(piece.length))];
}

function extensions(bytes: Bytes, variables: readonly Variable[]): void {
  // The machine that wrote it: version 1.0.0, IEEE numbers, little-endian, UTF-8.
  bytes.integers(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001);
  const highest = Buffer.alloc(8);
  highest.writeDoubleLE(Number.MAX_VALUE);
  bytes.integers(7, 4, 8, 3).raw(systemMissing).raw(highest).raw(lowest);
  bytes.integers(7, 11, 4, variables.length * 3);
  for (const { measure, width } of variables)
    bytes.integers(measure, width > 0 ? 16 : 8, width > 0 ? 0 : 1);
  const names = variables.map(({ shortName, field }) => `${shortName}=${field.name}`).join("\t");
  const longNames = Buffer.from(names, "utf8");
  bytes.integers(7, 13, 1, longNames.length).raw(longNames);
  const encoding = Buffer.from("UTF-8");
  bytes.integers(7, 20, 1, encoding.length).raw(encoding);
  bytes.integers(999, 0);
}

function cell(bytes: Bytes, { field, width, numberIn }: Variable, row: Row): void {
  const value = row[field.name] ?? null;
  if (width > 0) bytes.text(value === null ? "" : String(value), upTo(8, width));
  else bytes.number(numberIn(value));
}
