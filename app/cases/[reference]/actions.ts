"use server";

import {
  actOnCase,
  actOnForm,
  actOnPage,
  goToTell,
  placed,
  problemsOf,
  problemsOn,
  resultOnCase,
  stayOnCase,
  textOf,
} from "@/app/act";
import { before, fields, pageOf, reference, taking } from "@/app/arguments";
import { assignCoders, goOnWithout } from "@/db/assignments/assignments";
import { reopenCase } from "@/db/dataset/reopening";
import { holdOpening, openCase } from "@/db/ratings/opening";
import { takeBackSubmission } from "@/db/ratings/ratings";
import { makePrecedent, takePrecedentBack } from "@/db/reconciliation/disagreements";
import { beginSecondLook, endSecondLook } from "@/db/second-look/second-looks";
import { precedentSchema } from "@/domain/reconciliation/precedents";

/** Assigns the selected coders to the case. */
export const assignAction = taking([reference, before, fields], async (reference, _, form) => {
  const coders = form.getAll("coders").map(String);
  return actOnCase(
    reference,
    form,
    `/cases/${reference}`,
    (viewer) => assignCoders(viewer, reference, coders),
    { kind: "assigned", reference },
  );
});

/** Goes on without a coder who has not submitted. */
export const goOnWithoutAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
    goOnWithout(viewer, reference, textOf(form, "coder"), textOf(form, "reason")),
  );
});

/** Takes the viewer's own submission back, so that they can rate on. */
export const takeBackAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  return actOnPage(page, form, async (viewer) => {
    const outcome = await takeBackSubmission(viewer, reference);
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    return goToTell(`/cases/${reference}/rate`, { kind: "taken back", reference });
  });
});

/** Reopens a committed case. */
export const reopenAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnCase(reference, form, `/cases/${reference}/reconcile`, (viewer) =>
    reopenCase(viewer, reference, textOf(form, "reason")),
  );
});

/** Makes a decided disagreement a precedent. */
export const makePrecedentAction = taking(
  [reference, before, fields],
  async (reference, _, form) => {
    const factor = textOf(form, "factor");
    const name = `${factor}.summary`;
    return actOnForm(form, async (viewer) => {
      const made = precedentSchema.safeParse({ factor, summary: textOf(form, name) });
      if (!made.success) return problemsOn(form, placed(problemsOf(made.error), "summary", name));
      const outcome = await makePrecedent(viewer, reference, made.data);
      return stayOnCase(viewer, reference, form, outcome);
    });
  },
);

/** Takes a precedent back. */
export const takePrecedentBackAction = taking(
  [reference, before, fields],
  async (reference, _, form) =>
    actOnForm(form, async (viewer) => {
      const outcome = await takePrecedentBack(viewer, reference, textOf(form, "factor"));
      return stayOnCase(viewer, reference, form, outcome);
    }),
);

/** Lets the case wait for a lead instead of opening by itself. */
export const holdOpeningAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
    holdOpening(viewer, reference),
  );
});

/** Opens a case that waits for a lead. */
export const openCaseAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnCase(reference, form, `/cases/${reference}/reconcile`, (viewer) =>
    openCase(viewer, reference),
  );
});

/** Begins the second look at a case that waits for a lead. */
export const beginSecondLookAction = taking(
  [reference, before, fields],
  async (reference, _, form) => {
    return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
      beginSecondLook(viewer, reference),
    );
  },
);

/** Ends a second look that somebody has not submitted, and opens the case. */
export const endSecondLookAction = taking(
  [reference, before, fields],
  async (reference, _, form) => {
    return actOnCase(reference, form, `/cases/${reference}/reconcile`, (viewer) =>
      endSecondLook(viewer, reference, textOf(form, "reason")),
    );
  },
);
