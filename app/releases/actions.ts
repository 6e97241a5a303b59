"use server";

import { actOnForm, forgetPagesSeen, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { makeRelease } from "@/db/releases/make";

/** Makes a release. Whoever is refused sees what it would hold now. */
export const makeReleaseAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const typed = { note: textOf(form, "note"), seen: textOf(form, "seen") };
    const outcome = await makeRelease(viewer, typed);
    if (outcome.kind === "refused") forgetPagesSeen();
    const result = resultOn(form, outcome);
    if (!("value" in result)) return result;
    goTo(`/releases/${result.value.number}`);
  });
});
