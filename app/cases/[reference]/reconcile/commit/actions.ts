"use server";

import { actOnForm, goTo, resultOnCase, textOf } from "@/app/act";
import type { FormState } from "@/components/ui/form-state";
import { commitCase } from "@/db/commitments";

/** Commits the case as it was on the check page. */
export async function confirmCommitAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const decisions = Number(textOf(form, "decisions") || "-1");
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await commitCase(viewer, reference, decisions),
    );
    if (!("value" in result)) return result;
    goTo(`/cases/${reference}`);
  });
}
