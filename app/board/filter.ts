import { type Query, textIn } from "@/app/query";
import type { BoardFilter } from "@/db/cases/board";
import { type Stage, stages } from "@/domain/workflow";

/** The cases of the board that an address asks for. */
export function boardFilterIn(query: Query): BoardFilter {
  const asked = textIn(query, "stage");
  return {
    sample: textIn(query, "sample"),
    stage: asked && Object.hasOwn(stages, asked) ? (asked as Stage) : undefined,
    coder: textIn(query, "coder"),
    overdue: textIn(query, "overdue") === "yes",
    after: textIn(query, "after"),
  };
}

/** The same filter as the fields of a form or of an address. */
export function fieldsOfFilter({ sample, stage, coder, overdue, after }: BoardFilter) {
  return { sample, stage, coder, overdue: overdue ? "yes" : undefined, after };
}
