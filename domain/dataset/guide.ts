import { withheldMark } from "../tables/cell-text";
import { reportTables } from "../tables/report";
import { type GuideTable, guideTables } from "./codebook-tables";
import type { Field } from "./field";
import type { Book } from "./table";
import { datasetTables } from "./tables";

/**
 * What every file of an export holds, column by column, as Markdown: made from the same tables as
 * the files, so that it cannot say anything else.
 */
export function dataGuide(book: Book): string {
  const tables = datasetTables.map((kind) => ({ ...kind, fields: kind.fields(book) }));
  const guides: readonly Pick<GuideTable, "name" | "title" | "description" | "fields">[] = [
    ...tables,
    ...guideTables(book, tables),
  ];
  return [
    "# The files of an export",
    "",
    "Made by `npm run guide` from the tables themselves; a test says when it is out of date. The values are those of a new study: a team's own code lists and codebook stand in the files `fields`, `code-lists` and `codebook` of each export.",
    "",
    ...files,
    ...comingBack,
    ...intoAStudy,
    ...guides.flatMap(tableLines),
    ...publicationLines(book),
    ...tableFileLines,
  ].join("\n");
}

const tableFileLines = [
  "## The tables and charts, one at a time",
  "",
  `From the page of tables: those for the team, of the samples that are chosen, or those of a release as they may be published. A file is named as the sheets above are. Those for the team say that they are not for publication, CSV in the name under which it is saved; those for publication are saved under \`release-NUMBER_publication_…\`. Those of the dataset as it is now say of which minute they are, and the same tables give the same bytes within it; those of a release give the same bytes always, and mark the figures that rest on few cases by what was withheld when the release was made.`,
  "",
  "| file | holds |",
  "|---|---|",
  "| `table_6.csv` and others | the rows and columns of the sheet above and nothing else, so that programs read it as it is: title, base, notes and caveats are in the `.xlsx` |",
  "| `table_6.xlsx` | that sheet, and `notes`: for whom it is, base, how to read it, caveats |",
  "| `table_6.docx` | the table as it is read on the page, with caption, notes, base and caveats; of a chart its picture too |",
  "| `chart_1.svg`, `chart_1.png` | the chart as a picture, with base, notes and caveats beneath; PNG is 16 cm wide at 300 dots per inch |",
  "| `report.docx` | all tables and charts in the order of the report; of the dataset as it is now also Table 2 and the notification figures, as they were typed in |",
  "",
  "From the page of analyses in the same way, and never for publication: `case_mix`, `table_10_intervals`, `table_5_intervals`, `index_children`, `children_per_case`, `factors_together`, `practice_strengths` and `practice_shortcomings`. Beside a count stands its `…, per cent`, beside a mean its cases, and an interval is `…, from` and `…, to`. For leads, from the page of what reconciliation changed: `mean_by_coder`, `table_10_by_coder`, `range_by_coder`, `chart_1_by_coder`, `chart_2_by_coder` and `other_themes`, saved under a name that says so; behind a rule that decides on fewer cases than were agreed stands `As agreed, the same cases as …`.",
  "",
];

