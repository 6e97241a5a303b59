"use server";

import { z } from "zod";
import { fields, practicePageOf, taking } from "@/app/arguments";
import { type RatingPage, rateOnPage, saveWhileRating, shown, work } from "@/app/rating-page";
import { getPracticeDraft, savePracticeDraft } from "@/db/practice-cases/drafts";
import { whatIsMissing } from "@/domain/ratings/ratings";

// With the text that it showed: whoever rates must have read what is rated.
const readPageOf = practicePageOf.extend({ textRevision: z.int().min(1) });

function ratingPage({ number, personId, textRevision }: z.output<typeof readPageOf>): RatingPage {
  return {
    ...{ address: `/practice/${number}/rate`, later: "/practice", personId },
    save: (viewer, revision, ratings) =>
      savePracticeDraft(viewer, number, { revision, textRevision }, ratings),
    async missing(viewer) {
      const draft = await getPracticeDraft(viewer, number);
      return draft ? whatIsMissing(draft.codebook, draft.ratings) : [];
    },
  };
}

/** Saves what is rated of a practice case, while the coder works. */
export const savePracticeAction = taking([readPageOf, work], async (page, sent) =>
  saveWhileRating(ratingPage(page), sent),
);

/** Saves it from the form, and goes on to the check page when all is there. */
export const ratePracticeAction = taking([readPageOf, shown, fields], async (page, state, form) =>
  rateOnPage(ratingPage(page), state, form),
);
