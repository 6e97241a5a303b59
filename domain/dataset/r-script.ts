import type { Codebook } from "../codebook/codebook";
import type { Field } from "./field";
import { markPattern } from "./formulas";
import { agreementLines, table10Lines } from "./r-analyses";
import type { NamedTable } from "./scripts";
import { placeOf } from "./table";

/**
 * A script for R, with nothing but base R, that reads every table beside it, gives codes and scores
 * their labels, and, where the columns for it are there, makes Table 10 and says how far coders agreed.
 * `samples` are those of the dataset, the oldest first.
 */
export function rScript(
  tables: readonly NamedTable[],
  codebook: Codebook,
  samples: readonly string[],
): string {
  return [
    "# Reads the dataset that lies beside this file into data frames, with labels.",
    '# Run it in that folder: source("read-dataset.R"). It needs no package.',
    "# A missing value is NA, never 0.",
    "",
    "# Every cell is read as it is written: 007 stays 007.",
    'read_table <- function(file) read.csv(file, na.strings = "", encoding = "UTF-8",',
    '  colClasses = "character", check.names = FALSE)',
    "# The mark before what a spreadsheet could take for a formula is no part of a text.",
    `without_marks <- function(text) gsub(${quoted(markPattern)}, "", text, perl = TRUE)`,
    "",
    ...tables.flatMap(tableLines),
    ...table10Lines(tables, samples),
    ...agreementLines(tables, codebook),
  ].join("\n");
}

function tableLines(table: NamedTable): string[] {
  const { name, title, fields } = table;
  const frame = name.replaceAll("-", "_");
  return [
    `# ${title}`,
    `${frame} <- read_table("${placeOf(table)}.csv")`,
    ...fields.flatMap((field) => fieldLines(frame, field)),
    "",
  ];
}

function fieldLines(frame: string, field: Field): string[] {
  const column = `${frame}$${field.name}`;
  const label = `attr(${column}, "label") <- ${quoted(field.label)}`;
  switch (field.type) {
    case "date":
      return [`${column} <- as.Date(${column})`, label];
    case "code": {
      const levels = field.codes.map(({ key }) => quoted(key)).join(", ");
      const labels = field.codes.map((code) => quoted(code.label)).join(", ");
      return [
        `${column} <- factor(${column}, levels = c(${levels}),`,
        `  labels = c(${labels}))`,
        label,
      ];
    }
    case "score": {
      const labels = field.levels.map((one) => `${quoted(one.label)} = ${one.score}`).join(", ");
      return [
        `${column} <- as.integer(${column})`,
        label,
        `attr(${column}, "labels") <- c(${labels})`,
      ];
    }
    case "text":
      return field.free ? [`${column} <- without_marks(${column})`, label] : [label];
    case "integer":
      return [`${column} <- as.integer(${column})`, label];
  }
}

/** A text as R writes it, which is as JSON does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
