import { and, inArray } from "drizzle-orm";
import { type CodeLists, valueFor } from "@/domain/code-lists/code-lists";
import { done, notFound, type Outcome } from "@/domain/outcome";
import type { ReleaseName } from "@/domain/releases/release";
import {
  type CellFound,
  type CellPlace,
  cellAt,
  hasCases,
  shareOfCase,
} from "@/domain/tables/cases-behind";
import { sampleOfGroup } from "@/domain/tables/columns";
import type { SampleChoice, Table, TableKind } from "@/domain/tables/table";
import { mayKnowCase } from "../blinding";
import type { Db } from "../engine";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people";
import { cases } from "../schema";
import { onceAtOneMoment } from "../store";
import { tableCases } from "./counts";
import { reportAt, type TablesAsked } from "./report";

/** A case that a cell counts. */
export interface CaseBehind {
  readonly reference: string;
  readonly sample: string;
  /** The label of its case type. */
  readonly caseType: string;
  /** How many of what the cell counts are in it. */
  readonly n: number;
  /** Its value, where the cell is a mean or the end of a range. */
  readonly value: number | null;
  /** Whether the viewer may open its page. */
  readonly mayOpen: boolean;
}

/** A cell of a table, and the cases that it counts, by reference, a page of them. */
export interface CasesBehind extends CellFound {
  readonly kind: TableKind;
  readonly choice: SampleChoice;
  readonly release: ReleaseName | null;
  readonly rows: readonly CaseBehind[];
  /** The reference that the next page is behind; null on the last. */
  readonly next: string | null;
}

/** Which cell, of which tables, and behind which reference to go on. */
export interface CellAsked extends TablesAsked, CellPlace {
  readonly table: string;
  readonly after?: string;
}

/** How many cases a page of the list holds. */
export const casesPerPage = 200;

/**
 * The cases that a cell of the tables of the team counts, or that its mean or range is over: exactly
 * those that `getReport` counts there for this viewer. Not found as `getReport` says, and when there
 * is no such table, line, column or sample; refused while a case of the release is being rated again.
 */
export async function getCasesBehind(
  viewer: Viewer,
  asked: CellAsked,
): Promise<Outcome<CasesBehind>> {
  return onceAtOneMoment(async (db) => {
    const report = await reportAt(db, viewer, asked);
    if (report.kind !== "done") return report;
    const { tables = [], choice, release = null } = report.value ?? {};
    const table = tables.find(({ kind }) => kind.output === asked.table);
    const found = table && cellAt(table, asked);
    if (!choice || !table || !found || !isChosen(asked, choice)) return notFound;
    const page = await pageOf(db, viewer, asked, { table, found });
    return done({ ...found, ...page, kind: table.kind, choice, release });
  });
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

async function pageOf(
  db: Db,
  viewer: Viewer,
  { release, after }: CellAsked,
  { table: { kind }, found: { line, column } }: { table: Table; found: CellFound },
): Promise<Pick<CasesBehind, "rows" | "next">> {
  const { lists } = await bookOf(db, release);
  const samples = [...new Set(column.groups.map(sampleOfGroup))];
  const rows: Omit<CaseBehind, "mayOpen">[] = [];
  for await (const some of tableCases(db, viewer, release, lists, { samples, after })) {
    for (const each of some) {
      const share = shareOfCase(kind, line, column, each);
      if (hasCases(line, share)) rows.push(rowOf(each, share, lists));
    }
    if (rows.length > casesPerPage) break;
  }
  const shown = rows.slice(0, casesPerPage);
  const known = await knownOf(
    db,
    viewer,
    shown.map(({ reference }) => reference),
  );
  return {
    rows: shown.map((row) => ({ ...row, mayOpen: known.has(row.reference) })),
    next: rows.length > shown.length ? (shown.at(-1)?.reference ?? null) : null,
  };
}

function rowOf(
  { reference, sample, caseType }: Pick<CaseBehind, "reference" | "sample" | "caseType">,
  { n, values, sum }: CellFound["cell"],
  lists: CodeLists,
): Omit<CaseBehind, "mayOpen"> {
  const label = valueFor(lists.case_type, caseType).label;
  return { reference, sample, caseType: label, n, value: values > 0 ? sum : null };
}

/** Those of some cases whose pages the viewer may open. */
async function knownOf(
  db: Db,
  viewer: Viewer,
  references: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ reference: cases.reference })
    .from(cases)
    .where(and(inArray(cases.reference, [...references]), mayKnowCase(viewer, cases.id)));
  return new Set(rows.map(({ reference }) => reference));
}
