"use server";

import { actOnCase, textOf } from "@/app/act";
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
  const coders = form.getAll("coders").map(String);
  return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
    assignCoders(viewer, reference, coders),
  );
}

/** Goes on without a coder who has not submitted. */
export async function goOnWithoutAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
    goOnWithout(viewer, reference, textOf(form, "coder"), textOf(form, "reason")),
  );
}

/** Takes the viewer's own submission back, so that they can rate on. */
export async function takeBackAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnCase(reference, form, `/cases/${reference}/rate`, (viewer) =>
    takeBackSubmission(viewer, reference),
  );
}

/** Reopens a committed case. */
export async function reopenAction(
  reference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return actOnCase(reference, form, `/cases/${reference}/reconcile`, (viewer) =>
    reopenCase(viewer, reference, textOf(form, "reason")),
  );
}
