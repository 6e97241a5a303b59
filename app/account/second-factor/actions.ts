"use server";

import {
  actOnForm,
  actOnSetUp,
  forgetPagesSeen,
  goTo,
  problemsOn,
  resultOn,
  textOf,
} from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { currentToken } from "@/app/viewer";
import type { RecoveryCodesState } from "@/components/account/recovery-codes-form";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/db/sign-in/second-factor";
import type { Outcome } from "@/domain/outcome";

const page = "/account/second-factor";

/** Makes a new key for the person’s app. */
export const beginSecondFactorAction = taking([before, fields], async (_, form) => {
  return actOnSetUp(form, async (person) => {
    const result = resultOn(form, await beginSecondFactor(person, textOf(form, "password")));
    if (!("value" in result)) return result;
    goTo(page);
  });
});

/** Turns the second factor on with the first code from the app. */
export const confirmSecondFactorAction = taking(
  [before, fields],
  async (_, form): Promise<RecoveryCodesState> => {
    return actOnSetUp(form, async (person) =>
      codesOn(form, await confirmSecondFactor(person, await ownToken(), textOf(form, "code"))),
    );
  },
);

/** Makes new recovery codes in place of the ones before. */
export const renewRecoveryCodesAction = taking(
  [before, fields],
  async (_, form): Promise<RecoveryCodesState> => {
    return actOnForm(form, async (viewer) =>
      codesOn(form, await renewRecoveryCodes(viewer, textOf(form, "password"))),
    );
  },
);

/** Takes the viewer's own second factor away. */
export const removeSecondFactorAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const outcome = await removeSecondFactor(viewer, await ownToken(), textOf(form, "password"));
    if (outcome.kind === "not_found") return problemsOn(form, [changedSince]);
    const result = resultOn(form, outcome);
    if (!("value" in result)) return result;
    goTo(page);
  });
});

// The session at hand goes on where others end.
const ownToken = async () => (await currentToken()) ?? "";

const changedSince = {
  field: "",
  message:
    "This can no longer be done: your second factor has changed since you opened this page. Open it again to see how it stands.",
};

// The codes go into the answer to this one request, and nowhere else.
function codesOn(form: FormData, outcome: Outcome<{ codes: string[] }>): RecoveryCodesState {
  if (outcome.kind === "not_found") return problemsOn(form, [changedSince]);
  const result = resultOn(form, outcome);
  if (!("value" in result)) return result;
  forgetPagesSeen();
  return { problems: [], values: {}, codes: result.value.codes };
}
