import type { changesInWords } from "@/domain/case-record/words";
import type { CaseDraft, Place } from "@/domain/import/draft";
import type { Viewer } from "../people";

/** Cases as an import reads them from its files, some at a time. */
export type Drafts = Iterable<readonly CaseDraft[]> | AsyncIterable<readonly CaseDraft[]>;

/** What an import does to the study, in numbers. */
export interface DraftCounts {
  readonly new: number;
  /** Of the new ones, how many come with agreed levels, so that the import commits them. */
  readonly committed: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Sets of independent ratings: one for each coder of a new case. */
  readonly ratings: number;
  /** Stated totals that are not what Concord computes. */
  readonly totals: number;
}

/** Why a draft cannot be taken into the study, and what would have been right. */
export interface StudyFault {
  readonly place: Place;
  readonly reference: string;
  readonly value: string;
  readonly expected: string;
  /** All of it as a sentence that names sheet and row. */
  readonly message: string;
}

/** A case of the study that an import changes, with what changes in words. */
export interface ChangedCase {
  readonly place: Place;
  readonly reference: string;
  readonly changes: ReturnType<typeof changesInWords>;
  /** Whether it is in the dataset, so that the change needs a reason. */
  readonly committed: boolean;
}

/** A total that a file states, and what Concord computes instead. */
export interface TotalDifference {
  readonly reference: string;
  /** The name of the field, such as involvement_months, and its label. */
  readonly field: string;
  readonly label: string;
  readonly stated: string;
  /** Null where there is nothing to compute it from. */
  readonly computed: string | null;
}

/** What an import would do to the study if it were made now. */
export interface Review {
  readonly counts: DraftCounts;
  /** Every fault, in the order of the drafts. With one, nothing can be imported. */
  readonly faults: readonly StudyFault[];
  /** The first 100 of the cases that would change. */
  readonly changed: readonly ChangedCase[];
  readonly needsReason: boolean;
  /** The first 100 of the totals that differ. */
  readonly totals: readonly (TotalDifference & { readonly place: Place })[];
  /** What was reviewed, for importDrafts to notice that the study has changed since. */
  readonly seen: string;
}

/**
 * What would come of importing these drafts: nothing is stored. Null for those who may not import.
 */
export async function reviewDrafts(viewer: Viewer, drafts: Drafts): Promise<Review | null> {
  throw new Error(`${viewer.id} ${drafts}`);
}
