import { done, notFound, type Outcome } from "@/domain/outcome";
import { cellAt, shareOfCoded } from "@/domain/tables/cases-behind";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people/people";
import { onceAtOneMoment } from "../store/store";
import { byCoderAt } from "./by-coder";
import type { CasesBehind, CellAsked } from "./cases-behind";
import { codedCases } from "./coded-cases";
import { tableState } from "./kept-cases";
import { pageBehind } from "./page-behind";

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
    const { tables = [], themes, sample = "", release = null } = told.value ?? {};
    const all = themes ? [...tables, themes] : tables;
    const table = all.find(({ kind }) => kind.output === asked.table);
    const found = table && cellAt(table, asked);
    const isOwn = asked.thisSample === undefined || asked.thisSample === sample;
    if (!found || !isOwn) return notFound;
    const book = await bookOf(db, asked.release);
    const state = await tableState(db, viewer, asked.release, book);
    const page = await pageBehind(db, viewer, {
      ...{ found, lists: book.lists, after: asked.after },
      cases: await codedCases(db, viewer, state),
      shareOf: shareOfCoded(found.kind, book.codebook, found.line, found.column),
    });
    const choice = { thisSample: sample, earlierSamples: [] };
    return done({ ...found, ...page, choice, release });
  });
}
