import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { unmarkFormulas } from "@/domain/dataset/formulas";
import { textOf } from "@/domain/import/sheets/cell";
import { must } from "../fixtures";
import { readSheets } from "../imports/sheets/read-sheets";

/** The files of an export, by name. */
export type Files = Readonly<Record<string, Buffer>>;

export type Row = Readonly<Record<string, string>>;
/** Tables by name, as one kind of file has them. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** The files in a zip. */
export function filesIn(zip: Uint8Array): Files {
  const files = Object.entries(unzipSync(zip));
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

const tableOf = (file: string) => file.replace(/^for-leads\//, "").replace(/\.\w+$/, "");

/** The tables in the CSV files. */
export function tablesIn(files: Files): Tables {
  const csv = Object.entries(files).filter(([name]) => name.endsWith(".csv"));
  return Object.fromEntries(
    csv.map(([name, bytes]) => [
      tableOf(name),
      parse(bytes, { columns: true, cast: unmarkFormulas }) as unknown as Row[],
    ]),
  );
}

/** The tables in the workbook: a title, the names of the columns, and rows. */
export async function sheetsIn(files: Files): Promise<Tables> {
  const bytes = files["dataset.xlsx"] ?? Buffer.alloc(0);
  const sheets = must(await readSheets({ name: "dataset.xlsx", bytes }));
  return Object.fromEntries(
    sheets.map(({ name, rows: [, header, ...rows] }) => {
      const names = (header?.cells ?? []).map(textOf);
      const named = rows.map(({ cells }) =>
        Object.fromEntries(names.map((column, index) => [column, textOf(cells[index])])),
      );
      return [name, named];
    }),
  );
}

/** A variable of a file for SPSS: how many bytes a text has, 0 for a number. */
interface Variable {
  readonly name: string;
  readonly width: number;
  places: number;
}

/** The tables for SPSS. A number is written as CSV has it; a code or a day is one too. */
export function spssTablesIn(files: Files): Tables {
  const sav = Object.entries(files).filter(([name]) => name.endsWith(".sav"));
  return Object.fromEntries(sav.map(([name, bytes]) => [tableOf(name), spssRowsIn(bytes)]));
}

const upTo = (step: number, value: number) => Math.ceil(value / step) * step;

function spssRowsIn(bytes: Buffer): Row[] {
  const variables: Variable[] = [];
  let names = new Map<string, string>();
  let at = 176;
  const integer = () => {
    at += 4;
    return bytes.readInt32LE(at - 4);
  };
  const pass = (length: number) => {
    at += length;
  };
  const text = (length: number) => {
    at += length;
    return bytes.toString("utf8", at - length, at).trim();
  };
  const records: Readonly<Record<number, () => void>> = {
    2: () => {
      const width = integer();
      const hasLabel = integer();
      pass(12);
      const name = text(8);
      if (hasLabel === 1) pass(upTo(4, integer()));
      const last = variables.at(-1);
      if (width >= 0) variables.push({ name, width, places: 1 });
      else if (last) last.places += 1;
    },
    3: () => {
      for (let labels = integer(); labels > 0; labels -= 1)
        pass(8 + upTo(8, (bytes[at + 8] ?? 0) + 1));
    },
    4: () => pass(4 * integer()),
    6: () => pass(80 * integer()),
    7: () => {
      const kind = integer();
      const content = text(integer() * integer());
      if (kind === 13)
        names = new Map(content.split("\t").map((pair) => pair.split("=") as [string, string]));
    },
  };
  for (let kind = integer(); kind !== 999; kind = integer()) records[kind]?.();
  pass(4);
  const cellOf = ({ width, places }: Variable) => {
    if (width > 0) return text(8 * places);
    pass(8);
    const value = bytes.readDoubleLE(at - 8);
    return value === -Number.MAX_VALUE ? "" : String(value);
  };
  return Array.from({ length: bytes.readInt32LE(80) }, () =>
    Object.fromEntries(variables.map((one) => [names.get(one.name) ?? one.name, cellOf(one)])),
  );
}
