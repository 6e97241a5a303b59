"use server";

import { actOnForm, goTo, resultOnCase, textOf } from "@/app/act";
import type { FormState } from "@/components/ui/form-state";
import { assignCoders, goOnWithout } from "@/db/assignments";
import { reopenCase } from "@/db/commitments";
import { takeBackSubmission } from "@/db/ratings";

/** Assigns the selected coders to the case. */
export async function assignAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const coders = form.getAll("coders").map(String);
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await assignCoders(viewer, reference, coders),
    );
    if (!("value" in result)) return result;
    goTo(`/cases/${reference}`);
  });
}

/** Goes on without a coder who has not submitted. */
export async function goOnWithoutAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const { coder, reason } = { coder: textOf(form, "coder"), reason: textOf(form, "reason") };
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await goOnWithout(viewer, reference, coder, reason),
    );
    if (!("value" in result)) return result;
    goTo(`/cases/${reference}`);
  });
}

/** Takes the viewer's own submission back, so that they can rate on. */
export async function takeBackAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await takeBackSubmission(viewer, reference),
    );
    if (!("value" in result)) return result;
    goTo(`/cases/${reference}/rate`);
  });
}

/** Reopens a committed case. */
export async function reopenAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await reopenCase(viewer, reference, textOf(form, "reason")),
    );
    if (!("value" in result)) return result;
    goTo(`/cases/${reference}/reconcile`);
  });
}
