import { strFromU8, strToU8, unzipSync } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import type { Field, Row } from "@/domain/dataset/field";
import { cellText } from "./workbook-text";
import { sealed } from "./zip";

/** One sheet of a workbook: a title in A1, then the names of the fields, then the rows. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Pick<Field, "name" | "type">[];
  readonly rows: readonly Row[];
}

const day = "yyyy-mm-dd";

/**
 * A workbook (XLSX) with one table a sheet and no merged cells. Numbers are numbers, dates are
 * dates, texts are texts also where they begin like a formula, and a missing cell is empty. The
 * same sheets give the same bytes.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = await writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: cellsOf(sheet),
      columns: sheet.fields.map((field) => ({ width: widthOf(field, sheet.rows) })),
      stickyRowsCount: 2,
    })),
  ).toBuffer();
  return sealed(withFormatsAsOthersReadThem(unzipSync(written)));
}

// Numbers of formats below 164 are for built-in ones; a reader that goes by that would not see that
// a cell is a date.
function withFormatsAsOthersReadThem(files: Record<string, Uint8Array>) {
  const styles = "xl/styles.xml";
  const text = strFromU8(files[styles] ?? new Uint8Array());
  const renumbered = text.replaceAll(
    /numFmtId="(1\d\d)"/g,
    (_, id: string) => `numFmtId="${Number(id) + 100}"`,
  );
  return { ...files, [styles]: strToU8(renumbered) };
}

function cellsOf({ title, fields, rows }: Sheet): SheetData {
  return [
    [{ value: title, fontWeight: "bold" }],
    fields.map(({ name }) => ({ value: name, fontWeight: "bold" })),
    ...rows.map((row) => fields.map((field) => cellOf(field, row[field.name] ?? null))),
  ];
}

function cellOf({ type }: Pick<Field, "type">, value: string | number | null) {
  if (value === null) return null;
  if (typeof value === "number") return { type: Number, value };
  if (type === "date") return { type: Date, value: new Date(`${value}T00:00:00Z`), format: day };
  return { type: String, value: cellText(value) };
}

/** As wide as the first rows need, and not wider than a page. */
function widthOf({ name }: Pick<Field, "name">, rows: readonly Row[]): number {
  const longest = rows
    .slice(0, 100)
    .reduce((most, row) => Math.max(most, String(row[name] ?? "").length), name.length);
  return Math.min(longest + 2, 60);
}
