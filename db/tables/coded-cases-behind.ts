import { done, notFound, type Outcome } from "@/domain/outcome";
import { cellAt, shareOfCoded } from "@/domain/tables/cases-behind";
import type { Viewer } from "../people/people";
import { onceAtOneMoment } from "../store/store";
import { type ByCoderView, byCoderAt } from "./by-coder";
import type { CasesBehind, CellAsked } from "./cases-behind";
import { codedCases } from "./coded-cases";
import { tableState } from "./kept-cases";
import { pageBehind } from "./page-behind";
import { tableBookOf } from "./table-book";

/**
 * The cases that a cell of the tables of who decides counts, or that its mean or range is over:
 * exactly those that `getByCoder` counts there, each with its value under the rule of the column; for
 * leads. Not found and refused as `getByCoder` says, and not found when there is no such table, line,
 * column or sample.
 */
export async function getCodedCasesBehind(
  viewer: Viewer,
  asked: Omit<CellAsked, "earlierSamples">,
): Promise<Outcome<CasesBehind>> {
  return onceAtOneMoment(async (db) => {
    const told = await byCoderAt(db, viewer, asked);
    if (told.kind !== "done") return told;
    const cell = told.value && cellOf(told.value, asked);
    const { sample = "", release = null } = told.value ?? {};
    const isOwn = asked.thisSample === undefined || asked.thisSample === sample;
    if (!cell || !isOwn) return notFound;
    const { found, shareOf } = cell;
    const book = await tableBookOf(db, asked.release);
    const state = await tableState(db, viewer, asked.release, book);
    const page = await pageBehind(db, viewer, {
      ...{ found, shareOf, lists: book.lists, after: asked.after },
      cases: await codedCases(db, viewer, state),
    });
    const choice = { thisSample: sample, earlierSamples: [] };
    return done({ ...found, ...page, choice, release });
  });
}

/** The cell that is asked for, and what it has of one case; null when there is no such cell. */
function cellOf(view: ByCoderView, asked: Omit<CellAsked, "earlierSamples">) {
  const table = [...view.tables, view.themes].find(({ kind }) => kind.output === asked.table);
  const found = table && cellAt(table, asked);
  if (!found) return null;
  return { found, shareOf: shareOfCoded(found.kind, view.codebook, found.line, found.column) };
}
