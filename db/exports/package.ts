import { createHash } from "node:crypto";
import { isFreeText } from "@/domain/dataset/chosen-columns";
import { type GuideTable, guideTables } from "@/domain/dataset/codebook-tables";
import { dataPackage } from "@/domain/dataset/data-package";
import { rScript } from "@/domain/dataset/r-script";
import { stataScript } from "@/domain/dataset/stata-script";
import { placeOf } from "@/domain/dataset/table";
import { csvLines } from "./csv";
import { notesOf, readme, type Source } from "./notes";
import { spssFile } from "./spss";
import type { WholeTable } from "./whole-tables";
import { type Sheet, workbook } from "./workbook";
import { sealed } from "./zip";

/** What goes along beside the tables. */
export interface PackageWords {
  /** The samples of the tables, the oldest first. */
  readonly samples: readonly string[];
  /** What changed since the last release. */
  readonly changes: string;
  /** How the cases were rated and agreed; null for those who may not have it. */
  readonly methods: string | null;
}

/** The whole dataset as a workbook: a sheet for each table, what they mean, and notes. */
export function datasetWorkbook(tables: readonly WholeTable[], source: Source): Promise<Buffer> {
  return workbook([...withGuides(tables, source), notesSheet(source)]);
}

function withGuides(tables: readonly WholeTable[], { book }: Source): GuideTable[] {
  const all = tables.map(sheetOf);
  return [...all, ...guideTables(book, all)];
}

function sheetOf({ kind, fields, rows }: WholeTable): GuideTable {
  const { name, title, description, key, forLeads } = kind;
  return { name, title, description, key, fields, rows, forLeads };
}

function notesSheet(source: Source): Sheet {
  return {
    name: "notes",
    title: "What to keep in mind",
    fields: [{ name: "note", type: "text" }],
    rows: notesOf(source).map((note) => ({ note })),
  };
}

/**
 * A table for SPSS, with the notes that go with every file. What people wrote in their own words can
 * be longer than SPSS keeps, so that it is left out.
 */
export function spssTable({ kind, fields, rows }: WholeTable, source: Source): Buffer {
  return spssFile(
    fields.filter((field) => !isFreeText(field)),
    rows,
    { title: kind.title, notes: notesOf(source) },
  );
}

/**
 * The whole dataset as one zip: a Frictionless data package with every table as CSV, the workbook,
 * the tables for SPSS, a script for R and one for Stata, a README, the words that go with it, and the
 * checksum of each file. The same dataset gives the same bytes.
 */
export async function datasetPackage(
  tables: readonly WholeTable[],
  source: Source,
  { samples, changes, methods }: PackageWords,
): Promise<Buffer> {
  const all = withGuides(tables, source);
  const notes = notesOf(source);
  const text = (words: string) => Buffer.from(words, "utf8");
  const files: Record<string, Buffer> = {
    "README.txt": text(readme(all, notes)),
    "CHANGES.txt": text(changes),
    "datapackage.json": text(
      `${JSON.stringify(dataPackage("Agreed ratings of serious case reviews", all, { notes, licence: source.licence }), null, 2)}\n`,
    ),
    "dataset.xlsx": await datasetWorkbook(tables, source),
    "read-dataset.R": text(rScript(tables.map(sheetOf), source.book.codebook, samples)),
    "read-dataset.do": text(stataScript(tables.map(sheetOf))),
  };
  if (methods !== null) files["METHODS.txt"] = text(`${methods}\n`);
  for (const table of all)
    files[`${placeOf(table)}.csv`] = text(csvLines(table.fields, table.rows, true));
  for (const table of tables) files[`${placeOf(table.kind)}.sav`] = spssTable(table, source);
  return sealed({ ...files, SHA256SUMS: text(checksums(files)) });
}

function checksums(files: Readonly<Record<string, Buffer>>): string {
  return Object.keys(files)
    .sort()
    .map(
      (name) =>
        `${createHash("sha256")
          .update(files[name] ?? "")
          .digest("hex")}  ${name}\n`,
    )
    .join("");
}
