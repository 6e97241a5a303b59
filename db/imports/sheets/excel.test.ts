import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { workbook } from "../../exports/workbook";
import { must } from "../../fixtures";
import { readSheets } from "./read-sheets";
import {
  cellsOf,
  formattedCellsOf,
  packed,
  partsOf,
  sheetsOf,
  whyRefused,
  workbookOf,
} from "./workbook.fixtures";

const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`;

test("a workbook gives every sheet with the numbers of its rows", async () => {
  const bytes = await writeExcelFile([
    {
      sheet: "Cases",
      data: [
        [{ value: "Case" }, { value: "Seen" }, { value: "Neglect" }, { value: "Included" }],
        [],
        [
          { value: "0012" },
          { value: new Date("2014-10-14T00:00:00Z"), type: Date, format: "dd/mm/yyyy" },
          { value: 3 },
          { value: true },
        ],
      ],
    },
    { sheet: "Children", data: [[{ value: "Age" }], [{ value: 0.5 }]] },
  ]).toBuffer();
  expect(await sheetsOf(bytes)).toEqual([
    {
      name: "Cases",
      rows: [
        { line: 1, cells: ["Case", "Seen", "Neglect", "Included"] },
        {
          line: 3,
          cells: ["0012", { text: "2014-10-14", shown: "14/10/2014", isDay: true }, "3", "TRUE"],
        },
      ],
    },
    {
      name: "Children",
      rows: [
        { line: 1, cells: ["Age"] },
        { line: 2, cells: ["0.5"] },
      ],
    },
  ]);
});

test("a workbook is told by its bytes, whatever its name", async () => {
  const bytes = workbookOf({ sheets: { Cases: row(1, '<c r="A1"><v>3</v></c>') } });
  expect(await sheetsOf(bytes, "cases.csv")).toEqual([
    { name: "Cases", rows: [{ line: 1, cells: ["3"] }] },
  ]);
});

test("a hidden sheet is read, a sheet that is a chart is not", async () => {
  const cell = row(1, '<c r="A1"><v>1</v></c>');
  const parts = partsOf({ sheets: { Shown: cell, Hidden: cell, Chart: cell } });
  const sheets = await sheetsOf(
    packed({
      ...parts,
      "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(
        'name="Hidden"',
        'name="Hidden" state="veryHidden"',
      ),
      "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
        /\/worksheet"(?= Target="worksheets\/sheet3.xml")/,
        '/chartsheet"',
      ),
    }),
  );
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["Shown", undefined],
    ["Hidden", true],
  ]);
});

test("a row that is hidden is read, and says so", async () => {
  const cell = (line: number) => `<c r="A${line}"><v>${line}</v></c>`;
  const hidden = (line: number, how: string) =>
    `<row r="${line}" hidden="${how}">${cell(line)}</row>`;
  const rows = [
    row(1, cell(1)),
    hidden(2, "1"),
    hidden(3, "true"),
    hidden(4, "0"),
    row(5, cell(5)),
  ];
  const [sheet] = await sheetsOf(workbookOf({ sheets: { Cases: rows.join("") } }));
  expect(sheet?.rows).toEqual([
    { line: 1, cells: ["1"] },
    { line: 2, cells: ["2"], hidden: true },
    { line: 3, cells: ["3"], hidden: true },
    { line: 4, cells: ["4"] },
    { line: 5, cells: ["5"] },
  ]);
});

test("columns that are hidden are read, and named", async () => {
  const cells = ["A", "B", "C", "D"].map((column) => `<c r="${column}1"><v>1</v></c>`).join("");
  const parts = partsOf({ sheets: { Cases: row(1, cells), Shown: row(1, cells) } });
  const hiding = (columns: string) =>
    packed({
      ...parts,
      "xl/worksheets/sheet1.xml": (parts["xl/worksheets/sheet1.xml"] ?? "").replace(
        "<sheetData>",
        `<cols>${columns}</cols><sheetData>`,
      ),
    });
  const columns = [
    '<col min="1" max="1" width="9"/>',
    '<col min="2" max="3" hidden="1"/>',
    '<col min="4" max="4" hidden="0"/>',
  ].join("");
  const [cases, shown] = await sheetsOf(hiding(columns));
  expect(cases).toEqual({
    name: "Cases",
    rows: [{ line: 1, cells: ["1", "1", "1", "1"] }],
    hiddenColumns: [1, 2],
  });
  expect(shown).not.toHaveProperty("hiddenColumns");

  const [toTheEnd] = await sheetsOf(hiding('<col min="999" max="16384" hidden="true"/>'));
  expect(toTheEnd?.hiddenColumns).toEqual([998, 999]);
  const odd = '<col min="x" max="2" hidden="1"/><col min="5" max="2" hidden="1"/>';
  expect((await sheetsOf(hiding(odd)))[0]).not.toHaveProperty("hiddenColumns");
  const endless = '<col min="1" max="1000" hidden="1"/>'.repeat(6000);
  expect(await whyRefused(hiding(endless))).toMatch(/has more than 5,000,000 cells/);
});

test("names of tags and parts may be written in other ways that mean the same", async () => {
  const parts = partsOf({ sheets: { Cases: row(1, '<c r="A1"><v>1</v></c>') } });
  const prefixed = (parts["xl/worksheets/sheet1.xml"] ?? "")
    .replaceAll(/<(\/?)(?=[a-z])/g, "<$1x:")
    .replace("xmlns=", "xmlns:x=");
  const { "xl/worksheets/sheet1.xml": _, ...others } = parts;
  const bytes = packed({
    ...others,
    "XL/Worksheets/Sheet1.xml": prefixed,
    "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
      "worksheets/sheet1.xml",
      "/xl/theme/../worksheets/./sheet1.xml",
    ),
  });
  expect((await sheetsOf(bytes))[0]?.rows).toEqual([{ line: 1, cells: ["1"] }]);
});

test("a part may be UTF-16", async () => {
  const parts = partsOf({ sheets: { Cases: row(1, '<c r="A1" t="str"><v>é</v></c>') } });
  const sheet = "xl/worksheets/sheet1.xml";
  const wide = Buffer.from(`\ufeff${parts[sheet]}`, "utf16le");
  for (const bytes of [wide, Buffer.from(wide).swap16()])
    expect((await sheetsOf(packed({ ...parts, [sheet]: bytes })))[0]?.rows).toEqual([
      { line: 1, cells: ["é"] },
    ]);
});

test("a workbook may have other parts, links to other files and remarks, which nobody follows", async () => {
  const parts = partsOf({ sheets: { Cases: row(1, '<c r="A1"><v>1</v></c>') } });
  const first = (list: string | undefined, relation: string) =>
    (list ?? "").replace("<Relationship ", `${relation}<Relationship `);
  const bytes = packed({
    ...parts,
    "docProps/app.xml": "<Properties/>",
    "_rels/.rels": first(
      parts["_rels/.rels"],
      '<Relationship Id="p" Type="extended-properties" Target="docProps/app.xml"/>',
    ),
    "xl/_rels/workbook.xml.rels": first(
      parts["xl/_rels/workbook.xml.rels"],
      '<Relationship Id="x" Type="externalLink" Target="../../other.xlsx" TargetMode="External"/><Remark Type="xlMacrosheet" Target="../../other.xlsx"/>',
    ),
  });
  expect((await sheetsOf(bytes))[0]?.rows).toEqual([{ line: 1, cells: ["1"] }]);
});

test("a workbook that Concord exported comes back as it was", async () => {
  const bytes = await workbook([
    {
      name: "children",
      title: "Index children",
      fields: [
        { name: "case_ref", type: "text" },
        { name: "start_date", type: "date" },
        { name: "neglect", type: "score" },
      ],
      rows: [
        { case_ref: "=1+1", start_date: "2014-10-14", neglect: 0 },
        { case_ref: "0012", start_date: null, neglect: 3 },
      ],
    },
  ]);
  expect(await sheetsOf(bytes)).toEqual([
    {
      name: "children",
      rows: [
        { line: 1, cells: ["Index children"] },
        { line: 2, cells: ["case_ref", "start_date", "neglect"] },
        {
          line: 3,
          cells: ["=1+1", { text: "2014-10-14", shown: "2014-10-14", isDay: true }, "0"],
        },
        { line: 4, cells: ["0012", "", "3"] },
      ],
    },
  ]);
});

describe("a text is read", () => {
  test("from the list of shared texts, with leading zeros", async () => {
    const rows = row(1, '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>');
    const shared = ["<t>Medium &amp; more</t>", "<t>007</t>"];
    expect(await cellsOf(rows, { shared })).toEqual([["007", "Medium & more"]]);
  });

  test("in all its fonts, without the help for reading it aloud", async () => {
    const rich =
      '<r><rPr><b/></rPr><t xml:space="preserve">Not </t></r><r><t>indicated</t></r><rPh sb="0" eb="3"><t>aloud</t></rPh>';
    expect(await cellsOf(row(1, '<c r="A1" t="s"><v>0</v></c>'), { shared: [rich] })).toEqual([
      ["Not indicated"],
    ]);
  });

  test("without the line ends between its tags", async () => {
    const spread = "\n  <r>\n    <t>Not </t>\n  </r>\n  <r><t>indicated</t></r>\n";
    expect(await cellsOf(row(1, '<c r="A1" t="s"><v>0</v></c>'), { shared: [spread] })).toEqual([
      ["Not indicated"],
    ]);
  });

  test("where it stands in CDATA, wholly or in part", async () => {
    const cells = `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Hit <![CDATA[& run]]></t></is></c>
      <c r="C1" t="str"><f>A1</f><v><![CDATA[<3>]]></v></c>`;
    const shared = ["<t><![CDATA[2015-07]]></t>"];
    expect(await cellsOf(row(1, cells), { shared })).toEqual([["2015-07", "Hit & run", "<3>"]]);
  });

  test("inside the cell, in one font or several", async () => {
    const rows = row(
      1,
      '<c r="A1" t="inlineStr"><is><t>01</t></is></c><c r="B1" t="inlineStr"><is><r><t>H</t></r><r><t>igh</t></r></is></c>',
    );
    expect(await cellsOf(rows)).toEqual([["01", "High"]]);
  });

  test("with line ends, and characters that XML cannot hold", async () => {
    const rows = row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>');
    const shared = ["<t>one_x000D_\ntwo</t>", "<t>case_x005F_x0041_ref</t>"];
    expect(await cellsOf(rows, { shared })).toEqual([["one\r\ntwo", "case_x0041_ref"]]);
  });

  test("in any script, and where it begins like a formula", async () => {
    const rows = row(1, '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>');
    const cyrillic = '<c r="B1" t="inlineStr"><is><t>саsе_ref 🙂</t></is></c>';
    expect(await cellsOf(rows.replace("</row>", `${cyrillic}</row>`))).toEqual([
      ["=1+1", "саsе_ref 🙂"],
    ]);
  });
});

test("a cell without a value is blank, whatever kind it says it is", async () => {
  const cells = ["s", "b", "e", "d", "n", "str", "inlineStr"]
    .map((type) => `<c t="${type}"/><c t="${type}"><v></v></c>`)
    .join("");
  expect(await cellsOf(row(1, `${cells}<c><v>7</v></c>`), { shared: ["<t>High</t>"] })).toEqual([
    [...Array.from({ length: 14 }, () => ""), "7"],
  ]);
});

test("tags behind the rows that are called like theirs are no rows", async () => {
  const afterRows = '<extLst><ext><row r="1"><c r="A1"><v>2</v></c></row></ext></extLst>';
  expect(await cellsOf(row(1, '<c r="A1"><v>1</v></c>'), { afterRows })).toEqual([["1"]]);
});

describe("a date is read", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="10"/></cellXfs>`;
  const cells = [1, 2, 3, 0, 5, 6]
    .map((style, index) => `<c r="${"ABCDEF"[index]}1" s="${style}"><v>41926.5</v></c>`)
    .join("");

  test("by its number format, built in or of the workbook’s own", async () => {
    expect(await cellsOf(row(1, cells), { styles })).toEqual([
      ["2014-10-14", "2014-10-14", "2014-10-14", "41926.5", "41926.5", "41926.5"],
    ]);
  });

  test("and a time or a length of time by the formats that are built in", async () => {
    const builtIn = [17, 18, 21, 31, 32, 35, 36, 45, 46, 47, 50, 58, 59];
    const written = builtIn.map((_, style) => `<c s="${style}"><v>1.5</v></c>`).join("");
    const xfs = builtIn.map((id) => `<xf numFmtId="${id}"/>`).join("");
    const [day, time, length] = ["1900-01-01", "12:00", "36:00"];
    expect(await cellsOf(row(1, written), { styles: `<cellXfs>${xfs}</cellXfs>` })).toEqual([
      [day, time, time, day, time, time, day, time, length, time, day, day, "1.5"],
    ]);
  });

  test("counted from 1904, where the workbook does so", async () => {
    expect(await cellsOf(row(1, cells), { styles, from1904: true })).toEqual([
      ["2018-10-15", "2018-10-15", "2018-10-15", "41926.5", "41926.5", "41926.5"],
    ]);
  });

  test("where it is written out, and a time alone stays one", async () => {
    const written =
      '<c r="A1" t="d"><v>2014-10-14T09:30:00</v></c><c r="B1" s="4"><v>0.5</v></c><c r="C1" t="d"><v>09:30:00</v></c>';
    expect(await cellsOf(row(1, written), { styles })).toEqual([
      ["2014-10-14", "12:00", "09:30:00"],
    ]);
  });
});

