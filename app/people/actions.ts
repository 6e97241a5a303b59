"use server";

import { actOnForm, goTo, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { addPerson } from "@/db/people";
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
    goTo("/people");
  });
});
