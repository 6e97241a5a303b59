import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { CaseType } from "@/domain/cases";
import { holds } from "@/domain/people";
import { mayAssignCoders, mayRate, needsCoders } from "@/domain/workflow";
import { stillAssigned } from "./blinding";
import { type KnownCase, knownCases } from "./case-facts";
import type { Viewer } from "./people";
import { assignments, cases, draftRatings } from "./schema";
import { reader } from "./store";

/** Something that waits for a person: a verb that they can do now. */
export interface Task {
  readonly verb: "rate" | "reconcile" | "commit" | "assign coders";
  readonly reference: string;
  readonly sample: string;
  readonly caseType: CaseType;
  /** Factors that the viewer has rated so far, for "rate". */
  readonly rated: number;
  /** Factors still to agree, for "reconcile"; 0 otherwise. */
  readonly left: number;
  /** Coders that the case has, for "assign coders". */
  readonly coders: number;
  readonly reopened: boolean;
}

const factors = 13;
const a = alias(assignments, "a");

/**
 * What waits for the viewer, by reference. Coders: cases to rate, and to reconcile together once
 * they are open. Leads: the same, and cases to commit, and to assign coders to: new ones, and those
 * that were handed back.
 */
export async function listWork(viewer: Viewer): Promise<Task[]> {
  const found = await knownCases(reader(), viewer, { where: mayWaitFor(viewer) });
  const rated = await ratedSoFar(viewer);
  return found.flatMap((one) => tasksOf(viewer, one, rated));
}

function mayWaitFor(viewer: Viewer): SQL | undefined {
  const own = sql`exists (select 1 from assignments a
    where a.case_id = ${cases.id} and a.coder_id = ${viewer.id} and ${stillAssigned})`;
  const locked = sql`(exists (select 1 from dataset_versions v where v.case_id = ${cases.id})
    and not exists (select 1 from reconciliations c where c.case_id = ${cases.id} and not exists (
      select 1 from dataset_versions v where v.reconciliation_id = c.id)))`;
  return and(holds(viewer, "lead") ? undefined : own, sql`not ${locked}`);
}

function tasksOf(
  viewer: Viewer,
  { facts, own, ...found }: KnownCase,
  rated: ReadonlyMap<string, number>,
): Task[] {
  const { reference, sample, caseType } = found;
  const { coders } = facts;
  const reopened = facts.versions > 0;
  const task = { reference, sample, caseType, coders, rated: 0, left: 0, reopened };
  const tasks: Task[] = [];
  if (mayRate(facts, own)) tasks.push({ ...task, verb: "rate", rated: rated.get(reference) ?? 0 });
  if (needsCoders(facts) && mayAssignCoders(viewer, facts))
    tasks.push({ ...task, verb: "assign coders" });
  if (facts.underWay && facts.waitingFor === 0) {
    const left = factors - facts.agreed;
    if (left === 0 && holds(viewer, "lead")) tasks.push({ ...task, verb: "commit" });
    else tasks.push({ ...task, verb: "reconcile", left });
  }
  return tasks;
}

async function ratedSoFar(viewer: Viewer): Promise<Map<string, number>> {
  const rows = await reader()
    .select({
      reference: cases.reference,
      rated: sql<number>`count(*)`.mapWith(Number),
    })
    .from(a)
    .innerJoin(cases, eq(cases.id, a.caseId))
    .innerJoin(draftRatings, eq(draftRatings.assignmentId, a.id))
    .where(and(eq(a.coderId, viewer.id), isNotNull(draftRatings.level)))
    .groupBy(cases.reference);
  return new Map(rows.map((row) => [row.reference, row.rated]));
}
