"use server";

import { actOnCase, textOf } from "@/app/act";
import { before, fields, reference, taking } from "@/app/arguments";
import { commitCase } from "@/db/commitments";

/** Commits the case as it was on the check page. */
export const confirmCommitAction = taking(
  [reference, before, fields],
  async (reference, _, form) => {
    const decisions = Number(textOf(form, "decisions") || "-1");
    return actOnCase(reference, form, `/cases/${reference}`, (viewer) =>
      commitCase(viewer, reference, decisions),
    );
  },
);
