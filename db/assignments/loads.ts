import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { isOverdue } from "@/domain/deadlines";
import { mayPlanWork } from "@/domain/workflow";
import { hasSubmitted, stillAssigned } from "../blinding/blinding";
import { isCurrentRecord } from "../cases/case-facts";
import { codersIn, type Viewer } from "../people/people";
import { assignments, caseRecords, cases, people } from "../schema";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { currentDaysToRate } from "../study/days-to-rate";

/** A coder, and how many cases wait for their ratings. */
export interface Load {
  readonly id: string;
  readonly name: string;
  /** Cases that are theirs and not submitted. */
  readonly open: number;
  /** Of those, how many they have had for longer than there is. */
  readonly overdue: number;
  /** Whether they can be assigned: a coder whose account is open. */
  readonly assignable: boolean;
}

// The conditions of blinding.ts speak of an assignment called "a".
const a = alias(assignments, "a");

/**
 * Everybody who can be assigned, or for whose ratings a case waits, by name. Only leads plan work;
 * null for others. It counts who has submitted, and nothing of what they gave.
 */
export async function listLoads(viewer: Viewer): Promise<Load[] | null> {
  return mayPlanWork(viewer) ? loadsIn(reader()) : null;
}

/** As listLoads. For use inside db/. */
export async function loadsIn(db: Db): Promise<Load[]> {
  const open = await openAssignments(db);
  const days = await currentDaysToRate(db);
  const now = new Date().toISOString();
  const coders = await codersIn(db);
  const others = open.filter(({ id }) => !coders.some((coder) => coder.id === id));
  const all = new Map([...coders, ...others].map(({ id, name }) => [id, name]));
  const loads = [...all].map(([id, name]) => {
    const own = open.filter((one) => one.id === id);
    return {
      id,
      name,
      open: own.length,
      overdue: own.filter(({ assignedAt }) => isOverdue(assignedAt, days, now)).length,
      assignable: coders.some((coder) => coder.id === id),
    };
  });
  return loads.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

async function openAssignments(db: Db) {
  return db
    .select({ id: people.id, name: people.name, assignedAt: a.assignedAt })
    .from(a)
    .innerJoin(people, eq(people.id, a.coderId))
    .innerJoin(cases, eq(cases.id, a.caseId))
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .where(sql`${stillAssigned} and not (${hasSubmitted}) and ${caseRecords.included} = 1`)
    .orderBy(asc(people.name), asc(people.id));
}
