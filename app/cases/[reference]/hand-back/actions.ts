"use server";

import { actOnPage, goTo, resultOnCase } from "@/app/act";
import { before, fields, pageOf, taking } from "@/app/arguments";
import { handBackCase } from "@/db/assignments/handing-back";

/** Hands the case back, so that the lead can assign another coder. */
export const handBackAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  return actOnPage(page, form, async (viewer) => {
    const outcome = await handBackCase(viewer, reference);
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    goTo("/");
  });
});
