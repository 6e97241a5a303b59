import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readSheets } from "./read-sheets";
import { packed, partsOf, sheetsOf, whyRefused, workbookOf } from "./workbook.fixtures";
import { entriesOf, zipOf } from "./zip.fixtures";

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const parts = partsOf({ sheets: { Cases: cell } });
const sheet = "xl/worksheets/sheet1.xml";
const withSheet = (xml: string) => packed({ ...parts, [sheet]: xml });
const withRows = (rows: string, afterRows = "") =>
  workbookOf({ sheets: { Cases: rows }, afterRows });

const openAgain =
  "Open it in your spreadsheet program, save it again as an Excel workbook (.xlsx) and upload that.";
const damaged = `file: This workbook is damaged. ${openAgain}`;
const strange = `file: This workbook is not put together the way that spreadsheet programs do it. ${openAgain}`;
const unpacksTooFar = `file: This workbook unpacks to far more than its size. ${openAgain}`;

test("a zip made by hand is read when it is what it says, with a part as it is too", async () => {
  const asItIs = { packed: Buffer.from(parts[sheet] ?? ""), says: { method: 0 } };
  for (const last of [{}, asItIs])
    expect(await sheetsOf(zipOf(entriesOf(parts, last)))).toEqual([
      { name: "Cases", rows: [{ line: 1, cells: ["1"] }] },
    ]);
});

describe("a damaged workbook is refused:", () => {
  const whole = Buffer.from(workbookOf({ sheets: { Cases: cell } }));
  const sheetData = deflateRawSync(Buffer.from(parts[sheet] ?? ""));

  test.each<[string, Uint8Array]>([
    ["cut off", whole.subarray(0, whole.length - 30)],
    ["its first bytes alone", whole.subarray(0, 4)],
    ["without its workbook", packed({ ...parts, "_rels/.rels": "<Relationships/>" })],
    [
      "without the list of what belongs to it",
      packed({
        ...Object.fromEntries(
          Object.entries(parts).filter(([name]) => name !== "xl/_rels/workbook.xml.rels"),
        ),
      }),
    ],
    [
      "without one of its sheets",
      packed(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== sheet))),
    ],
    [
      "a part that is cut off",
      zipOf(entriesOf(parts, { packed: sheetData.subarray(0, sheetData.length - 20) })),
    ],
    ["a part with other bytes", zipOf(entriesOf(parts, { packed: Buffer.alloc(100, 0xff) }))],
    ["a part with another checksum", zipOf(entriesOf(parts, { says: { checksum: 1 } }))],
    ["a part past the end of the file", zipOf(entriesOf(parts, { says: { packedSize: 1e6 } }))],
    ["tags that do not close", withSheet("<worksheet><sheetData>")],
    ["an entity that is not declared", withRows('<row r="1"><c r="A1"><v>&x;</v></c></row>')],
    [
      "bytes that are not text",
      packed({ ...parts, [sheet]: Buffer.from("<worksheet>\xff</worksheet>", "latin1") }),
    ],
    ["a shared text that is not there", withRows('<row><c t="s"><v>5</v></c></row>')],
  ])("%s", async (_, bytes) => {
    expect(await whyRefused(bytes)).toBe(damaged);
  });
});

