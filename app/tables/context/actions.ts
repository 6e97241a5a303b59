"use server";

import { actOnForm, goTo, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { recordContextFigures } from "@/db/study/context-figures";
import { mostFigures } from "@/domain/context-figures";

/** Records the figures that stand beside the tables. */
export const recordContextFiguresAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const count = Number(textOf(form, "count"));
    if (!Number.isInteger(count) || count < 1 || count > mostFigures)
      return problemsOn(form, [{ field: "", message: "Open the page again, and try once more." }]);
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