test("a number that is shown in another form keeps both", async () => {
  const codes = ["0000", "0000\\-00", "yyyy\\-mm", "0"];
  const own = codes.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
  );
  const ids = [0, ...codes.map((_, index) => 164 + index), 17];
  const xfs = ids.map((id) => `<xf numFmtId="${id}"/>`).join("");
  const styles = `<numFmts>${own.join("")}</numFmts><cellXfs>${xfs}</cellXfs>`;
  const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
  const cells = [cell(0, 7), cell(1, 7), cell(1, 1207), cell(2, 201507), cell(4, 7)];
  const days = [cell(3, 42186), cell(5, 42186), '<c s="5" t="d"><v>2015-07-01</v></c>'];
  const july = { text: "2015-07-01", isDay: true };
  expect(await formattedCellsOf(row(1, cells.join("") + days.join("")), { styles })).toEqual([
    [
      "7",
      { text: "7", shown: "0007", isDay: false },
      "1207",
      { text: "201507", shown: "2015-07", isDay: false },
      "7",
      { ...july, shown: "2015-07" },
      { ...july, shown: "Jul-15" },
      { ...july, shown: "Jul-15" },
    ],
  ]);
});

test("a formula counts as its saved result; without one it is an error", async () => {
  const cells =
    '<c r="A1"><f>SUM(B1:C1)</f><v>12</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>12x</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>SUM(B1:C1)</f><v></v></c><c r="E1"><f>A1</f></c><c r="F1" t="b"><f>A1=1</f><v>0</v></c>';
  expect(await cellsOf(row(1, cells))).toEqual([
    [
      "12",
      "12x",
      "",
      { error: "a formula without its result" },
      { error: "a formula without its result" },
      "FALSE",
    ],
  ]);
});

