"use server";

import { actOnForm, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, practiceNumber, taking } from "@/app/arguments";
import { offerPracticeCase } from "@/db/practice-cases/make";

/** Withdraws a practice case, or offers it again. */
export const offerPracticeCaseAction = taking(
  [practiceNumber, before, fields],
  async (number, _, form) => {
    return actOnForm(form, async (viewer) => {
      const offered = textOf(form, "offered") === "yes";
      const result = resultOn(form, await offerPracticeCase(viewer, number, offered));
      if (!("value" in result)) return result;
      goTo(`/practice/${number}`);
    });
  },
);
