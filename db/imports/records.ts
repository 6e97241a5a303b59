import { asc, inArray } from "drizzle-orm";
import type { CaseRecord } from "@/domain/case-record/case-record";
import { singleFacts } from "../case-records";
import type { Db } from "../engine";
import {
  caseActions,
  caseRecords,
  indexChildren,
  involvementPeriods,
  practicePoints,
} from "../schema";

/** One revision of a case's record, by name. */
export interface Revision {
  readonly caseId: string;
  readonly revision: number;
}

type Items = Pick<CaseRecord, "periods" | "children" | "practice" | "actions">;

/**
 * Many records at once, each at one revision, by the key of the case. A case has one revision here.
 * For use inside db/.
 */
export async function recordsAt(
  db: Db,
  wanted: readonly Revision[],
): Promise<Map<string, CaseRecord>> {
  const ids = wanted.map(({ caseId }) => caseId);
  const revisions = new Map(wanted.map(({ caseId, revision }) => [caseId, revision]));
  const isWanted = (row: Revision) => revisions.get(row.caseId) === row.revision;
  const rows = await db
    .select({ caseId: caseRecords.caseId, revision: caseRecords.revision, facts: singleFacts })
    .from(caseRecords)
    .where(inArray(caseRecords.caseId, ids));
  const items = await itemsOf(db, ids, isWanted);
  return new Map(
    rows
      .filter(isWanted)
      .map(({ caseId, facts }): [string, CaseRecord] => [caseId, { ...facts, ...items(caseId) }]),
  );
}

async function itemsOf(
  db: Db,
  ids: string[],
  isWanted: (row: Revision) => boolean,
): Promise<(caseId: string) => Items> {
  const grouped = <T extends Revision & { position: number }>(rows: T[]) => {
    const own = new Map<string, Omit<T, keyof Revision | "position">[]>();
    for (const row of rows.filter(isWanted)) {
      const { caseId, revision: _, position: __, ...item } = row;
      own.set(caseId, [...(own.get(caseId) ?? []), item]);
    }
    return (caseId: string) => own.get(caseId) ?? [];
  };
  const from = <T extends ItemTable>(table: T) =>
    db.select().from(table).where(inArray(table.caseId, ids)).orderBy(asc(table.position));
  const periods = grouped(await from(involvementPeriods));
  const children = grouped(await from(indexChildren));
  const practice = grouped(await from(practicePoints));
  const actions = grouped(await from(caseActions));
  return (caseId) => ({
    periods: periods(caseId),
    children: children(caseId),
    practice: practice(caseId),
    actions: actions(caseId),
  });
}

type ItemTable =
  | typeof involvementPeriods
  | typeof indexChildren
  | typeof practicePoints
  | typeof caseActions;
