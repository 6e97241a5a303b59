"use server";

import { actOnForm, goTo, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { recordContextFigures } from "@/db/context-figures";
import { mostFigures } from "@/domain/context-figures";

/** Records the figures that stand beside the tables. */
export const recordContextFiguresAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const count = Math.min(Number(textOf(form, "count")) || 0, mostFigures + 1);
    const typed = Array.from({ length: count }, (_, index) => {
      const text = (field: string) => textOf(form, `figures.${index}.${field}`);
      return {
        ...{ part: text("part"), label: text("label") },
        ...{ figure: text("figure"), source: text("source") },
      };
    });
    const seenRevision = Number(textOf(form, "revision"));
    const outcome = await recordContextFigures(viewer, { seenRevision, typed });
    const result = resultOn(form, outcome);
    if (!("value" in result)) return result;
    goTo("/tables#context");
  });
});
