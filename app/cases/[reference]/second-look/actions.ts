"use server";

import { actOnPage, goTo, problemsOn, resultOnCase, textOf } from "@/app/act";
import { before, fields, pageOf, taking } from "@/app/arguments";
import { readSecondLook } from "@/components/second-look/read-second-look";
import { getSecondLook, saveSecondLook } from "@/db/second-look/second-look-drafts";
import { done, notFound } from "@/domain/outcome";
import { whatIsMissing } from "@/domain/ratings/ratings";

/**
 * Saves the viewer's second look and goes on: to their work when they asked for that, or to the
 * check page, unless something is missing.
 */
export const secondLookAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  return actOnPage(page, form, async (viewer) => {
    const look = await getSecondLook(viewer, reference);
    const found = await resultOnCase(viewer, reference, form, look ? done(look) : notFound);
    if (!("value" in found)) return found;
    const { factors } = found.value;
    const ratings = readSecondLook(factors, form);
    const later = textOf(form, "intent") === "save";
    const missing = later ? [] : whatIsMissing({ factors }, ratings);
    if (missing.length > 0) return problemsOn(form, missing);
    const revision = Number(textOf(form, "revision") || "-1");
    const outcome = await saveSecondLook(viewer, reference, revision, ratings);
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    goTo(later ? "/" : `/cases/${reference}/second-look/check`);
  });
});
