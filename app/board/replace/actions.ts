"use server";

import { actOnForm, goToTell, problemsOf, problemsOn, resultOn } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { replaceCoder } from "@/db/assignments/replacements";
import { replacementChoiceIn } from "../choices";

/** Puts others in the place of a coder who left, as the page showed that it would. */
export const replaceCoderAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const all = (name: string) => form.getAll(name).map(String);
    const choice = replacementChoiceIn(all);
    if (!choice.success) return problemsOn(form, problemsOf(choice.error));
    const result = resultOn(form, await replaceCoder(viewer, choice.data, all("shown")));
    if (!("value" in result)) return result;
    return goToTell("/board", { kind: "coder replaced" });
  });
});
