import { type SQL, sql } from "drizzle-orm";
import type { CaseRecord } from "@/domain/case-record/case-record";
import {
  caseActions,
  caseRecords,
  indexChildren,
  involvementPeriods,
  practicePoints,
} from "../schema";
import type { Db } from "./engine";

/** One revision of a case's record, by name. */
export interface Revision {
  readonly caseId: string;
  readonly revision: number;
}

/**
 * Many records at once, each at one revision; a case has one revision here. Gives a function that
 * takes the key of a case; it throws for one that has no such revision. For use inside db/.
 */
export async function recordsAt(
  db: Db,
  wanted: readonly Revision[],
): Promise<(caseId: string) => CaseRecord> {
  const from = async <T extends RecordTable>(table: T) =>
    grouped(await db.select().from(table).where(isWanted(table, wanted)));
  const records = await from(caseRecords);
  const items = {
    periods: await from(involvementPeriods),
    children: await from(indexChildren),
    practice: await from(practicePoints),
    actions: await from(caseActions),
  };
  return (caseId) => {
    const [row = noRecord()] = records(caseId);
    const { reason: _, recordedAt: __, recordedBy: ___, ...facts } = row;
    return {
      ...facts,
      periods: inOrder(items.periods(caseId)),
      children: inOrder(items.children(caseId)),
      practice: inOrder(items.practice(caseId)),
      actions: inOrder(items.actions(caseId)),
    };
  };
}

// Of a case with many revisions the others are not read at all.
function isWanted({ caseId, revision }: RecordTable, wanted: readonly Revision[]): SQL {
  const pairs = JSON.stringify(wanted.map((one) => [one.caseId, one.revision]));
  return sql`(${caseId}, ${revision}) in (
    select value ->> 0, value ->> 1 from json_each(${pairs}))`;
}

function noRecord(): never {
  throw new Error("A case has no record");
}

/** Rows by the key of their case, without it. */
function grouped<T extends Revision>(rows: readonly T[]) {
  const own = new Map<string, Omit<T, keyof Revision>[]>();
  for (const { caseId, revision: _, ...row } of rows)
    own.set(caseId, [...(own.get(caseId) ?? []), row]);
  return (caseId: string) => own.get(caseId) ?? [];
}

function inOrder<T extends { readonly position: number }>(items: readonly T[]) {
  return [...items].sort((a, b) => a.position - b.position).map(({ position: _, ...item }) => item);
}

type RecordTable =
  | typeof caseRecords
  | typeof involvementPeriods
  | typeof indexChildren
  | typeof practicePoints
  | typeof caseActions;
