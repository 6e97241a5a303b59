import { extname } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { unmarkFormulas } from "@/domain/dataset/formulas";
import { numbers, typedIn, typedPlaces } from "./formula-places.fixtures";

/** What a file says, and what in it some program would run or take for a formula. */
export interface FileRead {
  /** Its texts, each as whoever typed it typed it. */
  readonly texts: readonly string[];
  readonly formulas: readonly string[];
}

/** Reads a file by the ending of its name. Throws for an ending of which nothing is known. */
export function readFile(name: string, bytes: Buffer): FileRead {
  const read = readers[extname(name)];
  if (!read) throw new Error(`Nobody has said what a formula would be in ${name}`);
  return read(bytes);
}

/** The places of which all texts are in a file, and those of which some are. */
export function placesIn({ texts }: FileRead): string[] {
  const whole = texts.join("\n");
  return typedPlaces.flatMap((place) => {
    const found = numbers.filter((index) => whole.includes(typedIn(place, index)));
    if (found.length === 0) return [];
    return [found.length === numbers.length ? place : `${place} (${found.length})`];
  });
}

const readers: Readonly<Record<string, (bytes: Buffer) => FileRead>> = {
  ".csv": readCsv,
  ".xlsx": readWorkbook,
  ".docx": readWord,
  ".svg": readPicture,
  // What is drawn is points of colour.
  ".png": () => ({ texts: [], formulas: [] }),
  // No program computes what stands in these: texts are texts.
  ".sav": (bytes) => ({ texts: [bytes.toString("utf8")], formulas: [] }),
  ".json": (bytes) => ({ texts: textsOf(JSON.parse(bytes.toString("utf8"))), formulas: [] }),
  ".R": readRScript,
  ".do": readStataScript,
  ".txt": readText,
  // SHA256SUMS
  "": readText,
};

const beginsFormula = /^[\s"'“\u200b\ufeff]*[=+\-@＝＋－＠]/;

// A mark before what a program could take for a formula makes it a text.
const isFormula = (cell: string) =>
  cell.split(/[\t\r\n;]/).some((part) => !part.trim().startsWith("'") && beginsFormula.test(part));

const isNumber = (cell: string) => /^-?\d+(\.\d+)?$/.test(cell);

function readCsv(bytes: Buffer): FileRead {
  const cells = (parse(bytes) as unknown as string[][]).flat();
  return {
    texts: cells.map(unmarkFormulas),
    formulas: cells.filter((cell) => !isNumber(cell) && isFormula(cell)),
  };
}

const partOf = (parts: Record<string, Uint8Array>, name: string) =>
  Buffer.from(parts[name] ?? "").toString("utf8");

function readWorkbook(bytes: Buffer): FileRead {
  const parts = unzipSync(bytes);
  const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));
  const xml = sheets.map((name) => partOf(parts, name)).join("\n");
  const texts = [...`${partOf(parts, "xl/sharedStrings.xml")}${xml}`.matchAll(/<t[^>]*>([^<]*)</g)];
  const computed = xml.match(/<(?:f|oleObjects|controls|hyperlink)[\s>/].{0,80}/g) ?? [];
  const others = xml.match(/<c [^>]*t="(?!s"|n"|inlineStr")[^>]*>/g) ?? [];
  const links = Object.keys(parts).filter((name) => /externalLinks|vbaProject|activeX/.test(name));
  return {
    // A carriage return is written as _x000D_ in a workbook.
    texts: texts.map(([, text = ""]) => unescaped(text).replaceAll("_x000D_", "\r")),
    formulas: [...computed, ...others, ...links],
  };
}

function readWord(bytes: Buffer): FileRead {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /^word\/[^/]+\.xml$/.test(name));
  const xml = names.map((name) => partOf(parts, name)).join("\n");
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)];
  return {
    texts: texts.map(([, text = ""]) => unescaped(text)),
    formulas: xml.match(/<w:(?:fldSimple|fldChar|instrText|object|hyperlink)[\s>/].{0,80}/g) ?? [],
  };
}

function readPicture(bytes: Buffer): FileRead {
  const xml = bytes.toString("utf8");
  const texts = [...xml.matchAll(/>([^<]*)</g)].map(([, text = ""]) => unescaped(text));
  const runs = xml.match(
    /<(?:script|foreignObject|a|image|use|!ENTITY)[\s>/].{0,80}| on\w+=".{0,80}/g,
  );
  return { texts, formulas: runs ?? [] };
}

/** What stands outside of quotation marks is ours; no text of others is among it. */
function readRScript(bytes: Buffer): FileRead {
  const script = bytes.toString("utf8");
  const quoted = /"(?:[^"\\\n]|\\.)*"/g;
  const texts = (script.match(quoted) ?? []).map((one): string => JSON.parse(one));
  return { texts, formulas: outside(script.replaceAll(quoted, '""')) };
}

// What Stata would take for a macro or the end of a text is left out of it.
function readStataScript(bytes: Buffer): FileRead {
  const script = bytes.toString("utf8");
  const quoted = /"[^"\n]*"/g;
  const texts = script.match(quoted) ?? [];
  const macros = texts.filter((one) => /[`$]/.test(one));
  return { texts, formulas: [...macros, ...outside(script.replaceAll(quoted, '""'))] };
}

const outside = (script: string) =>
  script.split("\n").filter((line) => typedPlaces.some((place) => line.includes(`+${place}_`)));

// Our own lists begin with "- ", and lines that are drawn under titles are made of = or -.
function readText(bytes: Buffer): FileRead {
  const text = bytes.toString("utf8");
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^ *- (?! *[=+\-@＝＋－＠])/, ""));
  return {
    texts: [unmarkFormulas(text)],
    formulas: lines.filter((line) => !/^(=+|-+)$/.test(line) && isFormula(line)),
  };
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

const entities: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" },
};

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}
