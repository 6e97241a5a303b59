import { caveats } from "@/domain/caveats";
import { dayOf } from "@/domain/dates";
import { withheldNote } from "@/domain/tables/cell-text";
import type { TakenTable } from "@/domain/tables/figures";
import { partsOf } from "@/domain/tables/level-chart";
import type { WithheldPlace } from "@/domain/tables/published-table";
import type { ShownTable, View } from "@/domain/tables/shown-table";
import type { TableFile } from "@/domain/tables/table-files";
import type { ContextFigures } from "../../study/context-figures";
import { csvLines } from "../csv";
import { sheetOfFigures } from "../table-sheet";
import { type Sheet, workbook } from "../workbook";
import { dotsPerInch, pngOf } from "./chart-png";
import { chartSvg } from "./chart-svg";
import { elsewhereBlocks } from "./elsewhere";
import { remarksOn, type TablesSource } from "./remarks";
import {
  type Block,
  bullets,
  caption,
  heading,
  paragraph,
  picture,
  underTable,
  wordFile,
} from "./word";
import { isWide, listOf, pageWidths, tableOf } from "./word-table";

/** The tables of a page, of which a file holds one or all. */
export interface TablesToTake {
  readonly view: Pick<View, "kind" | "release" | "withheldUpTo" | "choice">;
  readonly tables: readonly TakenTable[];
  /** What is withheld from them. */
  readonly withheld: readonly WithheldPlace[];
  /** What stands beneath all of them; null for a release. */
  readonly elsewhere: ContextFigures | null;
}

/** The bytes of a file of tables. For use inside db/. */
export async function contentOf(
  { table: name, format }: TableFile,
  taken: TablesToTake,
  source: TablesSource,
): Promise<Buffer> {
  const table = taken.tables.find(({ shown }) => shown.name === name);
  if (!table) return wholeReport(taken, source);
  const { shown, figures } = table;
  const sheet = sheetOfFigures(shown.name, shown.title, figures);
  if (format === "csv") return Buffer.from(csvLines(sheet.fields, sheet.rows, true));
  if (format === "xlsx") return workbook([sheet, notesSheet(shown, source)]);
  if (format === "docx") return oneTable(shown, source);
  const svg = svgOf(shown, source);
  return format === "svg"
    ? Buffer.from(svg)
    : Buffer.from((await pngOf(svg, dotsPerInch.alone)).bytes);
}

// Marks of few cases are not in it: its figures are numbers.
function notesSheet(
  { summary = [], notes, base, caveats: own }: ShownTable,
  source: TablesSource,
): Sheet {
  const texts = [...remarksOn(source), `Base: ${base}`, ...summary, ...notes, ...own];
  return {
    name: "notes",
    title: "What to keep in mind",
    fields: [{ name: "note", type: "text" }],
    rows: texts.map((note) => ({ note })),
  };
}

function svgOf(shown: ShownTable, source: TablesSource): string {
  const { title, base, chart } = shown;
  if (!chart) throw new Error(`${title} is not drawn`);
  const remarks = [...chart.notes, `Base: ${base}`, ...remarksOn(source)];
  return chartSvg(chart, { title, remarks: remarks.filter((one) => one !== withheldNote) });
}

/** Pictures for a document, which has the words around them already: each fits on a page. */
async function picturesOf({ title, chart }: ShownTable): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const part of chart ? partsOf(chart) : []) {
    const png = await pngOf(chartSvg(part, null), dotsPerInch.inDocument);
    blocks.push(picture(png, { title, description: part.description }));
  }
  return blocks;
}

async function blocksOf(shown: ShownTable, width = pageWidths.upright): Promise<Block[]> {
  return [
    caption(shown.title),
    ...(shown.summary ?? []).map(paragraph),
    ...(await picturesOf(shown)),
    tableOf(shown, width),
    ...underTable([...shown.notes, ...shown.marks, `Base: ${shown.base}`]),
  ];
}

async function oneTable(shown: ShownTable, source: TablesSource): Promise<Buffer> {
  const wide = isWide(shown);
  return wordFile({ title: shown.title, at: instantOf(source), isWide: wide }, [
    ...(await blocksOf(shown, wide ? pageWidths.wide : pageWidths.upright)),
    ...remarksOn(source)
      .filter((one) => !shown.marks.includes(one))
      .map(paragraph),
    caption("What to keep in mind"),
    ...bullets(shown.caveats),
  ]);
}

async function wholeReport(
  { tables, withheld, elsewhere }: TablesToTake,
  source: TablesSource,
): Promise<Buffer> {
  const title = "The tables and charts of the report";
  const all: Block[] = [];
  for (const { shown } of tables) all.push(...(await blocksOf(shown)));
  return wordFile({ title, at: instantOf(source) }, [
    heading(title),
    ...remarksOn(source).map(paragraph),
    ...all,
    ...elsewhereBlocks(elsewhere),
    ...withheldBlocks(withheld),
    caption("What to keep in mind"),
    ...bullets(caveats.map(({ text }) => text)),
  ]);
}

/** The list of what is withheld, a row for each line of a table: where, and not why. */
function withheldBlocks(withheld: readonly WithheldPlace[]): Block[] {
  const rows = new Map<string, readonly string[]>();
  for (const { table, line, column } of withheld) {
    const key = JSON.stringify([table, line]);
    const columns = rows.get(key)?.[2];
    rows.set(key, [table, line, columns === undefined ? column : `${columns}; ${column}`]);
  }
  if (rows.size === 0) return [];
  return [caption("What is withheld"), listOf([["Table", "Line", "Columns"], ...rows.values()])];
}

/** When the release was made; for the dataset as it is now the day, so that its files are alike. */
function instantOf({ release, made }: TablesSource): string {
  return release ? release.madeAt : `${dayOf(made.at)}T00:00:00Z`;
}
