"use server";

import { actOnPage, goToTell, resultOnCase, textOf } from "@/app/act";
import { before, fields, pageOf, taking } from "@/app/arguments";
import { submitRatings } from "@/db/ratings/ratings";

/** Submits the ratings as they were on the check page. */
export const submitAction = taking([pageOf, before, fields], async (page, _, form) => {
  return actOnPage(page, form, async (viewer) => {
    const { reference } = page;
    const revision = Number(textOf(form, "revision") || "-1");
    const outcome = await submitRatings(viewer, reference, revision);
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    return goToTell(`/cases/${reference}`, { kind: "submitted", reference });
  });
});
