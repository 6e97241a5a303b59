"use server";

import { actOnForm, goToTell, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { addPerson } from "@/db/people/people";
import { requireSecondFactor } from "@/db/sign-in/second-factor";
import { personSchema } from "@/domain/people";

/** Adds an account. */
export const addPersonAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const person = personSchema.safeParse({
      name: textOf(form, "name"),
      email: textOf(form, "email"),
      password: textOf(form, "password"),
      roles: form.getAll("roles").map(String),
    });
    if (!person.success) return problemsOn(form, problemsOf(person.error));
    const result = resultOn(form, await addPerson(viewer, person.data));
    if (!("value" in result)) return result;
    return goToTell("/people", { kind: "added", personId: result.value.id });
  });
});

/** Says whether everyone must sign in with a second factor. */
export const requireSecondFactorAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const required = textOf(form, "required");
    if (required !== "yes" && required !== "no")
      return problemsOn(form, [{ field: "required", message: "Select yes or no" }]);
    const result = resultOn(form, await requireSecondFactor(viewer, required === "yes"));
    if (!("value" in result)) return result;
    return goToTell("/people", { kind: "second factor required" });
  });
});
