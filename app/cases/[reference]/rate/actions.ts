"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { act, textOf } from "@/app/act";
import type { DraftAnswer, RatingFormState } from "@/components/rating/rating-form-state";
import { readRatings } from "@/components/rating/read-ratings";
import type { Viewer } from "@/db/people";
import { getDraft, saveDraft } from "@/db/ratings";
import { formatTime } from "@/domain/dates";
import type { Outcome, Problem } from "@/domain/outcome";
import { type Ratings, ratingsSchema, whatIsMissing } from "@/domain/ratings";

type Saved = Outcome<{ revision: number; savedAt: string }>;

const revisionSchema = z.int().min(0);

/** Checks the shape of what came and saves it as the viewer's draft. */
async function checkAndSave(
  viewer: Viewer,
  reference: string,
  input: { revision: unknown; ratings: unknown },
): Promise<Saved> {
  const draft = await getDraft(viewer, reference);
  if (!draft) return { kind: "not_found" };
  const revision = revisionSchema.safeParse(input.revision);
  const ratings = ratingsSchema(draft.codebook).safeParse(input.ratings);
  if (!ratings.success) {
    const problems = ratings.error.issues.map((issue) => ({
      field: issue.path.slice(0, 2).join("."),
      message: issue.message,
    }));
    return { kind: "refused", problems };
  }
  return saveDraft(viewer, reference, revision.success ? revision.data : -1, ratings.data);
}

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
      const saved = await checkAndSave(viewer, reference, input);
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
      const text = textOf(form, "revision");
      const revision = /^\d{1,9}$/.test(text) ? Number(text) : -1;
      const saved = await checkAndSave(viewer, reference, { revision, ratings });
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
