import type { changesInWords } from "@/domain/case-record/words";
import type { BroughtLists } from "@/domain/code-lists/brought";
import type { CaseDraft, Place } from "@/domain/import/draft";
import type { TotalDifference } from "@/domain/import/stated-totals";
import { mayImport } from "@/domain/workflow";
import { textsTold } from "../cases/told-texts";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people/people";
import { reader } from "../store/store";
import { noteBroughtWarnings } from "./brought-warnings";
import type { Pieces } from "./chunks";
import { type ChangedList, changedLists, codeListsWith } from "./code-lists";
import { startTally } from "./tally";
import { weighed } from "./weigh";

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

/** Something in a file that an import does not take, and what the study has in its place. */
export interface StudyDoubt {
  readonly place: Place;
  readonly value: string;
  readonly expected: string;
}

/** A case of the study that an import changes, with what changes in words. */
export interface ChangedCase {
  readonly place: Place;
  readonly reference: string;
  readonly changes: ReturnType<typeof changesInWords>;
  /** Whether it is in the dataset, so that the change needs a reason. */
  readonly committed: boolean;
}

/** A total of a case that a file states, and what Concord computes instead. */
export interface CaseTotal extends TotalDifference {
  readonly reference: string;
  readonly label: string;
}

/** What an import would do to the study if it were made now. */
export interface Review extends ReviewOfCases {
  /** The code lists that files change. */
  readonly lists: readonly ChangedList[];
  /**
   * What is worth another look in the records as they would be, and in the texts that the files
   * bring: one of each kind, at the first case with it.
   */
  readonly warnings: readonly StudyDoubt[];
}

/** What an import would do to the cases of the study. */
export interface ReviewOfCases {
  readonly counts: DraftCounts;
  /** Every fault, in the order of the drafts. With one, nothing can be imported. */
  readonly faults: readonly StudyFault[];
  /** One on blanks of new cases, then the first 500 of single cases, in the order of the drafts. */
  readonly doubts: readonly StudyDoubt[];
  /** The cases that would change: 100 of them, after those that were passed over. */
  readonly changed: readonly ChangedCase[];
  /** How many facts that are recorded would be so no longer, and in how many of all those cases. */
  readonly emptied: { readonly facts: number; readonly cases: number };
  readonly needsReason: boolean;
  /** The outputs that move because a committed case changes, in words; none without one. */
  readonly moves: readonly string[];
  /** How many stated totals are not what Concord computes. */
  readonly differing: number;
  /** Of those too 100, after those that were passed over. */
  readonly totals: readonly (CaseTotal & { readonly place: Place })[];
  /** What was reviewed, for importDrafts to notice that the study or the matching has changed since. */
  readonly seen: string;
}

/** How many of the cases that change, and of the totals that differ, a review passes over. */
export interface PassedOver {
  readonly changed: number;
  readonly totals: number;
}

/**
 * What would come of importing these drafts, and the code lists that come with them, if it were done
 * now; nothing is stored. Null for those who may not import.
 */
export async function reviewDrafts(
  viewer: Viewer,
  drafts: Pieces<CaseDraft>,
  brought: BroughtLists = {},
  passedOver?: PassedOver,
): Promise<Review | null> {
  if (!mayImport(viewer)) return null;
  const db = reader();
  const own = await bookOf(db, null);
  const book = { ...own, lists: await codeListsWith(db, brought) };
  const tally = startTally(book, passedOver);
  const warnings = noteBroughtWarnings(book.lists);
  for await (const chunk of weighed(db, viewer, drafts, book))
    for (const each of chunk) {
      tally.add(each);
      warnings.add(each);
    }
  const review = await tally.review((caseId) => textsTold(db, viewer, caseId));
  const lists = changedLists(own.lists, book.lists);
  return { ...review, lists, warnings: warnings.told() };
}
