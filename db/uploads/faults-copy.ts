import { unzipSync } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { faultInRow } from "@/domain/import/faults";
import { readDrafts } from "@/domain/import/sheets/drafts";
import type { NamedSheet } from "@/domain/import/sheets/rows";
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
  const { faults } = readDrafts(await bookOf(reader(), null), sheets, matching);
  for (const fault of faults) note(fault.file, fault.line, faultInRow(fault));
  const review = await reviewUpload(viewer, id);
  for (const { place, value, expected } of review?.faults ?? [])
    note(place.sheet, place.line, faultInRow({ column: "", value, expected }));
  const wrongIn = (sheet: NamedSheet, line: number) => words.get(`${line} ${sheet.label}`) ?? [];
  const written = sheets.map((sheet, index) => ({
    sheet: `${index + 1} ${sheet.name}`.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31),
    data: copyOf(sheet, matching.sheets[index]?.headerLine ?? 0, (line) => wrongIn(sheet, line)),
  }));
  return done(sealed(unzipSync(await writeExcelFile(written).toBuffer())));
}

function copyOf(
  { rows }: NamedSheet,
  headerLine: number,
  wrongIn: (line: number) => readonly string[],
): SheetData {
  const chosen =
    rows.length <= mostRows
      ? rows
      : rows.filter(({ line }) => line === headerLine || wrongIn(line).length > 0);
  return chosen.map(({ line, cells }) => {
    const first = line === headerLine ? "Faults" : wrongIn(line).join("\n");
    const texts = cells.map((cell) => (typeof cell === "object" ? cell.error : cell));
    return [first, ...texts].map((value) => (value === "" ? null : { type: String, value }));
  });
}