const files = [
  "| file | holds |",
  "|---|---|",
  "| `dataset.zip` | all of the following, a Frictionless data package (`datapackage.json`), a README and checksums |",
  "| `dataset.xlsx` | a sheet for each table: its title in A1, the columns in row 2 |",
  "| `NAME.csv` | a table: UTF-8, commas, the columns in the first line |",
  "| `NAME.sav` | a table for SPSS and PSPP, without what people wrote in their own words |",
  "| `read-dataset.R` | reads the CSV files into R, with labels; makes Table 10, of each sample too and in the order that samples had when it was made, and for leads says how far coders agreed on each risk factor (percent, Fleiss’ kappa, Gwet’s AC2, Krippendorff’s alpha, without intervals), where their columns are; needs no package |",
  "| `read-dataset.do` | reads the CSV files into Stata, with labels |",
  "| `CHANGES.txt` | what changed since the last release before it: cases, levels and why, facts of the record, code lists |",
  "| `METHODS.txt` | for leads: how the cases were rated and agreed, with the numbers, for a methods section |",
  "| `for-leads/` | for leads: `ratings`, `sensitivity`, and in `ratings-fields` what their columns hold |",
  "",
  "What is missing is an empty cell, in SPSS and Stata a missing value, in R `NA`. It is never 0. In CSV a text that a spreadsheet could take for a formula has a quotation mark (') in front, also behind a line break, a tab or a semicolon inside it; `read-dataset.R` takes it away again. In SPSS and Stata a coded value is a number, from 1 in the order in which values came into their list: it keeps that for ever, and the number of a value that was merged into another is given to no other. Columns marked “own words” are in a file only when somebody asks for them. Each file says that it is not for publication, and by whom and on which day it was made or of which release it is: in README.txt, `datapackage.json`, the sheet `notes`, the documents of an SPSS file, and for CSV in the name under which it is saved. The licence of the data, where leads have named one in **Settings**, stands in README.txt, the notes and under `licenses` in `datapackage.json`; else the files say that there is none. The same dataset, with the same choice of cases and columns, gives the same bytes on the same day.",
  "",
  "A **release** is the dataset as it was on a day, under a number; its files are the same whatever has changed since. Where Concord itself comes to export more, the tables for leads of earlier releases have it too: so `for-leads/ratings.csv` has the themes and descriptions of Other and who dissented, also of a release that was made before it had columns for them, while the hash of that release stays as it was. Its SHA-256 is that of the lines which end in `.csv` in the `SHA256SUMS` of its dataset.zip, taken with everything in it, without those of `for-leads/`: `grep 'csv$' SHA256SUMS | grep -v for-leads | sha256sum`.",
  "",
];

const comingBack = [
  "## An export that comes back",
  "",
  "A lead’s export with everything, taken with what people wrote in their own words, comes back into an empty study on the page **Import cases**: `dataset.xlsx` as it is, or of dataset.zip `agreed-ratings.csv`, `children.csv`, `involvement-periods.csv`, `practice.csv`, `actions.csv`, `for-leads/ratings.csv` and `code-lists.csv` together. What is exported there on the same day by somebody of the same name is the same to the byte: levels, reasons, how each level was agreed and what lay behind a difference, notes, what was unsure, themes and descriptions of Other, dissent, second looks, who joined later, the record of each case, and the values of the code lists with their names and numbers. An import brings ratings for new cases with agreed ratings alone, so that none reaches a case that somebody is still to rate.",
  "",
  "That holds for cases that were rated by the version of the codebook that the study has: an import knows no other. A child of whom nothing is recorded, which a study can have from an earlier import, does not come back. What no table of an export holds does not come back: passages that coders quoted, meeting notes, precedents, earlier versions of a case and of its record, the days of samples, Table 2 and the notification figures, practice cases, the log, settings, and releases, from the last of which CHANGES.txt is told. Without days, `read-dataset.R` has the samples in the order of their names. Coders come back as the letters that they had in each case, and not as people: on the page of agreement, an A of one case and an A of another count as one coder, so that what stands there of single coders, of pairs and of intraclass correlation says nothing. Second looks come back into the files, and not into what that page says of the time before and after discussion.",
  "",
  "Other programs put “NA”, “n/a” or signs such as “-” where there is no text. So an import takes a text that is nothing else for nothing recorded, among the words of a record (rationale, which case type, why a case is excluded, descriptions of practice) and among the reasons for levels and dissent, and the page **Check and import** points it out: one that was typed so in Concord does not come back. Notes and descriptions beside a level, actions and names in code lists stay as they were written.",
  "",
];

