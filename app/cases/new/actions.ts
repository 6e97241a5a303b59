"use server";

import { actOnForm, goTo, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { newSampleIn } from "@/app/cases/samples";
import { registerCase } from "@/db/cases/cases";
import { currentCodeLists } from "@/db/study/code-lists";
import { registrationSchema } from "@/domain/cases";

/** Registers a case, with its coders when some were selected. */
export const registerCaseAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const registration = registrationSchema(await currentCodeLists()).safeParse({
      reference: textOf(form, "reference"),
      sample: textOf(form, "sample"),
      caseType: textOf(form, "caseType"),
      incidentType: textOf(form, "incidentType"),
    });
    if (!registration.success) return problemsOn(form, problemsOf(registration.error));
    const isNew = await newSampleIn(viewer, form, registration.data.sample);
    if (isNew) return problemsOn(form, [isNew]);
    const coders = form.getAll("coders").map(String);
    const result = resultOn(form, await registerCase(viewer, registration.data, coders));
    if (!("value" in result)) return result;
    goTo(`/cases/${result.value.reference}`);
  });
});
