import { done, notFound, type Outcome } from "@/domain/outcome";
import type { ReleaseName } from "@/domain/releases/release";
import { type CellFound, type CellPlace, cellAt, shareOfCase } from "@/domain/tables/cases-behind";
import { pairOfFactors } from "@/domain/tables/factors-together";
import { type Atoms, addCase, tableFrom } from "@/domain/tables/make-table";
import type { SampleChoice, Table, TableBook } from "@/domain/tables/table";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { analysesAt } from "./analyses";
import { inParts, type TableCaseRead, tableState } from "./kept-cases";
import { type PageBehind, pageBehind } from "./page-behind";
import { reportAt, type TablesAsked } from "./report";
import { tableBookOf } from "./table-book";

/** A cell of a table, and the cases that it counts, by reference, a page of them. */
export interface CasesBehind extends CellFound, PageBehind {
  readonly choice: SampleChoice;
  readonly release: ReleaseName | null;
}

/** Which cell, of which tables, and behind which reference to go on. */
export interface CellAsked extends TablesAsked, CellPlace {
  readonly table: string;
  readonly after?: string;
}

/**
 * The cases that a cell of the tables of the team counts, or that its mean or range is over: exactly
 * those that `getReport` counts there for this viewer, or `getAnalyses` in the tables of index children
 * and of practice, and in factors together, where line and column are two factors. Not found as these
 * say, and when there is no such table, line, column or sample; refused while a case of the release is
 * being rated again.
 */
export async function getCasesBehind(
  viewer: Viewer,
  asked: CellAsked,
): Promise<Outcome<CasesBehind>> {
  return onceAtOneMoment(async (db) => {
    const told = await tablesAt(db, viewer, asked);
    if (told.kind !== "done") return told;
    const { tables, choice, release } = told.value;
    if (!choice || !isChosen(asked, choice)) return notFound;
    const book = await tableBookOf(db, asked.release);
    const state = await tableState(db, viewer, asked.release, book);
    const cases = await state.cases();
    const table =
      asked.table === "factors_together"
        ? await pairOf(cases, book, choice, asked)
        : tables.find(({ kind }) => kind.output === asked.table);
    const found = table && cellAt(table, asked);
    if (!found) return notFound;
    const page = await pageBehind(db, viewer, {
      ...{ found, cases, lists: book.lists, after: asked.after },
      shareOf: shareOfCase(found.kind, found.line, found.column),
    });
    return done({ ...found, ...page, choice, release });
  });
}

interface TablesTold {
  readonly tables: readonly Table[];
  readonly choice: SampleChoice | null;
  readonly release: ReleaseName | null;
}

const ofAnalyses = [
  ...["index_children", "children_per_case"],
  ...["practice_strengths", "practice_shortcomings", "factors_together"],
];

/** The tables among which the one that is asked for stands. */
async function tablesAt(db: Db, viewer: Viewer, asked: CellAsked): Promise<Outcome<TablesTold>> {
  if (!ofAnalyses.includes(asked.table)) {
    const report = await reportAt(db, viewer, asked);
    if (report.kind !== "done") return report;
    const { tables = [], choice = null, release = null } = report.value ?? {};
    return done({ tables, choice, release });
  }
  const analyses = await analysesAt(db, viewer, { ...asked, intervals: false });
  if (analyses.kind !== "done") return analyses;
  const { children = [], practice = [], choice = null, release = null } = analyses.value ?? {};
  return done({ tables: [...children, ...practice], choice, release });
}

/** The table of the two factors that are asked for; undefined when there are none such. */
async function pairOf(
  cases: readonly TableCaseRead[],
  book: TableBook,
  choice: SampleChoice,
  { line, column }: CellPlace,
): Promise<Table | undefined> {
  const { factors } = book.codebook;
  const one = factors.find(({ key }) => `part-${key}` === line);
  const other = factors.find(({ key }) => key === column);
  if (!one || !other) return undefined;
  const kind = pairOfFactors(one, other);
  const atoms: Atoms = new Map();
  for await (const some of inParts(cases)) for (const each of some) addCase(atoms, kind, each);
  return tableFrom(kind, book, atoms, choice);
}

/**
 * Whether the samples that are asked for are those that were chosen: where there is no such sample,
 * the page with all tables shows others, and names them. For use inside db/.
 */
export function isChosen(
  { thisSample, earlierSamples = [] }: TablesAsked,
  choice: SampleChoice,
): boolean {
  const isThis = thisSample === undefined || thisSample === choice.thisSample;
  return isThis && earlierSamples.every((one) => choice.earlierSamples.includes(one));
}
