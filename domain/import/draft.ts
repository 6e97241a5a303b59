import type { CaseRecord } from "../case-record/case-record";
import type { Decided, GivenLevel } from "../dataset/rated-case";

/** Where something stands in a file: the sheet by its name, the row as spreadsheet programs number it. */
export interface Place {
  readonly sheet: string;
  readonly line: number;
}

/**
 * What a file says of one case, read and checked as far as the file alone allows. Whether it is new
 * to the study, and what would change, is for the study to say.
 */
export interface CaseDraft {
  readonly place: Place;
  readonly reference: string;
  /** The facts that the file has columns or rows for; no others are touched. */
  readonly facts: Partial<CaseRecord>;
  /** The sample of the case if it is new, and not to be changed of one that the study has. */
  readonly sampleIfNew?: string;
  /** The file has a column for whether the case is in the analysis, and a blank there. */
  readonly blankInclusion?: true;
  /** The agreed level of every factor by level key; null where the file has no scores. */
  readonly levels: Readonly<Record<string, string>> | null;
  /** How levels were agreed and why, by factor key, for those of which the file says anything. */
  readonly decided?: Readonly<Record<string, Decided>>;
  /** How the case was committed, where the file says it; what it does not say is null. */
  readonly commitment: {
    readonly version: number | null;
    /** A date such as 2016-02-29. */
    readonly on: string | null;
  } | null;
  /** Where the case first came from, for a file that an export made. */
  readonly origin: "registered" | "imported" | null;
  /** The independent ratings of each coder, every factor by level key. */
  readonly ratings: readonly CoderDraft[];
  /** The totals that stand in the file, by the names of their fields. */
  readonly stated: Readonly<Record<string, string | number>>;
}

/** The independent ratings that one coder gave, under the name that the file has for them. */
export interface CoderDraft {
  readonly coder: string;
  readonly levels: Readonly<Record<string, string>>;
  /**
   * Whether the coder joined after the others had begun to discuss, where the file says that these
   * ratings were given in Concord; else null or not there.
   */
  readonly joinedLater?: boolean | null;
  /** The levels with what stands beside them, by factor key, for those that have anything. */
  readonly first?: Readonly<Record<string, GivenLevel>>;
  /** The file says where the coder was unsure: where it does not, they were not. */
  readonly saysUnsure?: true;
  /** What the coder gave in a second look, by factor key. */
  readonly second?: Readonly<Record<string, GivenLevel>>;
  /** Why the coder dissented from agreed levels, by factor key; "" where the file says no reason. */
  readonly dissents?: Readonly<Record<string, string>>;
}
