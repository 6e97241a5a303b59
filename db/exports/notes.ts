import { caveatsFor } from "@/domain/caveats";
import { choiceInWords, type ExportChoice } from "@/domain/dataset/choice";
import type { GuideTable } from "@/domain/dataset/codebook-tables";
import { markFormulas } from "@/domain/dataset/formulas";
import { type Licence, licenceInWords } from "@/domain/dataset/licence";
import { type Made, madeInWords, makerInWords } from "@/domain/dataset/made";
import { type Book, placeOf } from "@/domain/dataset/table";
import { releaseInWords } from "@/domain/releases/release";
import type { ReleaseGiven } from "../releases/releases";

/** What files are made of: the choice, and the release where that names one; and who makes them. */
export interface Source {
  readonly book: Book;
  readonly choice: ExportChoice;
  readonly release: ReleaseGiven | null;
  readonly made: Made;
  /** Under what the data may be used; null where the team does not say it. */
  readonly licence: Licence | null;
  /** Whether it is the demonstration, in which nothing is real. */
  readonly invented: boolean;
}

/** What goes with every file of the dataset, a sentence each. For use inside db/. */
export function notesOf({ choice, release, made, licence, invented }: Source): string[] {
  return [
    ...(invented ? [demonstration] : []),
    "It holds a record for each case: it is for analysis, and not for publication.",
    release
      ? `${releaseInWords(release)}, made ${makerInWords(release.madeBy)}, SHA-256 ${release.sha256}.`
      : `It was ${madeInWords(made)}.`,
    `It holds ${choiceInWords(choice)}.`,
    licenceInWords(licence),
    "A missing value is empty. It is never 0.",
    ...caveatsFor("dataset"),
  ];
}

/** What stands on every file of the demonstration. */
export const demonstration =
  "Demonstration: invented cases. Nothing here is a real child, family or review.";

/** What stands in the README of a zip with these tables. For use inside db/. */
export function readme(tables: readonly GuideTable[], notes: readonly string[]): string {
  const isForLeads = tables.some(({ forLeads }) => forLeads);
  return [
    "Agreed ratings of serious case reviews, from Concord",
    "",
    ...notes.map((note) => `- ${markFormulas(note)}`),
    "",
    "Tables, each as CSV and as a sheet of dataset.xlsx, those of the dataset for SPSS (.sav) too:",
    ...tables.map((table) => `- ${placeOf(table)}: ${table.title}. Rows: ${table.rows.length}.`),
    "",
    ...(isForLeads ? forLeads : []),
    "datapackage.json  what every column holds, for programs that read Frictionless data packages",
    "read-dataset.R    reads the tables into R with labels, makes Table 10 and says how far coders agreed,",
    "                  where their columns are",
    "read-dataset.do   reads the tables into Stata with labels",
    "CHANGES.txt       what changed since the last release before it",
    ...(isForLeads
      ? ["METHODS.txt       how the cases were rated and agreed, for a methods section"]
      : []),
    "SHA256SUMS        the checksum of every file: sha256sum -c SHA256SUMS",
    "",
  ].join("\n");
}

const forLeads = [
  "For leads alone: the tables in for-leads, their sheets in dataset.xlsx, and METHODS.txt. They tell",
  "what each coder gave. An analyst who exports the dataset has it without them.",
  "",
];
