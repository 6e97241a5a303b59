import { withheldNote } from "@/domain/tables/cell-text";
import { type Figures, type TakenTable, withMarks } from "@/domain/tables/figures";
import type { WithheldPlace } from "@/domain/tables/published-table";
import type { ShownTable, View } from "@/domain/tables/shown-table";
import type { TableFile } from "@/domain/tables/table-files";
import type { ContextFigures } from "../../study/context-figures";
import { madeApart } from "../apart";
import { csvLines } from "../csv";
import { sheetOfFigures } from "../table-sheet";
import { type Sheet, workbook } from "../workbook";
import { chartSvg } from "./chart-svg";
import { remarksOn, type TablesSource } from "./remarks";

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
  const sheetOf = (own: Figures) => sheetOfFigures(shown.name, shown.title, own);
  if (format === "csv") {
    const { fields, rows } = sheetOf(figures);
    return Buffer.from(csvLines(fields, rows, true));
  }
  if (format === "xlsx")
    return workbook([sheetOf(withMarks(figures, shown)), notesSheet(shown, source)]);
  if (format === "docx")
    return madeApart({ kind: "document of tables", of: { table: shown, source } });
  const svg = svgOf(shown, source);
  return format === "svg" ? Buffer.from(svg) : madeApart({ kind: "picture", of: svg });
}

function notesSheet(
  { summary = [], notes, marks, base, caveats: own }: ShownTable,
  source: TablesSource,
): Sheet {
  const texts = [...remarksOn(source), `Base: ${base}`, ...summary, ...notes, ...marks, ...own];
  return {
    name: "notes",
    title: "What to keep in mind",
    fields: [{ name: "note", type: "text" }],
    // What is withheld is said of the whole publication too.
    rows: [...new Set(texts)].map((note) => ({ note })),
  };
}

function svgOf(shown: ShownTable, source: TablesSource): string {
  const { title, base, chart, caveats } = shown;
  if (!chart) throw new Error(`${title} is not drawn`);
  const remarks = [...chart.notes, `Base: ${base}`, ...remarksOn(source), ...caveats];
  return chartSvg(chart, { title, remarks: remarks.filter((one) => one !== withheldNote) });
}

function wholeReport(
  { tables, withheld, elsewhere }: TablesToTake,
  source: TablesSource,
): Promise<Buffer> {
  const of = { tables: tables.map(({ shown }) => shown), withheld, elsewhere, source };
  return madeApart({ kind: "document of tables", of });
}
