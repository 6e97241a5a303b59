import type { Field } from "./field";
import { markPattern } from "./formulas";
import type { NamedTable } from "./scripts";
import { placeOf } from "./table";

/**
 * A script for R, with nothing but base R, that reads every table beside it, gives codes and scores
 * their labels, and, where the columns for it are there, makes Table 10: the mean risk rating and
 * the number of cases by case type.
 */
export function rScript(tables: readonly NamedTable[]): string {
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
    ...(hasTable10(tables) ? table10 : []),
  ].join("\n");
}

const of10 = ["case_type", "included", "law_group", "risk_rating"];

function hasTable10(tables: readonly NamedTable[]): boolean {
  const names = tables
    .find(({ name }) => name === "agreed-ratings")
    ?.fields.map(({ name }) => name);
  return of10.every((name) => names?.includes(name));
}

const table10 = [
  "# Table 10: mean risk rating and number of cases, by case type and sample.",
  'analysed <- agreed_ratings[agreed_ratings$included == "Yes" & !is.na(agreed_ratings$risk_rating), ]',
  "table_10 <- function(cases) {",
  "  by_type <- aggregate(risk_rating ~ case_type, cases, function(x) c(mean = mean(x), n = length(x)))",
  "  by_group <- aggregate(risk_rating ~ law_group, cases, function(x) c(mean = mean(x), n = length(x)))",
  '  names(by_type)[1] <- names(by_group)[1] <- "cases"',
  "  rbind(",
  "    data.frame(cases = by_type$cases, by_type$risk_rating),",
  "    data.frame(cases = by_group$cases, by_group$risk_rating),",
  '    data.frame(cases = "All cases", mean = mean(cases$risk_rating), n = nrow(cases))',
  "  )",
  "}",
  "print(table_10(analysed), digits = 3)",
  "",
];

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
