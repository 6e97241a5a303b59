"use server";

import { actOnForm, goToTell, problemsOf, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { currentToken } from "@/app/viewer";
import { changePassword } from "@/db/people/accounts";
import { newPasswordSchema } from "@/domain/people";

/** Changes the viewer's own password. */
export const changePasswordAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const passwords = newPasswordSchema.safeParse({
      current: textOf(form, "current"),
      next: textOf(form, "next"),
    });
    if (!passwords.success) return problemsOn(form, problemsOf(passwords.error));
    const token = (await currentToken()) ?? "";
    const result = resultOn(form, await changePassword(viewer, token, passwords.data));
    if (!("value" in result)) return result;
    return goToTell("/", { kind: "password changed" });
  });
});
