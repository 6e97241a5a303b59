import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Zip, ZipDeflate } from "fflate";

/* Writes the same large table as a workbook and as CSV, with invented cases: DIRECTORY ROWS. */

const columns = 30;
const levels = ["High", "Medium", "Low", "Not indicated"];
const start = Date.UTC(2009, 6, 6);
// The number of that day in a workbook.
const serialOfStart = 40_000;

type Cell = { readonly text: string } | { readonly number: number } | { readonly day: number };

/** A row as a team would have it: a reference, a remark, dates, levels and numbers. */
function rowOf(row: number): Cell[] {
  return Array.from({ length: columns }, (_, column): Cell => {
    if (column === 0) return { text: `2015-${row}` };
    if (column === 1) return { text: `What was noted of case ${row}, all of it invented` };
    if (column < 5) return { day: (row * 7 + column) % 3000 };
    if (column < 18) return { text: levels[(row * column) % 4] ?? "" };
    return { number: column < 23 ? ((row * column) % 1000) / 8 : (row * column) % 4 };
  });
}

function asCsv(cell: Cell): string {
  if ("text" in cell) return `"${cell.text}"`;
  return "number" in cell
    ? String(cell.number)
    : new Date(start + cell.day * 86_400_000).toISOString().slice(0, 10);
}

function asXml(cell: Cell, place: string, textNumber: (text: string) => number): string {
  if ("text" in cell) return `<c r="${place}" t="s"><v>${textNumber(cell.text)}</v></c>`;
  return "number" in cell
    ? `<c r="${place}"><v>${cell.number}</v></c>`
    : `<c r="${place}" s="1"><v>${serialOfStart + cell.day}</v></c>`;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${lettersOf(Math.floor(column / 26) - 1)}${last}`;
}

function* csvLines(rows: number) {
  for (let row = 0; row < rows; row += 1) yield `${rowOf(row).map(asCsv).join()}\n`;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const target = (id: string, type: string, part: string) =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${part}"/>`;

/** The parts of the workbook, each in pieces. The texts come last, when all are known. */
function* partsOf(rows: number): Generator<[name: string, pieces: Iterable<string>]> {
  const texts = new Map<string, number>();
  const textNumber = (text: string) => {
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    return number;
  };
  yield ["[Content_Types].xml", [`<Types xmlns="${packaged}/content-types"/>`]];
  yield [
    "_rels/.rels",
    [`<Relationships>${target("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`],
  ];
  yield [
    "xl/workbook.xml",
    [
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Cases" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
  ];
  yield [
    "xl/_rels/workbook.xml.rels",
    [
      `<Relationships>${target("r1", "worksheet", "sheet1.xml")}${target("r2", "sharedStrings", "sharedStrings.xml")}${target("r3", "styles", "styles.xml")}</Relationships>`,
    ],
  ];
  yield [
    "xl/styles.xml",
    [`<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`],
  ];
  yield ["xl/sheet1.xml", sheetPieces(rows, textNumber)];
  yield ["xl/sharedStrings.xml", sharedPieces(texts)];
}

function* sheetPieces(rows: number, textNumber: (text: string) => number) {
  yield `<worksheet xmlns="${main}"><sheetData>`;
  for (let row = 0; row < rows; row += 1) {
    const cells = rowOf(row).map((cell, column) =>
      asXml(cell, `${lettersOf(column)}${row + 1}`, textNumber),
    );
    yield `<row r="${row + 1}">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

function* sharedPieces(texts: ReadonlyMap<string, number>) {
  yield `<sst xmlns="${main}">`;
  for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
  yield "</sst>";
}

/** Writes pieces to a file as they come. */
function write(file: string, fill: (put: (piece: Uint8Array | string) => void) => void): void {
  const open = openSync(file, "w");
  fill((piece) => writeSync(open, typeof piece === "string" ? Buffer.from(piece) : piece));
  closeSync(open);
}

const [directory = ".", rows = "100000"] = process.argv.slice(2);
write(join(directory, "cases.csv"), (put) => {
  for (const line of csvLines(Number(rows))) put(line);
});
write(join(directory, "cases.xlsx"), (put) => {
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    put(piece);
  });
  for (const [name, pieces] of partsOf(Number(rows))) {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    for (const piece of pieces) part.push(Buffer.from(piece));
    part.push(new Uint8Array(), true);
  }
  zip.end();
});
