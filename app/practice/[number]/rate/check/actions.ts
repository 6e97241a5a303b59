"use server";

import { actOnPage, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, practicePageOf, taking } from "@/app/arguments";
import { submitPracticeRatings } from "@/db/practice-cases/submissions";

/** Submits what was rated of a practice case, as it was on the check page. */
export const submitPracticeAction = taking(
  [practicePageOf, before, fields],
  async (page, _, form) => {
    return actOnPage(page, form, async (viewer) => {
      const revision = Number(textOf(form, "revision") || "-1");
      const outcome = await submitPracticeRatings(viewer, page.number, revision);
      const result = resultOn(form, outcome);
      if (!("value" in result)) return result;
      goTo(`/practice/${page.number}`);
    });
  },
);
