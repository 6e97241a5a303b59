import { asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Mark, markOf } from "@/domain/board";
import { isOverdue } from "@/domain/deadlines";
import { mayAssignCoders, mayPlanWork, type Stage, stageOf } from "@/domain/workflow";
import { hasReadAgain, hasStarted, hasSubmitted, stillAssigned } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { assignments, cases, people } from "../schema";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { currentDaysToRate } from "../study/days-to-rate";
import { type KnownCase, knownCases, yesOrNo } from "./case-facts";

/** Where a coder stands with a case. */
export interface BoardCell {
  readonly coderId: string;
  readonly mark: Mark;
  readonly overdue: boolean;
}

/** A case on the board, with a cell for each coder that it has, by name. */
export interface BoardRow {
  readonly reference: string;
  readonly sample: string;
  readonly stage: Stage;
  readonly included: boolean;
  /** Whether coders can be assigned to it now. */
  readonly assignable: boolean;
  readonly cells: readonly BoardCell[];
}

/** Which cases the board shows: those of a sample, at a stage, of a coder, overdue, after another. */
export interface BoardFilter {
  readonly sample?: string;
  readonly stage?: Stage;
  readonly coder?: string;
  readonly overdue?: boolean;
  readonly after?: string;
}

/** How many cases a page of the board holds. */
export const casesOnBoard = 100;

// The conditions of blinding.ts speak of an assignment called "a".
const a = alias(assignments, "a");

/**
 * The cases that coders have or can be assigned to, by reference, each with where its coders stand:
 * whether they have begun, and whether they have submitted, their ratings and their second look, and
 * nothing of what they gave. Null for those who do not lead. `next` continues it.
 */
export async function listBoard(
  viewer: Viewer,
  filter: BoardFilter,
): Promise<{ rows: BoardRow[]; next: string | null; daysToRate: number | null } | null> {
  if (!mayPlanWork(viewer)) return null;
  const db = reader();
  const daysToRate = await currentDaysToRate(db);
  const { sample, coder } = filter;
  const where =
    coder === undefined
      ? undefined
      : sql`exists (select 1 from assignments a
          where a.case_id = ${cases.id} and a.coder_id = ${coder} and ${stillAssigned})`;
  const rows: BoardRow[] = [];
  for (let after = filter.after; ; ) {
    const page = await knownCases(db, viewer, { sample, after, where, limit: casesOnBoard });
    for (const row of await rowsOf(db, viewer, page, daysToRate)) {
      if (!fits(row, filter)) continue;
      if (rows.length === casesOnBoard)
        return { rows, daysToRate, next: rows.at(-1)?.reference ?? null };
      rows.push(row);
    }
    after = page.at(-1)?.reference;
    if (page.length < casesOnBoard || after === undefined) return { rows, daysToRate, next: null };
  }
}

async function rowsOf(
  db: Db,
  viewer: Viewer,
  page: readonly KnownCase[],
  days: number | null,
): Promise<BoardRow[]> {
  const parts = await partsOf(db, page);
  return page.map((found) => {
    const own = parts.filter(({ caseId }) => caseId === found.id);
    return rowOf(viewer, found, own, days);
  });
}

function fits({ stage, cells, assignable }: BoardRow, filter: BoardFilter): boolean {
  // Such as one that came with its agreed ratings: there is nothing to show of it, or to do.
  if (cells.length === 0 && !assignable) return false;
  if (filter.stage !== undefined && stage !== filter.stage) return false;
  const { coder } = filter;
  const asked = cells.filter(({ coderId }) => coder === undefined || coderId === coder);
  return !filter.overdue || asked.some(({ overdue }) => overdue);
}

type PartRow = Awaited<ReturnType<typeof partsOf>>[number];

async function partsOf(db: Db, page: readonly KnownCase[]) {
  const ids = page.map(({ id }) => id);
  return db
    .select({
      caseId: a.caseId,
      coderId: a.coderId,
      assignedAt: a.assignedAt,
      started: yesOrNo(hasStarted),
      submitted: yesOrNo(hasSubmitted),
      readAgain: yesOrNo(hasReadAgain),
    })
    .from(a)
    .innerJoin(people, eq(people.id, a.coderId))
    .where(sql`${inArray(a.caseId, ids)} and ${stillAssigned}`)
    .orderBy(asc(people.name), asc(people.id));
}

function rowOf(
  viewer: Viewer,
  { facts, reference, sample, included }: KnownCase,
  parts: readonly PartRow[],
  days: number | null,
): BoardRow {
  const stage = stageOf(facts);
  const now = new Date().toISOString();
  return {
    reference,
    sample,
    stage,
    included,
    assignable: mayAssignCoders(viewer, facts),
    cells: parts.map(({ coderId, assignedAt, ...part }) => ({
      coderId,
      mark: markOf(stage, part),
      overdue: included && !part.submitted && isOverdue(assignedAt, days, now),
    })),
  };
}
