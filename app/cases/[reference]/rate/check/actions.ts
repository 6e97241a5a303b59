"use server";

import { redirect } from "next/navigation";
import { actOnForm, resultOn, textOf } from "@/app/act";
import type { FormState } from "@/components/ui/form-state";
import { submitRatings } from "@/db/ratings";

/** Submits the ratings as they were on the check page. */
export async function submitAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const revision = Number(textOf(form, "revision") || "-1");
    const result = resultOn(form, await submitRatings(viewer, reference, revision));
    if (!("value" in result)) return result;
    redirect(`/cases/${reference}`);
  });
}
