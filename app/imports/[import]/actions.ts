"use server";

import { z } from "zod";
import { actOnForm, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { undoImport } from "@/db/imports/undo";

const importId = z.string().min(1).max(100);

/** Undoes an import, as long as nothing is built on it. */
export const undoImportAction = taking([importId, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const result = resultOn(form, await undoImport(viewer, id, textOf(form, "reason")));
    if (!("value" in result)) return result;
    goTo(`/imports/${id}`);
  });
});
