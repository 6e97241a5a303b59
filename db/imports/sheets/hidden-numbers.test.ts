import { describe, expect, test } from "vitest";
import { faultSentence } from "@/domain/import/faults";
import { readDrafts } from "@/domain/import/sheets/drafts";
import { basics, factorKeys, firstBook } from "@/domain/import/sheets/fixtures";
import { guessMatching } from "@/domain/import/sheets/guess";
import { hiddenBy } from "./hidden-numbers";
import { formattedCellsOf, packed, partsOf, sheetsOf, workbookOf } from "./workbook.fixtures";

describe("a format shows nothing of these numbers:", () => {
  test.each<[string, number[]]>([
    ["General", []],
    ["", []],
    ["@", []],
    ["0", []],
    ["0.00", []],
    ["#,##0", []],
    ["0;-0", []],
    ["0;@", []],
    ['0;-0;"-"', []],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', []],
    ["[$£-809]#;-0;[$£-809]#", []],
    ["d mmmm yyyy;@", []],
    ["[h]:mm;@", []],
    ["[Red]0;[Blue]-0;[Green]0", []],
    ["0;-0;\\;", []],
    ['"a;b";-0;0', []],
    ["0;-0;;@", [0]],
    ["0;-0;", [0]],
    ["General;-General;", [0]],
    ["dd/mm/yyyy;;", [-1, 0]],
    ["0;;;@", [-1, 0]],
    ['0;-0;""', [0]],
    ['0;-0;" "', [0]],
    ["0;-0;_-", [0]],
    ["0;-0;[White];@", [0]],
    ["#", [0]],
    ["#,###", [0]],
    ["???", [0]],
    ["#;-#", [0]],
    ['[=0]"";General', [0]],
    ["[=0];General", [0]],
    ["[>0]0;[<0]-0;", [0]],
    ["[<3];0", [-1, 0]],
    ["[>2];0", [3]],
    [";;;", [-1, 0, 3]],
    [";;", [-1, 0, 3]],
    [";;;@", [-1, 0, 3]],
    [";-0;0", [3]],
    ["0;-0;;", [0]],
    [";@", [-1, 0, 3]],
  ])("%s", (code, numbers) => {
    const hides = hiddenBy(code);
    expect([-1, 0, 3].filter((number) => hides?.(number))).toEqual(numbers);
  });
});

test("of a format that shows something of each number nothing has to be asked", () => {
  expect(hiddenBy("0;-0")).toBe(null);
  expect(hiddenBy("#,##0")).toBe(null);
});

const styles = `<numFmts>
  <numFmt numFmtId="164" formatCode="0;-0;;@"/><numFmt numFmtId="165" formatCode=";;;"/>
  </numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>`;
const told = (number: string) => ({ error: `${number}, which the cell does not show` });

test("a number in a cell that looks blank is told, and neither taken nor left out", async () => {
  const cells = `<c r="A1"><v>0</v></c><c r="B1" s="1"><v>0</v></c><c r="C1" s="1"><f>D1</f><v>-0</v></c>
    <c r="D1" s="1"><v>3</v></c><c r="E1" s="2"><v>3</v></c><c r="F1" s="2"><v></v></c>
    <c r="G1" s="1" t="str"><f>A2</f><v>0</v></c>`;
  expect(await formattedCellsOf(`<row r="1">${cells}</row>`, { styles })).toEqual([
    ["0", told("0"), told("0"), "3", told("3"), "", "0"],
  ]);
});

test("on a sheet that shows no zeros, each of them is told", async () => {
  const rows = `<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>1</v></c><c r="C1"><v>0.5</v></c></row>`;
  const parts = partsOf({ sheets: { Cases: rows, Others: rows } });
  const own = "xl/worksheets/sheet1.xml";
  const view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
  const hiding = (parts[own] ?? "").replace("<sheetData>", `${view}<sheetData>`);
  const sheets = await sheetsOf(packed({ ...parts, [own]: hiding }));
  expect(sheets.map((sheet) => sheet.rows[0]?.cells)).toEqual([
    [told("0"), "1", "0.5"],
    ["0", "1", "0.5"],
  ]);
});

test("a score of 0 in a cell that looks blank is a fault with its row and column", async () => {
  const column = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);
  const texts = (line: number, given: readonly string[]) =>
    given.map(
      (text, at) => `<c r="${column(at)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
  const scores = factorKeys.map((_, index) => (index === 0 ? 3 : 0));
  const rows = [
    texts(1, [...basics, ...factorKeys]),
    [
      ...texts(2, ["2015-01", "2015", "s31", "suicide"]),
      ...scores.map((score, at) => `<c r="${column(at + 4)}2" s="1"><v>${score}</v></c>`),
    ],
  ].map((cells, index) => `<row r="${index + 1}">${cells.join("")}</row>`);
  const read = await sheetsOf(workbookOf({ sheets: { Cases: rows.join("") }, styles }));
  const sheets = read.map((sheet) => ({ ...sheet, label: sheet.name }));
  const found = readDrafts(firstBook, sheets, guessMatching(sheets, firstBook, null));
  expect([found.drafts, found.refused, found.faults.length]).toEqual([[], 1, 12]);
  expect(found.faults.slice(0, 1).map(faultSentence)).toEqual([
    "Cases, row 2, column emotional_abuse: “0, which the cell does not show” found, expected Not indicated, Low, Medium, High or blank",
  ]);
});
