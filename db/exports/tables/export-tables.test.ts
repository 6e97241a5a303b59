import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caveatsFor } from "@/domain/caveats";
import { typedValue } from "@/domain/code-lists/edit";
import { notFound } from "@/domain/outcome";
import { tableFiles } from "@/domain/tables/table-files";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  refusal,
  release,
  saveSettings,
  temporaryStudy,
} from "../../fixtures";
import { readSheets } from "../../imports/sheets/read-sheets";
import type { Viewer } from "../../people/people";
import { bringReferenceCases } from "../../reference-cases.fixtures";
import { changeCodeList, currentCodeLists } from "../../study/code-lists";
import { recordContextFigures } from "../../study/context-figures";
import type { TablesForReaders } from "../../tables/tables";
import { exportTables } from "./export-tables";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let analyst: Viewer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00Z") });
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
  analyst = await person("Ana", "analyst");
  await bringReferenceCases(lead);
  await release(lead);
});
afterEach(() => {
  vi.useRealTimers();
  study.end();
});

const now: TablesForReaders = { release: null, forPublication: false };
const released: TablesForReaders = { release: 1, forPublication: false };
const published: TablesForReaders = { release: 1, forPublication: true };

async function bytesOf(name: string, asked = now, viewer = analyst): Promise<Buffer> {
  return must(await exportTables(viewer, name, asked)).bytes;
}

/** The paragraphs of a Word document, those in its tables too. */
async function paragraphsOf(name: string, asked = now): Promise<string[]> {
  const files = unzipSync(await bytesOf(name, asked));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  );
}

const csvOf = async (name: string, asked = now) =>
  (await bytesOf(name, asked)).toString("utf8").trimEnd().split("\n");

test("a table as CSV has its figures as numbers, and [c] where a publication withholds them", async () => {
  expect((await csvOf("table_10.csv")).slice(0, 3)).toEqual([
    'Case type,2012 to 2014,"2012 to 2014, cases",2015,"2015, cases",All,"All, cases"',
    '"Public law, s31",18.2,18,15.5,12,17.1,30',
    '"Public law, other",12.8,6,13,1,12.9,7',
  ]);
  expect((await csvOf("table_6.csv", published)).slice(0, 2)).toEqual([
    "Case type,2012 to 2014,2015,All",
    '"Public law, s31",[c],[c],30',
  ]);
});

test("the number of cases behind a mean stands in a column of its own, beside counts too", async () => {
  const ofNow = await csvOf("table_5.csv");
  expect(ofNow[0]).toBe(
    'Months,2012 to 2014,"2012 to 2014, cases",2015,"2015, cases",All,"All, cases"',
  );
  expect(ofNow.slice(-2)).toEqual(["All cases,59,,23,,82,", "Mean months,19.3,59,13,23,17.5,82"]);
  expect((await csvOf("table_5.csv", published)).slice(-2)).toEqual(ofNow.slice(-2));
});

test("a table follows the samples that are chosen", async () => {
  const chosen = { ...now, thisSample: "2014", earlierSamples: ["2012"] };
  expect((await csvOf("table_1.csv", chosen))[0]).toBe("Submissions,2012,2014,All");
});

