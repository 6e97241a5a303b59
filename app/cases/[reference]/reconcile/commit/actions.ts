"use server";

import { actOnCase, textOf } from "@/app/act";
import type { FormState } from "@/components/ui/form-state";
import { commitCase } from "@/db/commitments";

/** Commits the case as it was on the check page. */
export async function confirmCommitAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const decisions = Number(textOf(form, "decisions") || "-1");
  return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
    commitCase(viewer, reference, decisions),
  );
}
