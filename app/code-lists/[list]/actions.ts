"use server";

import { z } from "zod";
import { actOnForm, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { searchOf } from "@/app/query";
import { changeCodeList } from "@/db/study/code-lists";
import { type CodeListName, codeListNames } from "@/domain/code-lists/code-lists";
import { fieldOf, type TypedValue } from "@/domain/code-lists/edit";

const list = z.enum(Object.keys(codeListNames) as [CodeListName]);
const mostValues = 200;

/** Makes the next version of a code list. */
export const changeCodeListAction = taking([list, before, fields], async (name, _, form) => {
  return actOnForm(form, async (viewer) => {
    const outcome = await changeCodeList(viewer, name, {
      seenVersion: Number(textOf(form, "version")),
      values: valuesIn(form),
      reason: textOf(form, "reason"),
    });
    const result = resultOn(form, outcome);
    if (!("value" in result)) return result;
    goTo(`/code-lists/${name}${searchOf({ after: String(result.value.version) })}`);
  });
});

function valuesIn(form: FormData): TypedValue[] {
  const count = Math.min(Number(textOf(form, "count")) || 0, mostValues);
  return Array.from({ length: count }, (_, index) => {
    const text = (field: keyof TypedValue) => textOf(form, fieldOf(index, field));
    return {
      key: text("key"),
      label: text("label"),
      offered: text("offered"),
      mergedInto: text("mergedInto"),
      lawGroup: text("lawGroup"),
      asksWhich: text("asksWhich"),
      fatal: text("fatal"),
    };
  });
}
