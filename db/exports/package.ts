import { createHash } from "node:crypto";
import { caveatsFor } from "@/domain/caveats";
import type { Codebook } from "@/domain/codebook/codebook";
import { choiceInWords, type ExportChoice } from "@/domain/dataset/choice";
import { isFreeText } from "@/domain/dataset/chosen-columns";
import { codebookTable, fieldsTable, type GuideTable } from "@/domain/dataset/codebook-tables";
import { dataPackage } from "@/domain/dataset/data-package";
import { rScript } from "@/domain/dataset/r-script";
import { stataScript } from "@/domain/dataset/stata-script";
import { csvLines } from "./csv";
import { spssFile } from "./spss";
import type { WholeTable } from "./whole-tables";
import { type Sheet, workbook } from "./workbook";
import { sealed } from "./zip";

/** The whole dataset as a workbook: a sheet for each table, what they mean, and notes. */
export function datasetWorkbook(
  tables: readonly WholeTable[],
  codebook: Codebook,
  choice: ExportChoice,
): Promise<Buffer> {
  return workbook([...tables.map(sheetOf), ...guides(tables, codebook), notesSheet(choice)]);
}

function sheetOf({ kind, fields, rows }: WholeTable): Sheet & GuideTable {
  const { name, title, description, key } = kind;
  return { name, title, description, key, fields, rows };
}

function guides(tables: readonly WholeTable[], codebook: Codebook): GuideTable[] {
  return [codebookTable(codebook), fieldsTable(tables.map(sheetOf))];
}

/** What goes with every file of the dataset, a sentence each. */
function notesOf(choice: ExportChoice): string[] {
  return [
    "It holds a record for each case: it is for analysis, and not for publication.",
    `It was made of ${choiceInWords(choice)}.`,
    "A missing value is empty. It is never 0.",
    ...caveatsFor("dataset"),
  ];
}

function notesSheet(choice: ExportChoice): Sheet {
  return {
    name: "notes",
    title: "What to keep in mind",
    fields: [{ name: "note", type: "text" }],
    rows: notesOf(choice).map((note) => ({ note })),
  };
}

/**
 * A table for SPSS. What people wrote in their own words can be longer than SPSS keeps, so that it
 * is left out.
 */
export function spssTable({ kind, fields, rows }: WholeTable): Buffer {
  return spssFile(
    fields.filter((field) => !isFreeText(field)),
    rows,
    kind.title,
  );
}

/**
 * The whole dataset as one zip: a Frictionless data package with every table as CSV, the workbook,
 * the tables for SPSS, a script for R and one for Stata, a README, a paragraph on methods where
 * there is one, and the checksum of each file. The same dataset gives the same bytes.
 */
export async function datasetPackage(
  tables: readonly WholeTable[],
  codebook: Codebook,
  choice: ExportChoice,
  methods: string | null,
): Promise<Buffer> {
  const all: readonly GuideTable[] = [...tables.map(sheetOf), ...guides(tables, codebook)];
  const notes = notesOf(choice);
  const text = (words: string) => Buffer.from(words, "utf8");
  const files: Record<string, Buffer> = {
    "README.txt": text(readme(all, notes, methods !== null)),
    "datapackage.json": text(
      `${JSON.stringify(dataPackage("Agreed ratings of serious case reviews", all, notes), null, 2)}\n`,
    ),
    "dataset.xlsx": await datasetWorkbook(tables, codebook, choice),
    "read-dataset.R": text(rScript(tables.map(sheetOf))),
    "read-dataset.do": text(stataScript(tables.map(sheetOf))),
  };
  if (methods !== null) files["METHODS.txt"] = text(`${methods}\n`);
  for (const { name, fields, rows } of all)
    files[`${name}.csv`] = text(csvLines(fields, rows, true));
  for (const table of tables) files[`${table.kind.name}.sav`] = spssTable(table);
  return sealed({ ...files, SHA256SUMS: text(checksums(files)) });
}

function readme(
  tables: readonly GuideTable[],
  notes: readonly string[],
  hasMethods: boolean,
): string {
  return [
    "Agreed ratings of serious case reviews, from Concord",
    "",
    ...notes.map((note) => `- ${note}`),
    "",
    "Tables, each as CSV and as a sheet of dataset.xlsx, those of the dataset for SPSS (.sav) too:",
    ...tables.map(({ name, title, rows }) => `- ${name}: ${title}. Rows: ${rows.length}.`),
    "",
    ...(hasMethods
      ? ["METHODS.txt       how the cases were rated and agreed, for a methods section"]
      : []),
    "datapackage.json  what every column holds, for programs that read Frictionless data packages",
    "read-dataset.R    reads the tables into R with labels, and makes Table 10 where its columns are",
    "read-dataset.do   reads the tables into Stata with labels",
    "SHA256SUMS        the checksum of every file: sha256sum -c SHA256SUMS",
    "",
  ].join("\n");
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
