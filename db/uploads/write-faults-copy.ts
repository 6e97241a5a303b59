import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { unmarkFormulas } from "@/domain/dataset/formulas";
import type { Book } from "@/domain/dataset/table";
import { faultInRow } from "@/domain/import/faults";
import type { SheetCell } from "@/domain/import/sheet";
import { errorIn, referenceIn, textOf, wordsIn } from "@/domain/import/sheets/cell";
import { readCodeLists } from "@/domain/import/sheets/code-list-rows";
import { readDrafts } from "@/domain/import/sheets/drafts";
import type { SheetMatching } from "@/domain/import/sheets/matching";
import { hasOwnHeaders } from "@/domain/import/sheets/own-file";
import type { NamedSheet } from "@/domain/import/sheets/rows";
import { sampleToCopy } from "@/domain/import/sheets/samples";
import { dayOfSerial } from "@/domain/import/sheets/serial-day";
import { targetsOf } from "@/domain/import/sheets/targets";
import { cellText } from "../exports/workbook-text";
import { sealed } from "../exports/zip";
import { readJson } from "./folder";
import { sheetsIn } from "./prepare";
import { bookOfReading, copyFiles, type FaultOfRow, preparationIn } from "./prepared";

/** With more cells and rows than this the copy has the headers and the rows with a fault alone. */
const mostCells = 1_000_000;

/**
 * Makes the copy of the files in the folder of an upload, with the faults that they have by
 * themselves and those that the study knows of. Every cell is a text, as it was read; the same
 * upload gives the same bytes. It needs nothing of the study, so that a process of its own can do
 * it. There is no copy of files that cannot be read.
 */
export async function writeFaultsCopy(folder: string): Promise<void> {
  const file = join(folder, copyFiles.copy);
  rmSync(file, { force: true });
  const preparation = preparationIn(folder);
  const sheets = await sheetsIn(folder);
  if (!sheets || preparation?.kind !== "prepared") return;
  const { matching, lists } = preparation.prepared;
  const book = bookOfReading(folder, lists);
  const ofLists = readCodeLists(bookOfReading(folder), sheets, matching, null);
  const faults = [...ofLists.faults, ...readDrafts(book, sheets, matching).faults];
  const ofStudy = readJson(folder, copyFiles.study) as readonly FaultOfRow[];
  const words = new Map<string, string[]>();
  for (const { sheet, line, fault } of [
    ...faults.map((one) => ({ sheet: one.file, line: one.line, fault: faultInRow(one) })),
    ...ofStudy,
  ]) {
    const own = words.get(`${line} ${sheet}`);
    if (own) own.push(fault);
    else words.set(`${line} ${sheet}`, [fault]);
  }
  const wrongIn = (sheet: NamedSheet, line: number) => words.get(`${line} ${sheet.label}`) ?? [];
  const cells = sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.cells.length, 0);
  const lines = sheets.reduce((sum, { rows }) => sum + (rows.at(-1)?.line ?? 0), 0);
  const isWhole = cells + lines <= mostCells;
  const written = sheets.map((sheet, index) => {
    const matched = matching.sheets[index];
    const rows = sheet.rows.filter(
      ({ line }) => isWhole || line === matched?.headerLine || wrongIn(sheet, line).length > 0,
    );
    const copy = copyOf({ ...sheet, rows }, matched, book, (line) => wrongIn(sheet, line));
    return {
      sheet: `${index + 1} ${sheet.name}`.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31),
      data: isWhole ? inPlace(copy) : copy.map(numbered),
    };
  });
  const workbook = await writeExcelFile(written).toBuffer();
  writeFileSync(file, sealed(unzipSync(workbook)), { mode: 0o600 });
}

function copyOf(
  sheet: NamedSheet,
  matched: SheetMatching | undefined,
  book: Book,
  wrongIn: (line: number) => readonly string[],
): CopiedRow[] {
  const headerLine = matched?.headerLine ?? 0;
  const textIn = readerOf(sheet, matched, book);
  return sheet.rows.map(({ line, cells }) => {
    const first = line === headerLine ? "Faults" : wrongIn(line).join("\n");
    return { line, isHeader: line === headerLine, texts: [first, ...cells.map(textIn)] };
  });
}

/** A row of the copy, and the row of the file that it is. */
interface CopiedRow {
  readonly line: number;
  readonly isHeader: boolean;
  readonly texts: readonly string[];
}

/** The rows where they stand in the file, with blank ones between them: a fault goes by its row. */
function inPlace(rows: readonly CopiedRow[]): SheetData {
  const data: SheetData[number][] = Array.from({ length: rows.at(-1)?.line ?? 0 }, () => []);
  for (const { line, texts } of rows) data[line - 1] = cellsOf(texts);
  return data;
}

/** A row that is not where it stands in the file, with its number there. */
function numbered({ line, isHeader, texts: [first, ...texts] }: CopiedRow): SheetData[number] {
  return cellsOf([isHeader ? (first ?? "") : `Row ${line}\n${first}`, ...texts]);
}

function cellsOf(texts: readonly string[]): SheetData[number] {
  return texts.map((value) => (value === "" ? null : { type: String, value: cellText(value) }));
}

/** Reads cells as texts that say the same when the copy, which is a workbook, is read again. */
function readerOf(
  { marked, from1904 }: NamedSheet,
  matched: SheetMatching | undefined,
  book: Book,
) {
  const targets = matched?.kind ? targetsOf(matched.kind, book) : [];
  const keys = new Set(targets.flatMap(({ key, field }) => (field.type === "text" ? [key] : [])));
  const isMarked = marked === true && hasOwnHeaders({ columns: matched?.columns ?? [] }, book);
  const days = new Set(targets.flatMap(({ key, field }) => (field.type === "date" ? [key] : [])));
  return (cell: SheetCell, index: number): string => {
    const target = matched?.columns[index]?.target ?? "";
    // The copy counts days from the end of 1899.
    const day = from1904 && days.has(target) ? dayOfSerial(textOf(cell), true) : null;
    if (day !== null) return day;
    if (typeof cell === "string") return isMarked && keys.has(target) ? unmarkFormulas(cell) : cell;
    if (target === "case_ref") return errorIn(cell) ?? referenceIn(cell);
    if (target === "sample") return errorIn(cell) ?? sampleToCopy(cell);
    return errorIn(cell) ?? (keys.has(target) ? wordsIn : textOf)(cell);
  };
}
