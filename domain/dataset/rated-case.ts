import type { DecisionTag } from "../reconciliation/decision-tags";
import type { Way } from "../reconciliation/reconciliation";
import type { DatasetCase } from "./case";

/** What a coder said of one factor, apart from the passages that they quote. */
export interface GivenLevel {
  readonly level: string;
  readonly note: string;
  readonly unsure: boolean;
  /** Themes and description belong to the factor "Other" alone; elsewhere they may not be there. */
  readonly themes?: readonly string[];
  readonly description?: string;
}

/** What one coder gave to a case, under a letter that holds for this case alone. */
export interface CoderRatings {
  readonly letter: string;
  /**
   * The ratings came from a file: that they were made independently is what the file says. Not where
   * it says that they were given in Concord.
   */
  readonly imported: boolean;
  /** They joined after the others had begun to discuss, and rated blind like them. */
  readonly joinedLater: boolean;
  /** What they gave independently, by factor key. */
  readonly first: Readonly<Record<string, GivenLevel>>;
  /** What they gave in a second look, for the factors that they read again. */
  readonly second: Readonly<Record<string, GivenLevel>>;
  /**
   * Why they dissented from agreed levels, by factor key, where it stood when the version was
   * committed; "" where a file says no reason.
   */
  readonly dissents: Readonly<Record<string, string>>;
}

/** How an agreed level was reached; `way` is null where that is not known. */
export interface Decided {
  readonly way: Way | null;
  readonly reason: string;
  readonly tags: readonly DecisionTag[];
}

/**
 * A case of the dataset with what its coders gave before its agreed ratings were committed. Both
 * are empty where there is none of it, and for whoever may not learn it.
 */
export interface RatedCase extends DatasetCase {
  readonly coders: readonly CoderRatings[];
  /** By factor key. */
  readonly decided: Readonly<Record<string, Decided>>;
}
