"use server";

import { actOnForm, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { searchOf } from "@/app/query";
import { recordSampleDates } from "@/db/study/samples";

const mostSamples = 200;

/** Records when the submissions of samples came in. */
export const recordSampleDatesAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const count = Math.min(Number(textOf(form, "count")) || 0, mostSamples);
    const typed = Array.from({ length: count }, (_, index) => {
      const text = (field: string) => textOf(form, `samples.${index}.${field}`);
      return { name: text("name"), startsOn: text("startsOn"), endsOn: text("endsOn") };
    });
    const result = resultOn(form, await recordSampleDates(viewer, typed, textOf(form, "seen")));
    if (!("value" in result)) return result;
    goTo(`/samples${searchOf({ after: textOf(form, "seen") || "none" })}`);
  });
});
