"use server";

import { actOnForm, goToTell, problemsOf, problemsOn, resultOn } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { assignAsPlanned } from "@/db/assignments/bulk-assignments";
import { assignmentChoiceIn } from "../choices";

/** Assigns coders to many cases, as the page showed that it would. */
export const assignAsPlannedAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const all = (name: string) => form.getAll(name).map(String);
    const choice = assignmentChoiceIn(all);
    if (!choice.success) return problemsOn(form, problemsOf(choice.error));
    const result = resultOn(form, await assignAsPlanned(viewer, choice.data, all("shown")));
    if (!("value" in result)) return result;
    return goToTell("/board", { kind: "assigned on the board" });
  });
});
