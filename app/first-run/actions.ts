"use server";

import { goToTell, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { refuseForeignOrigin } from "@/app/viewer";
import { makeFirstAccount } from "@/db/people/first-run";
import { enterFirstRunCode, personSchema } from "@/domain/people";

/** Makes the first account, which leads and administers the study. */
export const makeFirstAccountAction = taking([before, fields], async (_, form) => {
  await refuseForeignOrigin();
  const person = personSchema.safeParse({
    name: textOf(form, "name"),
    email: textOf(form, "email"),
    password: textOf(form, "password"),
    roles: form.get("coder") === "yes" ? ["lead", "coder", "admin"] : ["lead", "admin"],
  });
  const code = textOf(form, "code");
  if (!person.success) {
    const noCode = code.trim() === "" ? [{ field: "code", message: enterFirstRunCode }] : [];
    return problemsOn(form, [...noCode, ...problemsOf(person.error)]);
  }
  const result = resultOn(form, await makeFirstAccount(code, person.data));
  if (!("value" in result)) return result;
  return goToTell("/sign-in", { kind: "first account made" });
});
