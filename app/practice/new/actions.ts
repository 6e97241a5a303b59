"use server";

import { actOnForm, goTo, resultOn } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { practiceTypedIn } from "@/app/practice/typed";
import { makePracticeCase } from "@/db/practice-cases/make";

/** Makes a practice case. */
export const makePracticeCaseAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const result = resultOn(form, await makePracticeCase(viewer, practiceTypedIn(form)));
    if (!("value" in result)) return result;
    goTo(`/practice/${result.value.number}`);
  });
});
