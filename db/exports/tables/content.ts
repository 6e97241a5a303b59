import { caveats } from "@/domain/caveats";
import { dayOf } from "@/domain/dates";
import { withheldNote } from "@/domain/tables/cell-text";
import { type PublishedTable, withheldIn } from "@/domain/tables/published-table";
import { type ShownTable, shownTable, type View } from "@/domain/tables/shown-table";
import type { TableFile } from "@/domain/tables/table-files";
import { csvLines } from "../csv";
import { sheetOfTable } from "../table-sheet";
import { workbook } from "../workbook";
import { pngOf } from "./chart-png";
import { chartSvg } from "./chart-svg";
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
import { listOf, tableOf } from "./word-table";

/** Tables as a file holds them. */
export interface TablesToWrite extends TablesSource {
  readonly view: View;
}

/** The bytes of a file of tables. For use inside db/. */
export async function contentOf(
  { output, format }: TableFile,
  tables: readonly PublishedTable[],
  source: TablesToWrite,
): Promise<Buffer> {
  const table = tables.find(({ kind }) => kind.output === output);
  if (!table) return wholeReport(tables, source);
  const shown = shownTable(table, tables, source.view);
  if (format === "csv") return csvOf(table);
  if (format === "xlsx") return workbook([sheetOfTable(table), notesSheet(shown, source)]);
  if (format === "docx") return oneTable(shown, source);
  const svg = svgOf(shown, source);
  return format === "svg" ? Buffer.from(svg) : Buffer.from((await pngOf(svg)).bytes);
}

function csvOf(table: PublishedTable): Buffer {
  const { fields, rows } = sheetOfTable(table);
  return Buffer.from(csvLines(fields, rows, true));
}

// Marks of few cases are not in it: its figures are numbers.
function notesSheet({ notes, base, caveats: own }: ShownTable, source: TablesToWrite) {
  const texts = [...remarksOn(source), `Base: ${base}`, ...notes, ...own];
  return {
    name: "notes",
    title: "What to keep in mind",
    fields: [{ name: "note", type: "text" as const }],
    rows: texts.map((note) => ({ note })),
  };
}

function svgOf(shown: ShownTable, source: TablesToWrite): string {
  const { title, base, chart } = shown;
  if (!chart) throw new Error(`${title} is not drawn`);
  const remarks = [...chart.notes, `Base: ${base}`, ...remarksOn(source)];
  return chartSvg(chart, { title, remarks: remarks.filter((one) => one !== withheldNote) });
}

/** A picture for a document, which has the words around it already. */
async function pictureOf({ title, chart }: ShownTable): Promise<Block[]> {
  if (!chart) return [];
  const { description } = chart;
  return [picture(await pngOf(chartSvg(chart, null)), { title, description })];
}

async function blocksOf(shown: ShownTable): Promise<Block[]> {
  return [
    caption(shown.title),
    ...(await pictureOf(shown)),
    tableOf(shown),
    ...underTable([...shown.notes, ...shown.marks, `Base: ${shown.base}`]),
  ];
}

async function oneTable(shown: ShownTable, source: TablesToWrite): Promise<Buffer> {
  return wordFile({ title: shown.title, at: instantOf(source) }, [
    ...(await blocksOf(shown)),
    ...remarksOn(source)
      .filter((one) => !shown.marks.includes(one))
      .map(paragraph),
    caption("What to keep in mind"),
    ...bullets(shown.caveats),
  ]);
}

async function wholeReport(
  tables: readonly PublishedTable[],
  source: TablesToWrite,
): Promise<Buffer> {
  const title = "The tables and charts of the report";
  const all: Block[] = [];
  for (const table of tables) all.push(...(await blocksOf(shownTable(table, tables, source.view))));
  return wordFile({ title, at: instantOf(source) }, [
    heading(title),
    ...remarksOn(source).map(paragraph),
    ...all,
    ...withheldBlocks(tables),
    caption("What to keep in mind"),
    ...bullets(caveats.map(({ text }) => text)),
  ]);
}

/** The list of what is withheld, a row for each line of a table: where, and not why. */
function withheldBlocks(tables: readonly PublishedTable[]): Block[] {
  const rows = new Map<string, readonly string[]>();
  for (const { table, line, column } of tables.flatMap(withheldIn)) {
    const key = JSON.stringify([table, line]);
    const columns = rows.get(key)?.[2];
    rows.set(key, [table, line, columns === undefined ? column : `${columns}; ${column}`]);
  }
  if (rows.size === 0) return [];
  return [caption("What is withheld"), listOf([["Table", "Line", "Columns"], ...rows.values()])];
}

/** When the release was made; for the dataset as it is now the day, so that its files are alike. */
function instantOf({ release, made }: TablesToWrite): string {
  return release ? release.madeAt : `${dayOf(made.at)}T00:00:00Z`;
}
