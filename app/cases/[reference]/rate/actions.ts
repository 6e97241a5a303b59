"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { act, textOf } from "@/app/act";
import type { DraftAnswer, RatingFormState } from "@/components/rating/rating-form-state";
import { readRatings } from "@/components/rating/read-ratings";
import { getDraft, saveDraft } from "@/db/drafts";
import { formatTime } from "@/domain/dates";
import type { Problem } from "@/domain/outcome";
import { type Ratings, whatIsMissing } from "@/domain/ratings";

// A revision that nobody has, when none was sent: the save is then refused as out of date.
const revisionSchema = z.int().min(0).catch(-1);
const inputSchema = z
  .object({ revision: revisionSchema, ratings: z.unknown() })
  .catch({ revision: -1, ratings: null });

function isStale(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.field === "revision");
}

/** Saves the draft while the coder works. */
export async function saveDraftAction(
  reference: string,
  input: { revision: number; ratings: Ratings },
): Promise<DraftAnswer> {
  return act<DraftAnswer>(
    () => ({ kind: "signed_out" }),
    async (viewer) => {
      const { revision, ratings } = inputSchema.parse(input);
      const saved = await saveDraft(viewer, reference, revision, ratings);
      if (saved.kind === "not_found") notFound();
      if (saved.kind === "refused")
        return isStale(saved.problems)
          ? { kind: "stale" }
          : { kind: "refused", problems: saved.problems };
      return {
        kind: "saved",
        revision: saved.value.revision,
        savedAt: formatTime(saved.value.savedAt),
      };
    },
  );
}

const signedOut: Problem = {
  field: "",
  message:
    "You have been signed out. What you typed is still here: sign in in another tab, then try again.",
};

// Which factor takes themes does not matter here: the others have no such fields.
function factorsOf(state: RatingFormState) {
  return Object.keys(state.ratings).map((key) => ({ key, takesThemes: true }));
}

/**
 * Saves the draft from the form and goes on: to the check page when all is there, back to the
 * work list when the coder asked for that, or to the form with what is missing.
 */
export async function rateAction(
  reference: string,
  state: RatingFormState,
  form: FormData,
): Promise<RatingFormState> {
  const again = (problems: readonly Problem[], ratings: Ratings = state.ratings) => ({
    ...state,
    problems,
    ratings,
  });
  return act<RatingFormState>(
    () => again([signedOut], readRatings(factorsOf(state), form)),
    async (viewer) => {
      const draft = await getDraft(viewer, reference);
      if (!draft) notFound();
      const ratings = readRatings(draft.codebook.factors, form);
      const revision = revisionSchema.parse(Number(textOf(form, "revision") || "-1"));
      const saved = await saveDraft(viewer, reference, revision, ratings);
      if (saved.kind === "not_found") notFound();
      if (saved.kind === "refused") return again(saved.problems, ratings);
      if (textOf(form, "intent") === "save") redirect("/");
      const missing = whatIsMissing(draft.codebook, ratings);
      if (missing.length === 0) redirect(`/cases/${reference}/rate/check`);
      return {
        problems: missing,
        ratings,
        revision: saved.value.revision,
        savedAt: formatTime(saved.value.savedAt),
      };
    },
  );
}
