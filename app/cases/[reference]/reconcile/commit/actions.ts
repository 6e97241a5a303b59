"use server";

import { actOnForm, goToTell, resultOnCase, stayOnCase, textOf } from "@/app/act";
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
      return result.value.version === null
        ? goToTell(`${page}/reconcile`, { kind: "proposed", reference })
        : goToTell(page, { kind: "committed", reference });
    });
  },
);

/** Sends a proposed commit back to the reconciliation; where another stands, the page shows that. */
export const sendBackAction = taking([reference, before, fields], async (reference, _, form) =>
  actOnForm(form, async (viewer) => {
    const sent = { proposal: textOf(form, "proposal"), reason: textOf(form, "reason") };
    const outcome = await sendCommitBack(viewer, reference, sent);
    if (outcome.kind === "done")
      return goToTell(`/cases/${reference}/reconcile`, { kind: "sent back", reference });
    return stayOnCase(viewer, reference, form, outcome);
  }),
);
