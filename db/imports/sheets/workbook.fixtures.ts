import { strToU8, type Zippable, zipSync } from "fflate";
import type { Sheet } from "@/domain/import/sheet";
import { must } from "../../fixtures";
import { readSheets } from "./read-sheets";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** What is in a workbook, as XML. */
export interface Written {
  /** The rows of each sheet by its name: what stands in `<sheetData>`. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands behind `<sheetData>` in each sheet. */
  readonly afterRows?: string;
  /** The texts, each in its own `<si>`. */
  readonly shared?: readonly string[];
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  readonly from1904?: boolean;
  readonly contentType?: string;
}

/** The parts of a workbook as a spreadsheet program writes them, by their names. */
export function partsOf({ sheets, ...book }: Written): Record<string, string> {
  const names = Object.keys(sheets);
  const own = names.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const);
  const others = [
    ["sharedStrings", "sharedStrings.xml"] as const,
    ["styles", "styles.xml"] as const,
  ];
  const relation = ([type, target]: readonly [string, string], index: number) =>
    `<Relationship Id="r${index + 1}" Type="${relations}/${type}" Target="${target}"/>`;
  const all = (content: string) =>
    `<Relationships xmlns="${packaged}/relationships">${content}</Relationships>`;
  return {
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${book.contentType ?? workbookType}"/></Types>`,
    "_rels/.rels": all(relation(["officeDocument", "xl/workbook.xml"], 0)),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}">
      <workbookPr${book.from1904 ? ' date1904="1"' : ""}/><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`)
        .join(
          "",
        )}</sheets><extLst><ext uri="x"><x15:workbookPr xmlns:x15="x" chartTrackingRefBase="1"/></ext></extLst></workbook>`,
    "xl/_rels/workbook.xml.rels": all([...own, ...others].map(relation).join("")),
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${(book.shared ?? [])
      .map((text) => `<si>${text}</si>`)
      .join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${book.styles ?? ""}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${sheets[name]}</sheetData>${book.afterRows ?? ""}</worksheet>`,
      ]),
    ),
  };
}

/** Parts as a file. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Zippable);
}

/** A workbook as a file. */
export function workbookOf(written: Written): Uint8Array {
  return packed(partsOf(written));
}

/** The sheets that are read from a file. */
export async function sheetsOf(bytes: Uint8Array, name = "cases.xlsx"): Promise<Sheet[]> {
  return must(await readSheets({ name, bytes }));
}

/** The rows of one sheet with these rows of XML, cells alone, as they are read. */
export async function formattedCellsOf(rows: string, book: Omit<Written, "sheets"> = {}) {
  const [sheet] = await sheetsOf(workbookOf({ sheets: { Cases: rows }, ...book }));
  return sheet?.rows.map(({ cells }) => cells);
}

/** The same, the text of each cell whatever it is shown as. */
export async function cellsOf(rows: string, book: Omit<Written, "sheets"> = {}) {
  const read = await formattedCellsOf(rows, book);
  return read?.map((cells) =>
    cells.map((cell) => (typeof cell === "object" && "text" in cell ? cell.text : cell)),
  );
}

/** What is said of a file that is refused, behind the field that it is said of. */
export async function whyRefused(bytes: Uint8Array, name = "cases.xlsx"): Promise<string> {
  const outcome = await readSheets({ name, bytes });
  if (outcome.kind !== "refused") throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  return outcome.problems.map(({ field, message }) => `${field}: ${message}`).join("\n");
}
