/** A value of a cell: null where nothing is recorded, which is never 0. */
export type Cell = string | number | null;
/** A row of a table by the names of its fields. */
export type Row = Readonly<Record<string, Cell>>;

interface Named {
  /** As it heads a column in every file: small letters, digits and underscores. */
  readonly name: string;
  readonly label: string;
  /** What it says, in a sentence or two. */
  readonly description: string;
}

/** What can stand in a field. */
export type Field = Named &
  (
    | {
        readonly type: "text";
        /** Whether people wrote it in their own words: it leaves the study only on purpose. */
        readonly free?: boolean;
      }
    | { readonly type: "integer"; readonly least: number; readonly most?: number }
    | { readonly type: "date" }
    /** One of a list of words, each with its label, in order. */
    | { readonly type: "code"; readonly codes: readonly Code[] }
    /** A score, each with the label of its level, from the lowest. */
    | { readonly type: "score"; readonly levels: readonly ScoredLabel[] }
  );

/** A word that stands in a file, and what it means. */
export interface Code {
  readonly key: string;
  readonly label: string;
  /** Where programs want a number: the same for ever. Its place in the list where it is not said. */
  readonly number?: number;
  /** Other texts by which it was known: files from before have them. */
  readonly formerly?: readonly string[];
  /** False for a value that can no longer be chosen. */
  readonly offered?: false;
}

/** A score and the label of its level. */
export interface ScoredLabel {
  readonly score: number;
  readonly label: string;
}
