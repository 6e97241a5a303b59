"use server";

import { fields, type PageOf, pageOf, taking } from "@/app/arguments";
import { type RatingPage, rateOnPage, saveWhileRating, shown, work } from "@/app/rating-page";
import { getDraft, saveDraft } from "@/db/ratings/drafts";
import { whatIsMissing } from "@/domain/ratings/ratings";

function ratingPage({ reference, personId }: PageOf): RatingPage {
  return {
    ...{ address: `/cases/${reference}/rate`, later: "/", personId },
    save: (viewer, revision, ratings) => saveDraft(viewer, reference, revision, ratings),
    async missing(viewer) {
      const draft = await getDraft(viewer, reference);
      return draft ? whatIsMissing(draft.codebook, draft.ratings) : [];
    },
  };
}

/** Saves the draft while the coder works. */
export const saveDraftAction = taking([pageOf, work], async (page, sent) =>
  saveWhileRating(ratingPage(page), sent),
);

/**
 * Saves the draft from the form and goes on: to the check page when all is there, back to the
 * work list when the coder asked for that, or to the form with what is missing.
 */
export const rateAction = taking([pageOf, shown, fields], async (page, state, form) =>
  rateOnPage(ratingPage(page), state, form),
);
