"use server";

import { actOnPage, goTo, type PageOf, resultOnCase, textOf } from "@/app/act";
import type { FormState } from "@/components/ui/form-state";
import { submitRatings } from "@/db/ratings";

/** Submits the ratings as they were on the check page. */
export async function submitAction(page: PageOf, _: FormState, form: FormData): Promise<FormState> {
  return actOnPage(page, form, async (viewer) => {
    const { reference } = page;
    const revision = Number(textOf(form, "revision") || "-1");
    const outcome = await submitRatings(viewer, reference, revision);
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    goTo(`/cases/${reference}`);
  });
}