test("an error of the spreadsheet is told apart from a text that reads alike", async () => {
  const cells =
    '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="inlineStr"><is><t>#REF!</t></is></c>';
  expect(await cellsOf(row(1, cells))).toEqual([
    [{ error: "#REF!" }, { error: "#DIV/0!" }, "#REF!"],
  ]);
});

test("percentages and fractions are plain numbers", async () => {
  const styles = '<cellXfs><xf numFmtId="9"/><xf numFmtId="12"/><xf numFmtId="4"/></cellXfs>';
  const cells =
    '<c r="A1" s="0"><v>0.25</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" s="2"><v>1234.5</v></c>';
  expect(await cellsOf(row(1, cells), { styles })).toEqual([["0.25", "0.5", "1234.5"]]);
});

test("merged cells have the value of the first of them in each of their rows, and once in a row", async () => {
  const cells = (line: number) =>
    row(
      line,
      ["A", "B", "C", "D"].map((column) => `<c r="${column}${line}"><v>${line}</v></c>`).join(""),
    );
  const afterRows =
    '<mergeCells count="3"><mergeCell ref="B1:C2"/><mergeCell ref="A3:D4"/><mergeCell ref="D1"/></mergeCells>';
  const [sheet] = await sheetsOf(
    workbookOf({ sheets: { Cases: [1, 2, 3, 4].map(cells).join("") }, afterRows }),
  );
  expect(sheet?.rows).toEqual([
    { line: 1, cells: ["1", "1", "", "1"] },
    { line: 2, cells: ["2", "1", "", "2"], merged: true },
    { line: 3, cells: ["3"] },
  ]);
});

