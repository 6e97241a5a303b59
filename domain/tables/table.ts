import type { Output } from "../caveats";
import type { CodeLists } from "../code-lists/code-lists";
import type { Codebook } from "../codebook/codebook";
import type { TableCase } from "./table-case";

/** The samples that a table is made of. */
export interface SampleChoice {
  readonly thisSample: string;
  /** In the order in which their columns stand; without this sample. */
  readonly earlierSamples: readonly string[];
}

/** What the lines of a table are named by. */
export interface TableBook {
  readonly lists: CodeLists;
  readonly codebook: Codebook;
}

/** How many cases a cell counts, or the mean, lowest or highest value that they have. */
export type Measure = "count" | "mean" | "lowest" | "highest";

/** A line of a table. A line holds the cases of its parts, each of them once. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly look: "part" | "subtotal" | "total";
  readonly measure: Measure;
  /** The keys that cases are sorted under, as `partsOf` of the table gives them. */
  readonly parts: readonly string[];
  /** The parts that its per cent is of; everything where there are none. */
  readonly shareOf?: readonly string[];
}

/** A column of a table. It holds the cases of its groups. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** The samples whose cases it holds, or whatever else `groupOf` of the table gives. */
  readonly groups: readonly string[];
  /** Whether it is in no table that anybody sees, and only to be kept from being worked out. */
  readonly unseen?: boolean;
  /** Whether it is in the table alone, and not in what is drawn of it. */
  readonly undrawn?: boolean;
  /** Whether it is by a rule that need not decide on every factor of a case, and not what was agreed. */
  readonly byRule?: boolean;
}

/** A table or chart of the report: how cases are sorted into its lines and columns. */
export interface TableKind {
  readonly output: Output;
  readonly title: string;
  /** What the first column names. */
  readonly lineLabel: string;
  /** What a count counts. */
  readonly unit: "cases" | "submissions" | "index children";
  /** Whether each count is also given in per cent of its column. */
  readonly percent: boolean;
  /** How to read it, and how its figures are rounded. */
  readonly note: string;
  /** The same for what is drawn of it, where that shows other figures. */
  readonly drawnNote?: string;
  /** The lines; `found` says whether any case is sorted under a key. */
  readonly lines: (book: TableBook, found: (part: string) => boolean) => readonly Line[];
  readonly columns: (choice: SampleChoice) => readonly Column[];
  /** Whether the table is about a case at all. */
  readonly isAbout: (each: TableCase) => boolean;
  /** The keys that a case is sorted under, one for each thing that is counted. */
  readonly partsOf: (each: TableCase) => readonly string[];
  readonly groupOf: (each: TableCase) => string;
  /** What means, lowest and highest values are of; null where it is not recorded. */
  readonly valueOf: (each: TableCase) => number | null;
  /** Between which ends, both in it, the values of the cases under a key are, where it is a band of them. */
  readonly bandOf?: (part: string) => { readonly from: number; readonly to: number } | null;
  /** What those values are, such as "Risk rating"; nothing where there are none. */
  readonly valueLabel?: string;
}

/** What is known of the cases of some parts and groups. */
export interface Cell {
  /** How many things are counted. */
  readonly n: number;
  /** How many cases they are in; at most that, where a line has several parts but not all of them. */
  readonly cases: number;
  /** Of the values that are recorded: how many, their sum, and the ends of their range. */
  readonly values: number;
  readonly sum: number;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** What is known of the cases of one part and group. */
export interface PartCell extends Cell {
  /** How many of them are counted under an earlier part of theirs too. */
  readonly again: number;
}

/** A line with its figures, a cell for each column, and for each cell what its per cent is of. */
export interface FilledLine extends Line {
  readonly cells: readonly Cell[];
  readonly bases: readonly Cell[];
}

/** A table with its figures, line by line, a cell for each column. */
export interface Table {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  readonly lines: readonly FilledLine[];
  /** What is known of each part and group by itself: what every cell is added up from. */
  readonly atoms: ReadonlyMap<string, ReadonlyMap<string, PartCell>>;
}
