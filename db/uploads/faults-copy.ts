import { unzipSync } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { unmarkFormulas } from "@/domain/dataset/formulas";
import type { Book } from "@/domain/dataset/table";
import { faultInRow } from "@/domain/import/faults";
import type { SheetCell } from "@/domain/import/sheet";
import { errorIn, referenceIn, textOf, wordsIn } from "@/domain/import/sheets/cell";
import { readDrafts } from "@/domain/import/sheets/drafts";
import type { SheetMatching } from "@/domain/import/sheets/matching";
import type { NamedSheet } from "@/domain/import/sheets/rows";
import { targetsOf } from "@/domain/import/sheets/targets";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { bookOf } from "../exports/reading";
import { sealed } from "../exports/zip";
import type { Viewer } from "../people/people";
import { reader } from "../store/store";
import { reviewUpload } from "./importing";
import { sheetsIn } from "./prepare";
import { preparedOf } from "./uploads";

/** With more rows than this in a sheet, the copy has the headers and the rows with a fault. */
const mostRows = 20_000;

/**
 * A copy of the files of an upload as one workbook, with a first column that says what is wrong in
 * each row. Every cell is a text, as it was read; the same upload gives the same bytes. Not found
 * unless the upload is the viewer's and ready.
 */
export async function faultsCopy(viewer: Viewer, id: string): Promise<Outcome<Buffer>> {
  const found = preparedOf(viewer, id);
  if (!found) return notFound;
  const sheets = await sheetsIn(found.folder);
  if (!sheets) return notFound;
  const { matching } = found.prepared;
  const words = new Map<string, string[]>();
  const note = (sheet: string, line: number, fault: string) => {
    const key = `${line} ${sheet}`;
    words.set(key, [...(words.get(key) ?? []), fault]);
  };
  const book = await bookOf(reader(), null);
  const { faults } = readDrafts(book, sheets, matching);
  for (const fault of faults) note(fault.file, fault.line, faultInRow(fault));
  const review = await reviewUpload(viewer, id);
  for (const { place, value, expected } of review?.faults ?? [])
    note(place.sheet, place.line, faultInRow({ column: "", value, expected }));
  const wrongIn = (sheet: NamedSheet, line: number) => words.get(`${line} ${sheet.label}`) ?? [];
  const written = sheets.map((sheet, index) => ({
    sheet: `${index + 1} ${sheet.name}`.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31),
    data: copyOf(sheet, matching.sheets[index], book, (line) => wrongIn(sheet, line)),
  }));
  return done(sealed(unzipSync(await writeExcelFile(written).toBuffer())));
}

function copyOf(
  sheet: NamedSheet,
  matched: SheetMatching | undefined,
  book: Book,
  wrongIn: (line: number) => readonly string[],
): SheetData {
  const { rows } = sheet;
  const headerLine = matched?.headerLine ?? 0;
  const textIn = readerOf(sheet, matched, book);
  const chosen =
    rows.length <= mostRows
      ? rows
      : rows.filter(({ line }) => line === headerLine || wrongIn(line).length > 0);
  return chosen.map(({ line, cells }) => {
    const first = line === headerLine ? "Faults" : wrongIn(line).join("\n");
    const texts = cells.map(textIn);
    return [first, ...texts].map((value) => (value === "" ? null : { type: String, value }));
  });
}

/** Reads cells as texts that say the same when the copy, which is a workbook, is read again. */
function readerOf({ marked }: NamedSheet, matched: SheetMatching | undefined, book: Book) {
  const targets = matched?.kind ? targetsOf(matched.kind, book) : [];
  const keys = new Set(targets.flatMap(({ key, field }) => (field.type === "text" ? [key] : [])));
  return (cell: SheetCell, index: number): string => {
    const target = matched?.columns[index]?.target ?? "";
    if (typeof cell === "string") return marked && keys.has(target) ? unmarkFormulas(cell) : cell;
    if (target === "case_ref") return errorIn(cell) ?? referenceIn(cell);
    return errorIn(cell) ?? (keys.has(target) ? wordsIn : textOf)(cell);
  };
}
