import type { Sheet } from "@/domain/import/sheet";
import { done, type Outcome, refused } from "@/domain/outcome";
import type { ImportFile } from "../read-csv";
import { readExcel } from "./excel";
import { kindOf } from "./file-kind";
import { limits } from "./limits";
import { readSeparatedText } from "./separated-text";
import { Unreadable, unreadable } from "./unreadable";

/**
 * Reads an uploaded spreadsheet as plain rows: every worksheet of an Excel workbook (.xlsx), or a
 * text file with separated columns as one sheet with the name of the file. What it is is told by
 * its bytes. Other requests are answered meanwhile. `progress` is told the share that is read, from
 * 0 to 1, several times. Refused, for the field "file", with one sentence that says what is wrong
 * with the file and what to do.
 */
export async function readSheets(
  file: ImportFile,
  progress: (share: number) => void = () => {},
): Promise<Outcome<Sheet[]>> {
  try {
    const sheets = await sheetsOf(file, progress);
    if (sheets.every(({ rows }) => rows.length === 0)) throw unreadable("nothing");
    return done(sheets);
  } catch (error) {
    if (error instanceof Unreadable) return refused("file", error.message);
    throw error;
  }
}

async function sheetsOf(
  { name, bytes }: ImportFile,
  progress: (share: number) => void,
): Promise<Sheet[]> {
  if (bytes.byteLength === 0) throw unreadable("empty");
  if (bytes.byteLength > limits.fileBytes) throw unreadable("tooLarge");
  return kindOf(bytes) === "zip"
    ? readExcel(bytes, progress)
    : [await readSeparatedText(name, bytes, progress)];
}
