import { CsvError, parse } from "csv-parse/sync";
import type { ImportFault } from "@/domain/import/faults";
import type { CsvRecord } from "@/domain/import/rows";

/** A file to import: its name for messages, and its bytes. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A record with `info`, which the library's types leave out. */
interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const largest = 50 * 1024 * 1024;

/**
 * Splits a CSV file into records with the line each ends on. Rows may differ in length here; that
 * is for the check of the columns. A file that is not UTF-8 text, is too large or has a quotation
 * mark out of place gives one fault and no records.
 */
export function readCsv(file: ImportFile): { records: CsvRecord[]; faults: ImportFault[] } {
  const fault = (line: number, value: string, expected: string) => ({
    records: [],
    faults: [{ file: file.name, line, column: "", value, expected }],
  });
  if (file.bytes.byteLength > largest)
    return fault(1, "more than 50 MB", "a file of 50 MB at most");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch {
    return fault(1, "text in another encoding", "UTF-8: save the file as “CSV UTF-8”");
  }
  if (text.includes("\0")) return fault(1, "a file that is not text", "comma-separated text");
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed = parse(text, options) as unknown as Parsed[];
    const [header] = parsed;
    if (header?.record.length === 1 && header.record[0]?.includes(";"))
      return fault(1, "columns separated by semicolons", "commas between the columns");
    if (parsed.length === 1) return fault(1, "no row below the column names", "one at least");
    return {
      records: parsed.map(({ record, info }) => ({ line: info.lines, cells: record })),
      faults: [],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return fault(line, "a quotation mark out of place", "each opening mark to be closed");
  }
}