const intoAStudy = [
  "## An import into a study that has cases",
  "",
  "Of a case that the study has, a file changes the facts that it has columns or rows for, and no others. The page **Check and import** shows each change before it is made.",
  "",
  "A blank is never an answer about whether a case is in the analysis, and why not, nor about its index children and involvement periods: numbered columns (“Child 1 age”, “Period 1 start”) that are all blank for a case, or say that nothing is recorded, leave its children and periods as they are; so does a row of a sheet of children that names a case and nothing else, and the page points it out. Where one of them is filled, the children or periods of the row take the place of all that the case had. A new case with a blank for whether it is in the analysis is in it, and the page points that out. In any other column a blank says that nothing is recorded; among bands of the mother’s age it says nothing of an age, where the file has no column of ages. With “Leave what is recorded where the files have a blank” ticked on the page **Columns**, no blank in a row of cases changes a fact that is recorded: each import asks anew.",
  "",
  "An age of the mother in the column of its bands is taken for its band, as a guess that the page **Values** shows. To keep the age itself, match the column with “Mother’s age at birth of first child, in years”.",
  "",
  "Dates such as 3/4/2014 can have the day first or the month first: the page **Values** asks for each column in which the answer makes a difference, with a guess, and takes what was chosen in the last import. Dates in words, such as 2014-04-03, and those that are dates for the spreadsheet are read as they are. Of a date of which the spreadsheet shows only a part, such as “Aug-14”, the page **Check and import** says for which day it is taken.",
  "",
  "How a case was committed (`version`, `committed_on`) a file says of new cases only. Where it says something else of a case that the study has, the page names it, and what the study has stays.",
  "",
  "When an import is undone, values that it brought into code lists go where no case has them, nor an earlier revision of its record, and their numbers in SPSS and Stata files are free again. A list that was edited since, or that is in a release, stays. The page of the import names what is left.",
  "",
  "Where two sheets have index children of one case (or involvement periods, practice, actions), the rows of both are taken, and the page names the sheets and the cases before: the same sheet may have come twice.",
  "",
];

function publicationLines({ lists }: Book): string[] {
  const samples = { thisSample: "this", earlierSamples: ["earlier"] };
  return [
    "## publication.xlsx",
    "",
    `The tables and charts of a release as they may be published; it is not in dataset.zip. Each sheet has its title in A1, the columns in row 2, and in the first column what a row is of. The other columns are the samples, or the law groups of chart 2: a count; beside it the column \`…, per cent\` where shares are given, and \`…, cases\` beside a mean. \`${withheldMark}\` stands where a figure is withheld. A mean or a range without a case is an empty cell.`,
    "",
    "| sheet | holds | its figures |",
    "|---|---|---|",
    ...reportTables(samples, lists).map(
      ({ output, title, note }) => `| \`${output}\` | ${title} | ${note} |`,
    ),
    "| `withheld` | What is withheld | The `table`, `line` and `column` of each figure that is withheld. |",
    "| `notes` | What to keep in mind | `about` which table a `note` is: the release, what is withheld, caveats, and the base of each table. |",
    "",
  ];
}

function tableLines(
  table: Pick<GuideTable, "name" | "title" | "description" | "fields">,
): string[] {
  return [
    `## ${table.name}`,
    "",
    `${table.title}. ${table.description}`,
    "",
    "| column | is | values |",
    "|---|---|---|",
    ...table.fields.map((field) => `| \`${field.name}\` | ${isIn(field)} | ${valuesIn(field)} |`),
    "",
  ];
}

function isIn({ label, description }: Field): string {
  return `${label}. ${description}`.replaceAll("|", "\\|");
}

function valuesIn(field: Field): string {
  switch (field.type) {
    case "text":
      return field.free ? "own words" : "text";
    case "date":
      return "date, such as 2014-10-14";
    case "integer":
      return field.most === undefined
        ? `whole number from ${field.least}`
        : `whole number from ${field.least} to ${field.most}`;
    case "code":
      return field.codes.map(({ key, label }) => `\`${key}\` ${label}`).join(", ");
    case "score":
      return field.levels.map(({ score, label }) => `${score} ${label}`).join(", ");
  }
}
