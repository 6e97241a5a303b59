"use server";

import { z } from "zod";
import { actOnForm, goTo, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, personId, taking } from "@/app/arguments";
import { changeAccount } from "@/db/accounts";
import { roles } from "@/domain/people";

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
    const wanted = { roles: change.data.roles, active: change.data.active === "yes" };
    const result = resultOn(form, await changeAccount(viewer, id, wanted));
    if (!("value" in result)) return result;
    goTo("/people");
  });
});
