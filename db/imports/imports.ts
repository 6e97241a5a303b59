import { and, asc, desc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { labelsOfTotals } from "@/domain/import/stated-totals";
import { mayImport } from "@/domain/workflow";
import { mayLearnCommitted, mayLearnRatings } from "../blinding/blinding";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people/people";
import { cases, importCases, imports, importTotals, importUndos, people } from "../schema";
import { reader } from "../store/store";
import type { ChangedList } from "./code-lists";
import type { ImportedFile } from "./import-drafts";
import { listsOfImport } from "./lists-of-imports";
import type { CaseTotal, DraftCounts } from "./review";
import { type UndoMoves, undoMoves } from "./undo-moves";

/** An import as the list of imports shows it. */
export interface ImportLine {
  readonly id: string;
  readonly madeAt: string;
  /** Null when it was made from the command line. */
  readonly madeBy: string | null;
  readonly files: readonly ImportedFile[];
  readonly counts: DraftCounts;
  /** Why it was made; "" where nothing was said, or where it is not told. */
  readonly reason: string;
  /** Null unless it was undone. */
  readonly undone: {
    readonly at: string;
    readonly by: string | null;
    readonly reason: string;
  } | null;
}

/** A case that an import made or changed. */
export interface ImportedCaseLine {
  readonly reference: string;
  readonly kind: "new" | "changed";
  /** Whether it was committed by the import. */
  readonly committed: boolean;
  /** How many coders' independent ratings came with it. */
  readonly ratingSets: number;
}

/** An import with its cases and the totals that differed, as far as the viewer may learn them. */
export interface ImportView extends ImportLine {
  /** 100 of its cases by reference, after those that were passed over. */
  readonly cases: readonly ImportedCaseLine[];
  /** The code lists that it changed, and what is left of that. */
  readonly lists: {
    readonly brought: readonly ChangedList[];
    readonly left: readonly ChangedList[];
  };
  /** How many stated totals differed from what Concord computed. */
  readonly differing: number;
  /** Of those too 100, after those that were passed over. */
  readonly totals: readonly CaseTotal[];
  /** What undoing it would move, unless work has gone on from it; null once it is undone. */
  readonly undo: UndoMoves | null;
}

/** How many of the cases of an import, and of the totals that differed, are passed over. */
export interface PassedOverOfImport {
  readonly cases: number;
  readonly totals: number;
}

const mostListed = 100;
const undoer = alias(people, "undoer");

/** Every import, newest first; null for those who may not import. */
export async function listImports(viewer: Viewer): Promise<ImportLine[] | null> {
  return mayImport(viewer) ? linesWhere(viewer) : null;
}

/** One import; null when there is none with this id, and for those who may not import. */
export async function getImport(
  viewer: Viewer,
  id: string,
  passedOver: PassedOverOfImport = { cases: 0, totals: 0 },
): Promise<ImportView | null> {
  if (!mayImport(viewer)) return null;
  const [line] = await linesWhere(viewer, eq(imports.id, id));
  if (!line) return null;
  return {
    ...line,
    cases: await casesOf(id, passedOver.cases),
    ...(await totalsOf(viewer, id, passedOver.totals)),
    lists: await listsOfImport(reader(), id),
    undo: line.undone === null ? await undoMoves(reader(), id) : null,
  };
}

/**
 * How columns and values were matched in the newest import of cases; null when there is none, and
 * for those who may not import.
 */
export async function lastMatching(viewer: Viewer): Promise<unknown> {
  if (!mayImport(viewer)) return null;
  const [newest] = await reader()
    .select({ matching: imports.matching })
    .from(imports)
    .where(sql`exists (select 1 from import_cases i where i.import_id = ${imports.id})`)
    .orderBy(desc(imports.madeAt))
    .limit(1);
  return newest?.matching ?? null;
}

async function linesWhere(viewer: Viewer, where?: SQL): Promise<ImportLine[]> {
  const rows = await reader()
    .select({
      id: imports.id,
      madeAt: imports.madeAt,
      madeBy: people.name,
      files: imports.files,
      counts: imports.counts,
      reason: reasonTold(viewer, imports.reason, imports.madeBy),
      undoneAt: importUndos.undoneAt,
      undoneBy: undoer.name,
      undoReason: reasonTold(viewer, importUndos.reason, importUndos.undoneBy),
    })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.madeBy))
    .leftJoin(importUndos, eq(importUndos.importId, imports.id))
    .leftJoin(undoer, eq(undoer.id, importUndos.undoneBy))
    .where(where)
    .orderBy(desc(imports.madeAt));
  return rows.map(({ undoneAt, undoneBy, undoReason, ...line }) => ({
    ...line,
    undone: undoneAt === null ? null : { at: undoneAt, by: undoneBy, reason: undoReason },
  }));
}

// It stands with every revision that the import made, and is told as it is told there: a lead who
// has read an open case may say in it what they read.
const reasonTold = (
  viewer: Viewer,
  reason: typeof imports.reason | typeof importUndos.reason,
  givenBy: typeof imports.madeBy | typeof importUndos.undoneBy,
) => sql<string>`(case when ${givenBy} = ${viewer.id} or not exists (
    select 1 from import_cases i where i.import_id = ${imports.id} and i.kind = 'changed'
    and not ${or(mayLearnRatings(viewer, ofImport), isCommittedAndTold(viewer, ofImport))})
  then ${reason} else '' end)`;

const ofImport = sql`i.case_id`;

/** The case is in the dataset, and the viewer may learn what is committed of it. */
const isCommittedAndTold = (viewer: Viewer, caseId: typeof importTotals.caseId | SQL) => sql`(
  exists (select 1 from dataset_versions w where w.case_id = ${caseId})
  and ${mayLearnCommitted(viewer, caseId)})`;

async function casesOf(id: string, passedOver: number): Promise<ImportedCaseLine[]> {
  const rows = await reader()
    .select({
      reference: importCases.reference,
      kind: importCases.kind,
      version: importCases.version,
      ratingSets: importCases.ratingSets,
    })
    .from(importCases)
    .where(eq(importCases.importId, id))
    .orderBy(asc(importCases.reference))
    .limit(mostListed)
    .offset(passedOver);
  return rows.map(({ version, ...row }) => ({ ...row, committed: version !== null }));
}

// A risk rating is the sum of agreed levels, whoever added them up; nor is it counted.
async function totalsOf(
  viewer: Viewer,
  id: string,
  passedOver: number,
): Promise<Pick<ImportView, "differing" | "totals">> {
  const db = reader();
  const reference = sql<string>`coalesce(${importCases.reference}, ${cases.reference})`;
  const rows = await db
    .select({
      reference,
      field: importTotals.field,
      stated: importTotals.stated,
      computed: importTotals.computed,
      differing: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(importTotals)
    .leftJoin(
      importCases,
      and(
        eq(importCases.importId, importTotals.importId),
        eq(importCases.caseId, importTotals.caseId),
      ),
    )
    .leftJoin(cases, eq(cases.id, importTotals.caseId))
    .where(
      and(
        eq(importTotals.importId, id),
        or(ne(importTotals.field, "risk_rating"), isCommittedAndTold(viewer, importTotals.caseId)),
      ),
    )
    .orderBy(asc(reference), asc(importTotals.field))
    .limit(mostListed)
    .offset(passedOver);
  const labelOf = labelsOfTotals(await bookOf(db, null));
  return {
    differing: rows[0]?.differing ?? 0,
    totals: rows.map(({ differing: _, ...row }) => ({
      ...row,
      label: labelOf(row.field) || row.field,
    })),
  };
}