test("a table as a workbook has its title in A1, its header beneath, and notes on a sheet", async () => {
  const bytes = await bytesOf("table_6.xlsx");
  const [table, notes] = must(await readSheets({ name: "table_6.xlsx", bytes }));
  const texts = (sheet: typeof table) =>
    sheet?.rows.map(({ cells }) => cells.map((cell) => String(cell))) ?? [];
  expect(texts(table).slice(0, 3)).toEqual([
    ["Table 6: case types"],
    ["Case type", "2012 to 2014", "2015", "All", "rests on few cases *"],
    ["Public law, s31", "18", "12", "30"],
  ]);
  expect(texts(notes).slice(0, 5)).toEqual([
    ["What to keep in mind"],
    ["note"],
    ["For the team, and not for publication: some figures may rest on few cases."],
    ["Latest version of each case on 14 October 2016, 10:00, made by Ana."],
    ["Base: 82 analysed, committed cases of 2012 to 2015."],
  ]);
  const parts = unzipSync(bytes);
  expect(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain(
    "mergeCell",
  );
});

test("a workbook names the columns whose figure bears a mark on the page, and has them as numbers", async () => {
  const sheetsOf = async (asked: TablesForReaders) =>
    must(await readSheets({ name: "table_10.xlsx", bytes: await bytesOf("table_10.xlsx", asked) }));
  const [table, notes] = await sheetsOf(now);
  expect(table?.rows.slice(1, 4).map(({ cells }) => cells)).toEqual([
    [
      ...["Case type", "2012 to 2014", "2012 to 2014, cases", "2015", "2015, cases", "All"],
      ...["All, cases", "rests on few cases *"],
    ],
    ["Public law, s31", "18.2", "18", "15.5", "12", "17.1", "30"],
    [...["Public law, other", "12.8", "6", "13", "1", "12.9", "7"], "2012 to 2014; 2015; All"],
  ]);
  const sheet = unzipSync(await bytesOf("table_10.xlsx"))["xl/worksheets/sheet1.xml"];
  expect(strFromU8(sheet ?? new Uint8Array())).toContain("<v>12.8</v>");
  expect(notes?.rows.map(({ cells }) => cells[0])).toContain(
    "* Rests on 5 or fewer cases, or a mean or range on fewer than 10: not for publication as it is.",
  );
  const [shared, ofShared] = await sheetsOf(published);
  expect(shared?.rows[1]?.cells).not.toContain("rests on few cases *");
  const withheld = ofShared?.rows.filter(({ cells }) => String(cells[0]).startsWith("[c]"));
  expect(withheld).toHaveLength(1);
});

test("a table as Word has its caption, a header that is repeated, and what travels with it", async () => {
  const files = unzipSync(await bytesOf("table_6.docx"));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  const found = await paragraphsOf("table_6.docx");
  expect(found.slice(0, 9)).toEqual([
    ...["Table 6: case types", "Case type", "2012 to 2014", "2015", "All"],
    ...["Public law, s31", "18", "12", "30"],
  ]);
  expect(found.slice(-12)).toEqual([
    "Number of cases.",
    "* Rests on 5 or fewer cases, or a mean or range on fewer than 10: not for publication as it is.",
    "Base: 82 analysed, committed cases of 2012 to 2015.",
    "For the team, and not for publication: some figures may rest on few cases.",
    "Latest version of each case on 14 October 2016, 10:00, made by Ana.",
    "What to keep in mind",
    ...caveatsFor("table_6"),
  ]);
});

test("the whole report has every table and chart in its order, the charts as pictures", async () => {
  const titles = (await paragraphsOf("report.docx")).filter((text) =>
    /^(Table \d+: |Lowest and |Chart \d: |What )/.test(text),
  );
  expect(titles).toEqual([
    "Table 1: submissions, and cases analysed",
    "Table 3: SCR methodology",
    "Table 4: involvement with the index child",
    "Table 5: months of involvement",
    "Table 6: case types",
    "Table 7: ages of the index children",
    "Table 8: mother’s age at the birth of her first child",
    "Table 9: index incidents",
    "Table 10: average risk rating by case type",
    "Lowest and highest risk rating by law group",
    "Chart 1: cases by level of each risk factor",
    "Chart 2: public beside private law",
    "What to keep in mind",
  ]);
  const files = unzipSync(await bytesOf("report.docx"));
  expect(Object.keys(files).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(2);
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  expect(xml).toContain(
    'descr="A bar for each risk factor, in parts by level: High, Medium, Low, Not indicated. On child protection plan: “Yes, currently”, “Yes, previously”, “No”. The same figures are in the table below."',
  );
  expect(xml).toContain('descr="Bars for each risk factor (Public law, Private law), in parts');
});

test("a table of many samples lies on its side in the whole report, on pages of its own", async () => {
  const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3000000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const pagesOf = async (asked: TablesForReaders) => {
    const files = unzipSync(await bytesOf("report.docx", asked));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const pages = [...xml.matchAll(/(.*?)<w:pgSz[^>]*w:orient="(\w+)"/gs)];
    return pages.map(([, before = "", turned]) => [
      turned,
      ...(before.match(/(?<=>)((Table|Chart) \d+(?=: )|Lowest and highest|What to keep)/g) ?? []),
    ]);
  };
  expect(await pagesOf({ ...now, thisSample: "2016" })).toEqual([
    ["landscape", "Table 1", "Table 3"],
    ["portrait", "Table 4", "Table 5", "Table 6", "Table 7", "Table 8"],
    ["landscape", "Table 9"],
    ["portrait", "Table 10", "Lowest and highest", "Chart 1", "Chart 2", "What to keep"],
  ]);
  expect(await pagesOf({ ...now, thisSample: "2016", earlierSamples: ["2015"] })).toEqual([
    [
      ...["portrait", "Table 1", "Table 3", "Table 4", "Table 5", "Table 6", "Table 7", "Table 8"],
      ...["Table 9", "Table 10", "Lowest and highest", "Chart 1", "Chart 2", "What to keep"],
    ],
  ]);
});

test("figures from elsewhere are in the document of now, and one of a release says why not", async () => {
  const typed = [
    { part: "table_2", label: "Reviews begun", figure: "1,250", source: "An invented list" },
  ];
  expect(await paragraphsOf("report.docx")).not.toContain("Figures from elsewhere");
  must(await recordContextFigures(lead, { seenRevision: 0, typed }));
  const found = await paragraphsOf("report.docx");
  const at = found.indexOf("Figures from elsewhere");
  expect(found.slice(at, at + 11)).toEqual([
    "Figures from elsewhere",
    "Typed in by the team, and not made of the cases.",
    "Table 2",
    ...["What it counts", "Figure", "Source"],
    ...["Reviews begun", "1,250", "An invented list"],
    "As typed in by Lena on 14 October 2016.",
    "What to keep in mind",
  ]);
  for (const asked of [released, published]) {
    const ofRelease = await paragraphsOf("report.docx", asked);
    expect(ofRelease).not.toContain("1,250");
    expect(ofRelease).toContainEqual(
      expect.stringMatching(/^Table 2 and the notification figures are not in this document: /),
    );
  }
});

test("a publication says of which release it is, and what is withheld", async () => {
  const found = await paragraphsOf("report.docx", published);
  expect(found).toContainEqual(
    expect.stringMatching(/^Release 1 of 14 October 2016, SHA-256 [0-9a-f]{64}\.$/),
  );
  expect(found).toContain("[c] withheld, so that nobody can be recognised.");
  expect(found).toContain("What is withheld");
  expect(found.join(" ")).not.toContain("not for publication");
  expect(await paragraphsOf("report.docx", released)).toContainEqual(
    expect.stringMatching(/^Release 1 of 14 October 2016, made by Lena, SHA-256 [0-9a-f]{64}\.$/),
  );
});

test("a chart as SVG says what it is, on what it rests, and that it is not for publication", async () => {
  const svg = (await bytesOf("chart_1.svg")).toString("utf8");
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(words[0]).toBe("Chart 1: cases by level of each risk factor");
  expect(words).toContain("Base: 23 analysed, committed cases of 2015.");
  expect(words).toContain(
    "For the team, and not for publication: some figures may rest on few cases.",
  );
  expect(words.join(" ")).not.toContain("Rests on");
  const told = svg.match(/<desc>([^<]*)<\/desc>/)?.[1];
  expect(told).toMatch(
    /^A bar for each risk factor, in parts by level: High, Medium, Low, Not indicated\. On child protection plan: “Yes, currently”, “Yes, previously”, “No”\. Neglect: High 4, Medium 4, Low 7, Not indicated 8; /,
  );
  expect(told).toContain("On child protection plan: Yes, currently ");
  const [beside, shared] = await Promise.all(
    [now, published].map(async (asked) => (await bytesOf("chart_2.svg", asked)).toString("utf8")),
  );
  expect(beside).toContain(
    ">Base: 13 analysed, committed cases of public law and 7 of private law, of 2015.</text>",
  );
  expect(shared).toContain(
    ">Base: 13 analysed, committed cases of public law, of 2015. How many of",
  );
  expect(shared).toContain(">Withheld, as is how many cases there are</text>");
  expect(shared).toMatch(
    /<desc>[^<]*Neglect, public law: withheld; Neglect, private law: withheld, as is how many cases there are; Emotional abuse, public law: Low 54%, High, Medium and Not indicated \(withheld\) together 46%;/,
  );
  expect(shared).not.toContain("not for publication");
  for (const file of [svg, shared]) expect(file).not.toContain("the table");
  for (const caveat of caveatsFor("chart_1")) expect(words.join(" ")).toContain(caveat);
  expect(shared).toContain(
    "Chart 2 leaves out mixed cases, those with both public and private law.",
  );
});

test("a chart as PNG is 16 centimetres wide at 300 dots per inch", async () => {
  const png = await bytesOf("chart_1.png");
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1890);
  const physical = png.indexOf("pHYs");
  expect([png.readUInt32BE(physical + 4), png.readUInt32BE(physical + 8)]).toEqual([11811, 11811]);
});

test("the same tables are the same bytes, whenever in a minute they are made", async () => {
  for (const name of ["table_10.docx", "table_10.xlsx", "chart_1.png", "report.docx"]) {
    vi.setSystemTime(new Date("2016-10-14T09:00:00.001Z"));
    const first = await bytesOf(name);
    vi.setSystemTime(new Date("2016-10-14T09:00:59.999Z"));
    expect((await bytesOf(name)).equals(first)).toBe(true);
  }
});

test("tables of the dataset as it is now say of which minute they are", async () => {
  vi.setSystemTime(new Date("2016-10-14T13:02:00Z"));
  const words = "Latest version of each case on 14 October 2016, 14:02, made by Ana.";
  expect(await paragraphsOf("table_6.docx")).toContain(words);
  expect(await paragraphsOf("report.docx")).toContain(words);
  expect((await bytesOf("chart_1.svg")).toString("utf8")).toContain(`>${words}</text>`);
});

test("those of a release are the same for ever, whoever takes them away and whatever is withheld by then", async () => {
  const takenAway = [
    ...["table_10.docx", "chart_2.svg", "table_6.xlsx"].flatMap((name) => [
      { name, asked: released },
      { name, asked: published },
    ]),
    { name: "case_mix.xlsx", asked: released },
    { name: "factors_together.docx", asked: released },
  ];
  const first = new Map<unknown, Buffer>();
  for (const each of takenAway) first.set(each, await bytesOf(each.name, each.asked));
  must(await saveSettings(lead, { withheldUpTo: 2 }));
  vi.setSystemTime(new Date("2016-12-01T09:00:00Z"));
  const differing: string[] = [];
  for (const each of takenAway) {
    const again = await bytesOf(each.name, each.asked, lead);
    differing.push(...(first.get(each)?.equals(again) ? [] : [each.name]));
  }
  expect(differing).toEqual([]);
});

test("what rests on few cases now is marked by what the team withholds today", async () => {
  const mark = (most: number) =>
    `* Rests on ${most} or fewer cases, or a mean or range on fewer than 10: not for publication as it is.`;
  must(await saveSettings(lead, { withheldUpTo: 2 }));
  expect(await paragraphsOf("table_6.docx")).toContain(mark(2));
  expect(await paragraphsOf("table_6.docx", released)).toContain(mark(5));
});

test("no file has a formula in it, whatever a code list calls a value", async () => {
  const list = (await currentCodeLists()).methodology;
  const values = list.values.map((value) => ({
    ...typedValue(list, value),
    ...(value.key === "hybrid" && { label: "=HYPERLINK(1)" }),
    ...(value.key === "scie" && { label: "<b>&'-1" }),
  }));
  must(
    await changeCodeList(lead, "methodology", {
      ...{ seenVersion: list.version, reason: "Told so", values },
    }),
  );
  expect(await csvOf("table_3.csv")).toContainEqual(expect.stringMatching(/^'=HYPERLINK\(1\),/));
  const parts = unzipSync(await bytesOf("table_3.xlsx"));
  const sheets = Object.entries(parts).filter(([name]) => /sheet\d+\.xml$/.test(name));
  expect(sheets.map(([, bytes]) => strFromU8(bytes)).join()).not.toMatch(/<f[ >]/);
  const word = await paragraphsOf("table_3.docx");
  expect(word).toContain("=HYPERLINK(1)");
  expect(word).toContain("&lt;b&gt;&amp;&apos;-1");
});

test("every file can be made", { timeout: 60_000 }, async () => {
  const files = tableFiles.filter(({ page }) => page === "report");
  expect(files).toHaveLength(41);
  for (const { name } of files)
    expect((await bytesOf(name, published)).length, name).toBeGreaterThan(50);
});

test("they are for those who may export, of samples and releases that there are", async () => {
  const coder = await person("Ann", "coder");
  for (const [viewer, name, asked] of [
    [coder, "table_10.csv", now],
    [coder, "table_10.csv", published],
    [lead, "table_2.csv", now],
    [lead, "table_10.svg", now],
    [lead, "table_10.csv", { ...now, release: 2 }],
    [lead, "table_10.csv", { ...now, thisSample: "1999" }],
  ] as const)
    expect(await exportTables(viewer, name, asked)).toEqual(notFound);
  expect(await exportTables(lead, "table_10.csv", { ...now, forPublication: true })).toEqual(
    refusal(
      "publication",
      "Tables for publication are made from a release, so that they can be made again. Select a release.",
    ),
  );
});
