"use server";

import { actOnForm, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, practiceNumber, taking } from "@/app/arguments";
import { practiceTypedIn } from "@/app/practice/typed";
import { changePracticeCase } from "@/db/practice-cases/make";

/** Changes a practice case. */
export const changePracticeCaseAction = taking(
  [practiceNumber, before, fields],
  async (number, _, form) => {
    return actOnForm(form, async (viewer) => {
      const seenRevision = Number(textOf(form, "revision"));
      const typed = practiceTypedIn(form);
      const result = resultOn(form, await changePracticeCase(viewer, number, seenRevision, typed));
      if (!("value" in result)) return result;
      goTo(`/practice/${number}`);
    });
  },
);