test("a cell that is merged over rows of blanks stands in those that have something of their own", async () => {
  const [sheet] = await sheetsOf(
    workbookOf({
      sheets: {
        Children:
          row(1, '<c r="B1"><v>7</v></c><c r="D1"><v>2015</v></c>') +
          row(2, '<c r="A2"><v>4</v></c>') +
          row(3, '<c r="B3"/>') +
          row(5, '<c r="A5"><v>6</v></c><c r="B5"><v>8</v></c>'),
      },
      afterRows: '<mergeCells><mergeCell ref="B1:B4"/><mergeCell ref="D1:D1048576"/></mergeCells>',
    }),
  );
  expect(sheet?.rows).toEqual([
    { line: 1, cells: ["", "7", "", "2015"] },
    { line: 2, cells: ["4", "7", "", "2015"], merged: true },
    { line: 5, cells: ["6", "8", "", "2015"], merged: true },
  ]);
});

test("blank cells keep their place, and those at the end are left out", async () => {
  const cells = '<c r="B2"/><c r="C2"><v>1</v></c><c r="AB2"><v>2</v></c><c r="AC2" s="1"/>';
  const [sheet] = await sheetsOf(
    workbookOf({ sheets: { Cases: row(2, cells) + row(7, '<c r="A7" t="str"><v> </v></c>') } }),
  );
  expect(sheet?.rows).toEqual([
    { line: 2, cells: ["", "", "1", ...Array.from({ length: 24 }, () => ""), "2"] },
  ]);
});