describe("a workbook that is put together to do harm is refused:", () => {
  const path = (name: string) => zipOf([...entriesOf(parts), { name, content: "x" }]);
  const doctype = (declared: string) =>
    withSheet(
      `<!DOCTYPE worksheet ${declared}><worksheet><sheetData>${cell}</sheetData></worksheet>`,
    );
  const stored = { method: 0 };
  const inner = zipOf(entriesOf(parts));

  test.each<[string, Uint8Array]>([
    ["a name that leads out of the zip", path("../../evil.xml")],
    ["a name from the root", path("/etc/evil.xml")],
    ["a name from a drive", path("C:/evil.xml")],
    [
      "a reference that leads out of the zip",
      packed({
        ...parts,
        "_rels/.rels": (parts["_rels/.rels"] ?? "").replace("xl/", "../../xl/"),
      }),
    ],
    [
      "two parts of one name",
      zipOf([...entriesOf(parts), { name: "XL/Worksheets/sheet1.xml", content: "x" }]),
    ],
    [
      "a part of another name than is said",
      zipOf([...entriesOf(parts), { name: "one.xml", content: "x", says: { name: "two.xml" } }]),
    ],
    [
      "a sheet listed over and over that is not there",
      packed({
        ...parts,
        "xl/workbook.xml": `<workbook>${'<sheet name="x" r:id="none"/>'.repeat(1001)}</workbook>`,
      }),
    ],
    [
      "a part referred to over and over",
      packed({
        ...parts,
        "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
          /<Relationship [^>]*styles[^>]*>/,
          (one) => one.repeat(1000),
        ),
      }),
    ],
    [
      "formats over and over",
      workbookOf({
        sheets: { Cases: cell },
        styles: `<cellXfs>${"<xf/>".repeat(100_001)}</cellXfs>`,
      }),
    ],
    [
      "two entries in one place",
      zipOf([...entriesOf(parts), { name: "other.xml", content: "x", says: { start: 0 } }]),
    ],
    [
      "an entry that reaches into the next",
      zipOf([
        {
          name: "a",
          content: "",
          packed: Buffer.alloc(2),
          says: { ...stored, packedSize: 40, unpackedSize: 40 },
        },
        ...entriesOf(parts),
      ]),
    ],
    [
      "a way of packing that workbooks do not use",
      zipOf(entriesOf(parts, { says: { method: 14 } })),
    ],
    ["a document type", doctype('SYSTEM "file:///etc/passwd"')],
    [
      "entities that make others",
      doctype('[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]'),
    ],
    ["tags in tags without end", withSheet(`<worksheet>${"<a>".repeat(100)}`)],
    ["a tag without end", withSheet(`<worksheet ${noise(3_000_000)}`)],
    [
      "one sheet listed twice",
      packed({
        ...parts,
        "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(/<sheet [^>]*>/, "$&$&"),
      }),
    ],
    ["two sheets of one name", workbookOf({ sheets: { Cases: cell, CASES: cell } })],
    ["a sheet with an endless name", workbookOf({ sheets: { [noise(300)]: cell } })],
    ["rows that go back", withRows('<row r="2"/><row r="1"/>')],
    ["a row past the last", withRows('<row r="1048577"/>')],
    ["cells that go back", withRows('<row r="1"><c r="B1"/><c r="A1"/></row>')],
    ["a cell in no column", withRows('<row r="1"><c r="1"/></row>')],
    ["a column past the last", withRows('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ["merged cells in no column", withRows(cell, '<mergeCell ref="1:2"/>')],
    [
      "merged cells over and over",
      withRows(
        Array.from(
          { length: 2000 },
          (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`,
        ).join(""),
        '<mergeCell ref="A1:B9000"/>'.repeat(3000),
      ),
    ],
  ])("%s", async (_, bytes) => {
    expect(await whyRefused(bytes)).toBe(strange);
  });

  test("a workbook inside the workbook is not looked at", async () => {
    expect(await sheetsOf(packed({ ...parts, "xl/media/inner.zip": inner }))).toEqual([
      { name: "Cases", rows: [{ line: 1, cells: ["1"] }] },
    ]);
  });
});

describe("a workbook that is too much is refused:", () => {
  test("by its number of parts", async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ name: `x${index}`, content: "" }));
    expect(await whyRefused(zipOf([...entriesOf(parts), ...many]))).toBe(
      "file: This workbook has more than 1,000 parts. Remove pictures and other objects from it, and upload it again.",
    );
  });

  test("as soon as far more comes out of a part than goes in, whatever it says of its size", async () => {
    const content = `<worksheet>${" ".repeat(10_000_000)}</worksheet>`;
    const bomb = zipOf([
      ...entriesOf(parts).filter(({ name }) => name !== sheet),
      { name: sheet, content, says: { unpackedSize: 500 } },
    ]);
    expect(bomb.length).toBeLessThan(12_000);
    expect(await whyRefused(bomb)).toBe(unpacksTooFar);
  });

  test("by all that comes out of it", async () => {
    const content = Buffer.from(`<a>${noise(20_000)}${" ".repeat(980_000)}</a>`);
    const again = deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = zipOf([
      ...entriesOf(parts).filter(({ name }) => name !== sheet),
      {
        name: sheet,
        content: "",
        packed: Buffer.concat([
          deflateRawSync("<worksheet>", { finishFlush: constants.Z_FULL_FLUSH }),
          ...Array.from({ length: 600 }, () => again),
        ]),
      },
    ]);
    expect(bomb.length).toBeLessThan(15_000_000);
    expect(await whyRefused(bomb)).toBe(unpacksTooFar);
  });

  test("by its columns", async () => {
    expect(await whyRefused(withRows('<row r="1"><c r="ALM1"><v>1</v></c></row>'))).toBe(
      "file: This file has text beyond column 1,000. Leave out sheets, columns and rows that are not needed, and upload it again.",
    );
  });

  test("by its cells, the blank ones in front of others too", async () => {
    const rows = Array.from(
      { length: 6000 },
      (_, index) => `<row><c r="ALL${index + 1}"><v>1</v></c></row>`,
    );
    expect(await whyRefused(withRows(rows.join("")))).toBe(
      "file: This file has more than 5,000,000 cells. Leave out sheets, columns and rows that are not needed, and upload it again.",
    );
  });

  test("by a shared text that no cell could hold", async () => {
    const shared = [`<t>${noise(7 * 32_767 + 1)}</t>`];
    expect(await whyRefused(workbookOf({ sheets: { Cases: cell }, shared }))).toBe(
      "file: This file holds more text than can be read at once. Leave out sheets, columns and rows that are not needed, and upload it again.",
    );
  });

  test("by a cell with too much text", async () => {
    const text = (length: number) => `<row r="4"><c t="str"><v>${"a".repeat(length)}</v></c></row>`;
    expect((await sheetsOf(withRows(text(32_767))))[0]?.rows).toHaveLength(1);
    expect(await whyRefused(withRows(text(32_768)))).toBe(
      "file: A cell in row 4 of Cases holds more than 32,767 characters. Shorten it and upload the file again.",
    );
  });
});

test("a workbook with some bytes changed is read or refused, and never more than that", async () => {
  const whole = workbookOf({
    sheets: { Cases: cell, More: '<row><c t="s"><v>0</v></c></row>' },
    shared: ["<t>one</t>"],
    afterRows: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
  });
  const places = [...noise(400)].map(
    (letter, index) => (letter.charCodeAt(0) * 7919 * index) % whole.length,
  );
  const kinds = new Set<string>();
  for (const [index, place] of places.entries()) {
    const bytes = Uint8Array.from(whole);
    bytes[place] = (index * 37) % 256;
    kinds.add((await readSheets({ name: "cases.xlsx", bytes })).kind);
  }
  expect(kinds).toEqual(new Set(["done", "refused"]));
});

/** Letters that hardly pack, the same ones each time. */
function noise(length: number): string {
  let seed = 1;
  const letters = Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (seed % 26));
  });
  return letters.join("");
}
