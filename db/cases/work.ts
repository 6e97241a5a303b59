import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { isOverdue } from "@/domain/deadlines";
import { holds } from "@/domain/people";
import {
  mayAssignCoders,
  mayOpenCase,
  mayRate,
  mayReadAgain,
  needsCoders,
} from "@/domain/workflow";
import { isCoderOf } from "../blinding/blinding";
import { proposalsUnderWay } from "../dataset/proposals";
import type { Viewer } from "../people/people";
import { assignments, cases, draftRatings } from "../schema";
import { reader } from "../store/store";
import { currentDaysToRate } from "../study/days-to-rate";
import { asksForSecondPerson } from "../study/team";
import { type KnownCase, knownCases } from "./case-facts";
import { type Moments, momentsOf } from "./waiting";

/** Something that waits for a person: a verb that they can do now. */
export interface Task {
  readonly verb: "rate" | "read again" | "open" | "reconcile" | "commit" | "assign coders";
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  /** Factors that the viewer has rated so far, for "rate". */
  readonly rated: number;
  /** Factors still to agree, for "reconcile"; 0 otherwise. */
  readonly left: number;
  /** Coders that the case has, for "assign coders". */
  readonly coders: number;
  readonly reopened: boolean;
  /** Since when it has waited for the viewer. */
  readonly since: string;
  /** Whether they have had longer to rate it than there is. */
  readonly overdue: boolean;
  /** For "commit": whether it was proposed, by the viewer or for them to confirm. */
  readonly proposed: "by them" | "to them" | null;
  /** Whether the last commit that was proposed in this round was sent back. */
  readonly sentBack: boolean;
}

const factors = 13;
const a = alias(assignments, "a");

/**
 * What waits for the viewer, by reference. Coders: cases to rate, to read again in a second look,
 * and to reconcile together once they are open, and to confirm a commit where that takes a second
 * person. Leads: the same, and cases to open, to commit, and to assign coders to: new ones, and
 * those that were handed back.
 */
export async function listWork(viewer: Viewer): Promise<Task[]> {
  const db = reader();
  const where = mayWaitFor(viewer);
  const known: Known = {
    rated: await ratedSoFar(viewer),
    moments: await momentsOf(db, viewer, where),
    days: await currentDaysToRate(db),
    proposals: await lastProposals(viewer),
  };
  const found = await knownCases(db, viewer, { where });
  return found.flatMap((one) => tasksOf(viewer, one, known));
}

type Proposed = Pick<Task, "proposed" | "sentBack">;

interface Known {
  readonly rated: ReadonlyMap<string, number>;
  readonly moments: ReadonlyMap<string, Moments>;
  readonly days: number | null;
  readonly proposals: ReadonlyMap<string, Proposed>;
}

function mayWaitFor(viewer: Viewer): SQL | undefined {
  const locked = sql`(exists (select 1 from dataset_versions v where v.case_id = ${cases.id})
    and not exists (select 1 from reconciliations c where c.case_id = ${cases.id} and not exists (
      select 1 from dataset_versions v where v.reconciliation_id = c.id)))`;
  return and(holds(viewer, "lead") ? undefined : isCoderOf(viewer, cases.id), sql`not ${locked}`);
}

function tasksOf(viewer: Viewer, { facts, own, ...found }: KnownCase, known: Known): Task[] {
  const { reference, sample, caseType } = found;
  const moments = known.moments.get(found.id);
  const reopened = facts.versions > 0;
  const { coders } = facts;
  const nothing = { rated: 0, left: 0, overdue: false, proposed: null, sentBack: false };
  const task = { reference, sample, caseType, coders, reopened, ...nothing };
  const tasks: Task[] = [];
  if (mayRate(facts, own)) {
    const since = moments?.assigned ?? found.madeAt;
    const overdue = isOverdue(since, known.days, new Date().toISOString());
    const rated = known.rated.get(reference) ?? 0;
    tasks.push({ ...task, verb: "rate", rated, since, overdue });
  }
  if (mayReadAgain(facts, own))
    tasks.push({ ...task, verb: "read again", since: last(moments?.lookedAgain) });
  if (mayOpenCase(viewer, facts)) {
    const since = last(moments?.held, moments?.submitted, moments?.released);
    tasks.push({ ...task, verb: "open", since });
  }
  if (needsCoders(facts) && mayAssignCoders(viewer, facts))
    tasks.push({ ...task, verb: "assign coders", since: last(found.madeAt, moments?.released) });
  if (facts.underWay && facts.waitingFor === 0) {
    const left = factors - facts.agreed;
    const since = last(moments?.begun, moments?.submitted, moments?.released);
    const proposal = known.proposals.get(reference);
    if (left === 0 && (proposal?.proposed || holds(viewer, "lead")))
      tasks.push({ ...task, ...proposal, verb: "commit", since: last(since, moments?.agreed) });
    else tasks.push({ ...task, ...proposal, verb: "reconcile", left, since });
  }
  return tasks;
}

/** The last of these moments; there is one. */
function last(...moments: readonly (string | null | undefined)[]): string {
  return moments.map((one) => one ?? "").reduce((latest, one) => (one > latest ? one : latest), "");
}

// How the commits that were proposed to a second person stand, by reference.
async function lastProposals(viewer: Viewer): Promise<Map<string, Proposed>> {
  if (!(await asksForSecondPerson(reader()))) return new Map();
  const all = await proposalsUnderWay(reader(), viewer);
  return new Map(
    all.map(({ reference, stands, own, sentBackAt }) => {
      const proposed = own ? "by them" : "to them";
      return [reference, { proposed: stands ? proposed : null, sentBack: sentBackAt !== null }];
    }),
  );
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
