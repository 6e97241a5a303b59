"use server";

import { actOnPage, goToTell, resultOnCase, textOf } from "@/app/act";
import { before, fields, pageOf, taking } from "@/app/arguments";
import { submitSecondLook } from "@/db/second-look/second-looks";

/** Submits the second look as it was on the check page. */
export const submitSecondLookAction = taking([pageOf, before, fields], async (page, _, form) => {
  return actOnPage(page, form, async (viewer) => {
    const { reference } = page;
    const revision = Number(textOf(form, "revision") || "-1");
    const outcome = await submitSecondLook(viewer, reference, revision);
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    return goToTell(`/cases/${reference}`, { kind: "second look submitted", reference });
  });
});