test("rows and cells without their place follow each other", async () => {
  const [sheet] = await sheetsOf(
    workbookOf({
      sheets: {
        Cases:
          "<row/><row><c/><c><v>1</v></c></row><row r='9'><c r='C9'><v>2</v></c><c><v>3</v></c></row>",
      },
    }),
  );
  expect(sheet?.rows).toEqual([
    { line: 2, cells: ["", "1"] },
    { line: 9, cells: ["", "", "2", "3"] },
  ]);
});

test("half a million blank rows and whole blank columns with a format cost next to nothing", async () => {
  const blank = (line: number) =>
    `<row r="${line}" spans="1:16384" s="4" customFormat="1">${line < 20_000 ? `<c r="A${line}" s="4"/><c r="XFD${line}" s="4"/>` : ""}</row>`;
  const blanks = Array.from({ length: 500_001 }, (_, index) => blank(index + 2)).join("");
  const bytes = workbookOf({ sheets: { Cases: row(1, '<c r="A1"><v>1</v></c>') + blanks } });
  const [sheet] = await sheetsOf(bytes);
  expect(sheet?.rows).toEqual([{ line: 1, cells: ["1"] }]);
});

test("the share that is read is told, up to the whole", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) =>
    row(index + 1, `<c r="A${index + 1}"><v>${(index * 7919) % 10_007}</v></c>`),
  );
  const bytes = workbookOf({ sheets: { Cases: rows.join("") } });
  const shares: number[] = [];
  must(await readSheets({ name: "cases.xlsx", bytes }, (share) => shares.push(share)));
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
});
