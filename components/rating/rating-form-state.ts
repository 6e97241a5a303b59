import type { Factor } from "@/domain/codebook/codebook";
import type { Problem } from "@/domain/outcome";
import type { Ratings } from "@/domain/ratings/ratings";

/** A factor as the rating page draws it. */
export type FactorView = Omit<Factor, "evidence">;

/** What the rating page shows after an attempt to save or submit. */
export interface RatingFormState {
  readonly problems: readonly Problem[];
  readonly ratings: Ratings;
  readonly revision: number;
  /** When the draft was last saved, such as "14:02"; null when it never was. */
  readonly savedAt: string | null;
}

export type RatingAction = (state: RatingFormState, form: FormData) => Promise<RatingFormState>;

/** What came of saving a draft while the coder works. */
export type DraftAnswer =
  | { readonly kind: "saved"; readonly revision: number; readonly savedAt: string }
  | { readonly kind: "stale" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "signed_out" }
  /** They must set up a second factor before anything else: that was not so when they signed in. */
  | { readonly kind: "second_factor" }
  /** The case can no longer be rated by this person, for whatever reason. */
  | { readonly kind: "closed" }
  /** They must practise before they begin it: that was not so when the page was opened. */
  | { readonly kind: "practise_first" }
  /** Somebody else has signed in, in this browser, since the page was opened. */
  | { readonly kind: "other_person" };

export type SaveDraft = (input: { revision: number; ratings: Ratings }) => Promise<DraftAnswer>;
