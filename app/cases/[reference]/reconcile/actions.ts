"use server";

import {
  act,
  actOnForm,
  actOnPage,
  forgetPagesSeen,
  goTo,
  placed,
  problemsOf,
  problemsOn,
  resultOnCase,
  textOf,
  tooLate,
} from "@/app/act";
import { before, fields, pageOf, reference, taking } from "@/app/arguments";
import type { DecisionState } from "@/components/reconciliation/decision-state";
import { untouched } from "@/components/ui/form-state";
import { acceptAllTheSame, agreeLevel } from "@/db/decisions";
import { recordDissent, withdrawDissent } from "@/db/dissenting";
import { getReconciliation } from "@/db/reconciliations";
import { dissentSchema } from "@/domain/dissent";
import { done, notFound, type Problem } from "@/domain/outcome";
import { decisionSchema } from "@/domain/reconciliation";

/** The revision that a row’s form was sent with; undefined when it is none. */
function seenRevisionIn(form: FormData): number | undefined {
  const seen = textOf(form, "seenRevision");
  return /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
}

const signedOut: Problem = {
  field: "",
  message: "You have been signed out. Sign in in another tab, then save again here.",
};

/** Agrees the level of one factor. */
export const agreeAction = taking([reference, before, fields], async (reference, _, form) => {
  const values = {
    // Of several levels none is chosen.
    level: form.getAll("level").map(String).join(", "),
    way: textOf(form, "way"),
    reason: textOf(form, "reason"),
    tags: form.getAll("tags").map(String),
  };
  return act<DecisionState>(
    () => ({ problems: [signedOut], values }),
    async (viewer) => {
      const decision = decisionSchema.safeParse({
        ...values,
        factor: textOf(form, "factor"),
        seenRevision: seenRevisionIn(form),
      });
      if (!decision.success) return { problems: problemsOf(decision.error), values };
      const outcome = await agreeLevel(viewer, reference, decision.data);
      // The same words whether there is no such case or it has moved on.
      if (outcome.kind === "not_found")
        return { problems: [{ field: "", message: tooLate }], values };
      forgetPagesSeen();
      if (outcome.kind === "refused") return { problems: outcome.problems, values };
      return { problems: [], values: {} };
    },
  );
});

/** Records the dissent of a coder of the case from an agreed level. */
export const dissentAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  const factor = textOf(form, "factor");
  return actOnPage(page, form, async (viewer) => {
    const dissent = dissentSchema.safeParse({
      factor,
      reason: textOf(form, `${factor}.dissent`),
      seenRevision: seenRevisionIn(form),
    });
    if (!dissent.success)
      return problemsOn(form, placed(problemsOf(dissent.error), "reason", `${factor}.dissent`));
    const outcome = await recordDissent(viewer, reference, dissent.data);
    // Whoever is refused sees the level that holds now.
    forgetPagesSeen();
    const result = await resultOnCase(viewer, reference, form, outcome);
    return "value" in result ? untouched : result;
  });
});

/** Withdraws the coder’s own dissent. */
export const withdrawDissentAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  return actOnPage(page, form, async (viewer) => {
    const outcome = await withdrawDissent(viewer, reference, textOf(form, "factor"));
    forgetPagesSeen();
    const result = await resultOnCase(viewer, reference, form, outcome);
    return "value" in result ? untouched : result;
  });
});

/** Accepts what all coders gave, wherever they gave the same. */
export const acceptAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnForm(form, async (viewer) => {
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await acceptAllTheSame(viewer, reference),
    );
    if (!("value" in result)) return result;
    forgetPagesSeen();
    return untouched;
  });
});

/** Goes to the check page when every factor is decided; otherwise says which are left. */
export const commitAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnForm(form, async (viewer) => {
    const current = await getReconciliation(viewer, reference);
    const outcome = current?.mayAgree ? done(current) : notFound;
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    const left = result.value.rows.filter((row) => !row.agreed || row.again);
    if (left.length === 0) goTo(`/cases/${reference}/reconcile/commit`);
    return problemsOn(
      form,
      left.map(({ factor }) => ({
        field: `${factor.key}.level`,
        message: `Agree a level for ${factor.label}`,
      })),
    );
  });
});
