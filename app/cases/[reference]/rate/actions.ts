"use server";

import { z } from "zod";
import { act, goTo, textOf } from "@/app/act";
import { fields, pageOf, taking } from "@/app/arguments";
import type { DraftAnswer, RatingFormState } from "@/components/rating/rating-form-state";
import { readRatings } from "@/components/rating/read-ratings";
import { getDraft, saveDraft } from "@/db/drafts";
import { formatTime } from "@/domain/dates";
import type { Problem } from "@/domain/outcome";
import { whatIsMissing } from "@/domain/ratings";

// A revision that nobody has, when none was sent: the save is then refused as out of date.
const revisionSchema = z.int().min(0).catch(-1);
const work = z
  .object({ revision: revisionSchema, ratings: z.unknown() })
  .catch({ revision: -1, ratings: null });

// What the form showed: it names every factor, because the page was made from the codebook.
const shown = z.object({
  ratings: z.record(z.string(), z.unknown()),
  revision: z.int(),
  savedAt: z.string().max(20).nullable(),
});

/** Saves the draft while the coder works. */
export const saveDraftAction = taking([pageOf, work], async (page, { revision, ratings }) => {
  return act<DraftAnswer>(
    () => ({ kind: "signed_out" }),
    async (viewer) => {
      if (viewer.id !== page.personId) return { kind: "other_person" };
      const saved = await saveDraft(viewer, page.reference, revision, ratings);
      if (saved.kind === "not_found") return { kind: "closed" };
      if (saved.kind === "refused")
        return saved.problems.some((problem) => problem.field === "revision")
          ? { kind: "stale" }
          : { kind: "refused", problems: saved.problems };
      const { revision: next, savedAt } = saved.value;
      return { kind: "saved", revision: next, savedAt: formatTime(savedAt) };
    },
  );
});

/** Why the form came back unsaved, with everything typed still in it. */
const unsaved = {
  signedOut:
    "You have been signed out. What you typed is still here: sign in in another tab, then try again.",
  otherPerson:
    "Somebody else is signed in here now. What you typed has not been saved: sign in as yourself to go on.",
  closed:
    "This case can no longer be rated here. What you typed last has not been saved: copy what you want to keep.",
} as const;

/**
 * Saves the draft from the form and goes on: to the check page when all is there, back to the
 * work list when the coder asked for that, or to the form with what is missing.
 */
export const rateAction = taking([pageOf, shown, fields], async (page, state, form) => {
  const { reference } = page;
  const ratings = readRatings(factorsOf(state.ratings), form);
  const again = (problems: readonly Problem[]) => ({ ...state, problems, ratings });
  const because = (message: string) => again([{ field: "", message }]);
  return act<RatingFormState>(
    () => because(unsaved.signedOut),
    async (viewer) => {
      if (viewer.id !== page.personId) return because(unsaved.otherPerson);
      const revision = revisionSchema.parse(Number(textOf(form, "revision") || "-1"));
      const saved = await saveDraft(viewer, reference, revision, ratings);
      if (saved.kind === "not_found") return because(unsaved.closed);
      if (saved.kind === "refused") return again(saved.problems.map(withoutRevision));
      const intent = textOf(form, "intent");
      if (intent === "save") goTo("/");
      const quotes = /^(?:quote|remove):(\w+\.quotes)\./.exec(intent)?.[1];
      if (quotes) goTo(`/cases/${reference}/rate#${quotes}`);
      const draft = await getDraft(viewer, reference);
      const missing = draft ? whatIsMissing(draft.codebook, draft.ratings) : [];
      if (missing.length === 0) goTo(`/cases/${reference}/rate/check`);
      const { revision: next, savedAt } = saved.value;
      return { problems: missing, ratings, revision: next, savedAt: formatTime(savedAt) };
    },
  );
});

// Which of them takes themes does not matter here: the others have no such fields.
function factorsOf(ratings: object) {
  return Object.keys(ratings).map((key) => ({ key, takesThemes: true }));
}

// The revision is sent unseen: a link to it would lead nowhere.
function withoutRevision(problem: Problem): Problem {
  return problem.field === "revision" ? { ...problem, field: "" } : problem;
}
