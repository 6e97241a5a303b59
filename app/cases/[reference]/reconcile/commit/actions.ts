"use server";

import { actOnCase, actOnForm, goTo, resultOnCase, textOf } from "@/app/act";
import { before, fields, reference, taking } from "@/app/arguments";
import { commitCase } from "@/db/dataset/commitments";
import { sendCommitBack } from "@/db/dataset/sending-back";

/** Commits the case as it was on the check page, or proposes that to a second person. */
export const confirmCommitAction = taking(
  [reference, before, fields],
  async (reference, _, form) => {
    return actOnForm(form, async (viewer) => {
      const outcome = await commitCase(viewer, reference, textOf(form, "seen"));
      const result = await resultOnCase(viewer, reference, form, outcome);
      if (!("value" in result)) return result;
      const page = `/cases/${reference}`;
      goTo(result.value.version === null ? `${page}/reconcile` : page);
    });
  },
);

/** Sends a proposed commit back to the reconciliation. */
export const sendBackAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnCase(reference, form, `/cases/${reference}/reconcile`, (viewer) =>
    sendCommitBack(viewer, reference, textOf(form, "reason")),
  );
});
