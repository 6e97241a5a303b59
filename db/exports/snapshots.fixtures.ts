import { createHash } from "node:crypto";
import {
  type Files,
  type Row,
  sheetsIn,
  spssTablesIn,
  type Tables,
  tablesIn,
} from "./snapshots.reading.fixtures";

/** The two cases that one person changes, always both at once and alike. */
export type Pair = readonly [string, string];

/** The cases of so many people. In an export one stands far before the other. */
export function pairsOf(people: number): Pair[] {
  return Array.from({ length: people }, (_, index) => [`2015-${index + 1}`, `2017-${index + 1}`]);
}

/** Cases that stand between them: more than are read at once. */
export const between = Array.from({ length: 510 }, (_, index) => `2016-${index + 1}`);

/**
 * What the files of an export say that cannot have held at one moment, in words: the writers of
 * snapshots.writers.ts keep each pair of cases alike, all that is told of a case in step, and the
 * names of two values of code lists the same. Every file is looked at: the tables as CSV, each of the
 * others beside them.
 */
export async function faultsOf(files: Files, pairs: readonly Pair[]): Promise<string[]> {
  const tables = tablesIn(files);
  return [
    ...pairs.flatMap((pair) => faultsOfPair(tables, linesOf(files, "CHANGES.txt"), pair)),
    ...unlike("dataset.xlsx", tables, await sheetsIn(files)),
    ...unlike("SPSS", tables, spssTablesIn(files)),
    ...faultsOfNames(files),
    ...faultsOfWords(files, tables),
    ...faultsOfChecksums(files),
  ];
}

const linesOf = (files: Files, name: string) => (files[name]?.toString("utf8") ?? "").split("\n");

function faultsOfPair(tables: Tables, changes: readonly string[], pair: Pair): string[] {
  const told = pair.map((reference) => toldOf(tables, changes, reference));
  const [one, other] = told;
  const faults = told.flatMap(({ wrong }) => wrong);
  return one?.all === other?.all ? faults : [...faults, `${pair[0]} is unlike ${pair[1]}`];
}

/** What is told of a case: all of it in one text, and what does not go together. */
function toldOf(tables: Tables, changes: readonly string[], reference: string) {
  const of = (table: string) => (tables[table] ?? []).filter((row) => row.case_ref === reference);
  const [row = {} as Row, ...more] = of("agreed-ratings");
  const [long, ratings, summed] = [of("agreed-ratings-long"), of("ratings"), of("sensitivity")];
  const [children, periods] = [of("children"), of("involvement-periods")];
  const [practice, actions] = [of("practice"), of("actions")];
  const { index_children, mother_age_years, involvement_months, version, neglect } = row;
  const lines = changes.filter((line) => line.startsWith(`- ${reference},`));
  const changed = (start: string) =>
    lines.find((line) => line.startsWith(`- ${reference}, ${start}`));
  const items = (start: string) => /before, (.*) now/.exec(changed(start) ?? "")?.[1]?.split("; ");
  const right: Readonly<Record<string, boolean>> = {
    "rows of cases": more.length === 0,
    children: Number(index_children) === children.length,
    "age of the mother": Number(mother_age_years) === 20 + children.length,
    involvement: (row.involvement === "none") === (periods.length === 0),
    months: Number(involvement_months) === periods.length,
    "long form": long.length === 13 && long.every((one) => one.version === version),
    "neglect, long": long.find(({ factor }) => factor === "neglect")?.score === neglect,
    "practice and actions": practice.length === actions.length,
    "ratings of coders": ratings.length === 26 && ratings.every((one) => one.version === version),
    "neglect, side by side": ratings.every(
      (one) => one.factor !== "neglect" || one.agreed_score === neglect,
    ),
    sensitivity: summed.length === 1 && summed[0]?.risk_rating === row.risk_rating,
    "CHANGES, version": (changed(`version ${version}`) !== undefined) === (version !== "1"),
    "CHANGES, children": (items("Index children")?.length ?? children.length) === children.length,
    "CHANGES, actions": (items("Actions")?.length ?? actions.length) === actions.length,
  };
  const counts = [children.length, periods.length, practice.length, version, neglect];
  return {
    all: [...counts, row.risk_rating, ...lines].join("\n").replaceAll(reference, "the case"),
    wrong: Object.entries(right).flatMap(([what, isRight]) =>
      isRight ? [] : [`${what} of ${reference}`],
    ),
  };
}

const isNumber = (cell: string) => /^-?\d+$/.test(cell);

/** The tables in which another file says other than the CSV files. */
function unlike(file: string, tables: Tables, others: Tables): string[] {
  const known = Object.entries(tables).filter(([name]) => file === "dataset.xlsx" || others[name]);
  return known.flatMap(([name, rows]) => {
    const found = others[name] ?? [];
    const isLike = rows.every((row, index) =>
      Object.entries(found[index] ?? {}).every(([column, value]) => {
        const cell = (row[column] ?? "").trim();
        if (cell === value) return true;
        // Days and codes are other numbers for SPSS.
        return file === "SPSS" && !isNumber(cell) && cell !== "" && isNumber(value);
      }),
    );
    return isLike && found.length === rows.length ? [] : [`${name} in ${file}`];
  });
}

/** Values that were renamed together have names with one number, wherever they stand. */
function faultsOfNames(files: Files): string[] {
  const texts = Object.values(files).map((bytes) => bytes.toString("utf8"));
  const numbers = texts.flatMap((text) => text.match(/Renamed \d+/g) ?? []);
  const all = [...new Set(numbers)];
  return all.length === 1 ? [] : [`names: ${all.join(", ")}`];
}

/** What is said in words, of how many rows there are and of what was agreed. */
function faultsOfWords(files: Files, tables: Tables): string[] {
  const counted = linesOf(files, "README.txt").flatMap((line) => {
    const [, name, rows] = /^- (?:for-leads\/)?([a-z-]+): .*Rows: (\d+)\.$/.exec(line) ?? [];
    return name && Number(rows) !== tables[name]?.length ? [`rows of ${name} in README`] : [];
  });
  const [, otherwise = "0"] =
    /On (\d+) comparisons? all coders had given/.exec(files["METHODS.txt"]?.toString() ?? "") ?? [];
  const agreed = tables["agreed-ratings"] ?? [];
  const low = agreed.filter(({ neglect }) => neglect === "1").length;
  return low === Number(otherwise) ? counted : [...counted, "METHODS"];
}

/** The checksums of files, as an export has them. */
export function checksumsOf(files: Files): Buffer {
  const named = Object.entries(files).filter(([name]) => name !== "SHA256SUMS");
  return Buffer.from(named.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(""));
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

function faultsOfChecksums(files: Files): string[] {
  return linesOf(files, "SHA256SUMS").flatMap((line) => {
    const [sum, name = ""] = line.split("  ");
    if (name === "") return [];
    return sha256(files[name] ?? "") === sum ? [] : [`checksum of ${name}`];
  });
}
