"use server";

import { actOnForm, goToTell, problemsOn, resultOn } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { setDaysToRate } from "@/db/study/days-to-rate";
import { daysToRateSchema } from "@/domain/deadlines";

/** Says how many days coders have to rate a case. */
export const setDaysToRateAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const days = daysToRateSchema.safeParse(form.get("days"));
    if (!days.success)
      return problemsOn(form, [{ field: "days", message: days.error.issues[0]?.message ?? "" }]);
    const result = resultOn(form, await setDaysToRate(viewer, days.data));
    if (!("value" in result)) return result;
    return goToTell("/board", { kind: "days set" });
  });
});
