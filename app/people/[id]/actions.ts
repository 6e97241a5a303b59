"use server";

import { z } from "zod";
import { actOnForm, goToTell, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, personId, taking } from "@/app/arguments";
import { changeAccount, correctPerson, giveFirstPassword } from "@/db/people/accounts";
import { getPerson } from "@/db/people/people";
import { removeSecondFactorOf } from "@/db/sign-in/second-factor";
import { nameAndEmailSchema, passwordSchema, roles } from "@/domain/people";

const changeSchema = z.object({
  roles: z.array(z.enum(roles, "Select roles from the list")).min(1, "Select at least one role"),
  active: z.enum(["yes", "no"], "Select whether this person may sign in"),
});

/** Changes the roles of an account, or closes it or opens it again. */
export const changeAccountAction = taking([personId, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const change = changeSchema.safeParse({
      roles: form.getAll("roles").map(String),
      active: textOf(form, "active"),
    });
    if (!change.success) return problemsOn(form, problemsOf(change.error));
    const wanted = {
      roles: change.data.roles,
      active: change.data.active === "yes",
      seen: textOf(form, "seen"),
    };
    const result = resultOn(form, await changeAccount(viewer, id, wanted));
    if (!("value" in result)) return result;
    return goToTell("/people", { kind: "changed", personId: id });
  });
});

/** Corrects what somebody is called, or the address that they sign in with. */
export const correctPersonAction = taking([personId, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const typed = { name: textOf(form, "name"), email: textOf(form, "email") };
    const right = nameAndEmailSchema.safeParse(typed);
    if (!right.success) return problemsOn(form, problemsOf(right.error));
    const wanted = { ...right.data, seen: textOf(form, "seen") };
    const result = resultOn(form, await correctPerson(viewer, id, wanted));
    if (!("value" in result)) return result;
    return goToTell("/people", { kind: "changed", personId: id });
  });
});

/** Takes away the second factor of somebody who lost it. */
export const removeSecondFactorOfAction = taking(
  [personId, before, fields],
  async (id, _, form) => {
    return actOnForm(form, async (viewer) => {
      const outcome = await removeSecondFactorOf(viewer, id, textOf(form, "secondFactor"));
      const isGone = outcome.kind === "not_found" && (await getPerson(viewer, id)) !== null;
      const result = isGone ? { value: undefined } : resultOn(form, outcome);
      if (!("value" in result)) return result;
      return goToTell(`/people/${id}`, { kind: "without second factor", personId: id });
    });
  },
);

/** Gives a new first password to somebody who forgot theirs. */
export const giveFirstPasswordAction = taking([personId, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const password = passwordSchema.safeParse(textOf(form, "password"));
    if (!password.success)
      return problemsOn(form, [
        { field: "password", message: password.error.issues[0]?.message ?? "" },
      ]);
    const result = resultOn(form, await giveFirstPassword(viewer, id, password.data));
    if (!("value" in result)) return result;
    return goToTell("/people", { kind: "given a password", personId: id });
  });
});
