"use server";

import { z } from "zod";
import { actOnForm, goTo, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { importUpload } from "@/db/uploads/importing";
import { matchColumns, matchValues } from "@/db/uploads/matching";
import { keepNote } from "@/db/uploads/note";
import { discardUpload, readAgain } from "@/db/uploads/uploads";
import type { Chosen, TypedColumns } from "@/domain/import/sheets/edit";
import { valueFields } from "./value-fields";

const upload = z.string().min(1).max(100);

/** Matches the columns of an upload as they were chosen, and goes on to its values. */
export const matchColumnsAction = taking([upload, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const result = resultOn(form, await matchColumns(viewer, id, columnsIn(form)));
    if (!("value" in result)) return result;
    goTo(result.value.regrouped ? `/import/${id}` : `/import/${id}/values`);
  });
});

function columnsIn(form: FormData): TypedColumns {
  // A form has a field for each of what it counts.
  let left = [...form.keys()].length;
  const counted = (name: string) => {
    const length = Math.max(0, Math.min(Number(textOf(form, name)) || 0, left));
    left -= length;
    return { length };
  };
  const sheets = Array.from(counted("sheets"), (_, at) => ({
    kind: textOf(form, `sheets.${at}.kind`),
    headerLine: textOf(form, `sheets.${at}.headerLine`),
    lastLine: textOf(form, `sheets.${at}.lastLine`),
    columns: Array.from(counted(`sheets.${at}.columns`), (_, index) =>
      textOf(form, `sheets.${at}.columns.${index}`),
    ),
  }));
  const keepsRecorded = textOf(form, "blanks") === "keep";
  return { sheets, sample: textOf(form, "sample"), keepsRecorded };
}

/** Matches the values of an upload as they were chosen, and goes on to check it. */
export const matchValuesAction = taking([upload, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const seen = textOf(form, "seen");
    const chosen: Chosen = (_group, place, text) => {
      const value = form.get(`${valueFields(seen, place)}.${text}`);
      if (typeof value !== "string" || value === "") return undefined;
      return value === "blank" ? "" : value;
    };
    const result = resultOn(form, await matchValues(viewer, id, { chosen, seen }));
    if (!("value" in result)) return result;
    goTo(`/import/${id}/check`);
  });
});

/**
 * Imports the cases of an upload; or goes on to another part of the lists on its page, and keeps the
 * note that is typed so far.
 */
export const importUploadAction = taking([upload, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const made = { reason: textOf(form, "reason"), seen: textOf(form, "seen") };
    const [part, list] = /^(changes|totals)After=\d{1,9}$/.exec(textOf(form, "part")) ?? [];
    if (part !== undefined) {
      const kept = resultOn(form, await keepNote(viewer, id, made.reason));
      if (!("value" in kept)) return kept;
      goTo(`/import/${id}/check?${part}#${list}`);
    }
    const outcome = await importUpload(viewer, id, made);
    if (outcome.kind === "refused")
      return problemsOn(
        form,
        outcome.problems.map((one) => (one.field === "reason" ? one : { ...one, field: "" })),
      );
    const result = resultOn(form, outcome);
    if (!("value" in result)) return result;
    goTo(result.value.id === null ? `/import/${id}/check` : `/imports/${result.value.id}`);
  });
});

/** Reads the files of an upload again. */
export const readAgainAction = taking([upload, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const result = resultOn(form, await readAgain(viewer, id));
    if (!("value" in result)) return result;
    goTo(`/import/${id}`);
  });
});

/** Throws an upload away. */
export const discardUploadAction = taking([upload, before, fields], async (id, _, form) => {
  return actOnForm(form, async (viewer) => {
    const result = resultOn(form, await discardUpload(viewer, id));
    if (!("value" in result)) return result;
    goTo("/import");
  });
});
