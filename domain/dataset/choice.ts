/** What of the dataset is taken away. */
export interface ExportChoice {
  /** The number of a release; null for the dataset as it is now. */
  readonly release: number | null;
  /** The samples; null for all. */
  readonly samples: readonly string[] | null;
  /** Whether excluded cases stay behind. */
  readonly analysedOnly: boolean;
  /** The references of the cases, as somebody typed them; null for all. */
  readonly references: readonly string[] | null;
  /** The columns by the name of their table; a table that is not named has all of its own. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Whether what people wrote in their own words goes along. */
  readonly freeText: boolean;
}

/** Everything there is. */
export const everything: ExportChoice = {
  release: null,
  samples: null,
  analysedOnly: false,
  references: null,
  columns: {},
  freeText: true,
};

/** The most cases that can be named in one choice: it stands in the address of a file. */
export const mostReferences = 200;

/** The references in a text with one on each line, each once; null when there is none. */
export function referencesIn(text: string): string[] | null {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const typed = [...new Set(lines.filter((line) => line !== ""))];
  return typed.length > 0 ? typed : null;
}

/**
 * A choice in words, for the log and for what goes with a file.
 * Examples: "all samples, with free text"; "release 3, samples 2014 and 2015, cases in the analysis,
 * without free text"; "all samples, case 2015-07, of ratings the columns level and score, with free
 * text".
 */
export function choiceInWords(choice: ExportChoice): string {
  const { release, samples, analysedOnly, references, columns, freeText } = choice;
  return [
    ...(release === null ? [] : [`release ${release}`]),
    samples === null ? "all samples" : counted("sample", samples),
    ...(analysedOnly ? ["cases in the analysis"] : []),
    ...(references === null ? [] : [counted("case", references)]),
    ...Object.entries(columns).map(
      ([table, names]) => `of ${table} the ${counted("column", names)}`,
    ),
    `${freeText ? "with" : "without"} free text`,
  ].join(", ");
}

function counted(word: string, items: readonly string[]): string {
  if (items.length === 0) return `no ${word}`;
  return `${items.length === 1 ? word : `${word}s`} ${listed(items)}`;
}

/** Items as a sentence lists them. Example: ["A", "B", "C"] → "A, B and C". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
