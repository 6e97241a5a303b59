import { and, inArray } from "drizzle-orm";
import { type CodeLists, valueFor } from "@/domain/code-lists/code-lists";
import { type CellFound, hasCases } from "@/domain/tables/cases-behind";
import { sampleOfGroup } from "@/domain/tables/columns";
import type { Cell } from "@/domain/tables/table";
import type { TableCase } from "@/domain/tables/table-case";
import { mayKnowCase } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { cases } from "../schema";
import type { Db } from "../store/engine";
import { inParts } from "./kept-cases";

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

/** Some of the cases that a cell counts, by reference. */
export interface PageBehind {
  readonly rows: readonly CaseBehind[];
  /** The reference that the next page is behind; null on the last. */
  readonly next: string | null;
}

/** How many cases a page of the list holds. */
export const casesPerPage = 200;

/** Where a list is taken from. */
interface ListAsked<T> {
  readonly found: CellFound;
  /** Cases by reference, as far as the viewer may learn them. */
  readonly cases: readonly T[];
  /** What the cell has of a case. */
  readonly shareOf: (each: T) => Cell;
  readonly lists: CodeLists;
  /** Only cases behind this reference. */
  readonly after?: string;
}

/** A page of the cases of which a cell has anything. For use inside db/. */
export async function pageBehind<T extends TableCase>(
  db: Db,
  viewer: Viewer,
  { found: { line, column }, cases: all, shareOf, lists, after = "" }: ListAsked<T>,
): Promise<PageBehind> {
  const samples = new Set(column.groups.map(sampleOfGroup));
  const rows: Omit<CaseBehind, "mayOpen">[] = [];
  for await (const some of inParts(all)) {
    for (const each of some) {
      if (!samples.has(each.sample) || each.reference <= after) continue;
      const share = shareOf(each);
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
  { reference, sample, caseType }: TableCase,
  { n, values, sum }: Cell,
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
