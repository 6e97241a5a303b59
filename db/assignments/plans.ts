import { eq, inArray } from "drizzle-orm";
import { done, type Outcome, refused } from "@/domain/outcome";
import type { Share } from "@/domain/sharing";
import { type KnownCase, knownCases } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { assignments, cases } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { insertAssignments, whyNotAssignable } from "./assignments";
import { type Load, loadsIn } from "./loads";

/** What would be done to a case. */
export interface PlannedCase {
  readonly reference: string;
  /** Who would be assigned to it. */
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  /** Whether it has opened, and would be closed to everybody until they submit. */
  readonly opened: boolean;
  /** Why nobody would; null when somebody would. */
  readonly refusal: string | null;
}

/** Who would get what. It rests on who is assigned and who has submitted, and on no rating. */
export interface Plan {
  readonly cases: readonly PlannedCase[];
  /** The coders that were chosen, and how many more cases would wait for each. */
  readonly coders: readonly (Load & { readonly more: number })[];
}

/** A case that is planned for. For use inside db/. */
export interface Candidate {
  readonly found: KnownCase;
  /** Who was ever assigned to it: they cannot be again. */
  readonly earlier: readonly string[];
}

/** A plan, and the cases that it is for. For use inside db/. */
export interface Planned {
  readonly plan: Plan;
  readonly candidates: readonly Candidate[];
}

/** These cases by reference, as far as they are there. For use inside db/. */
export async function candidatesOf(
  db: Db,
  viewer: Viewer,
  references: readonly string[],
): Promise<Candidate[]> {
  const where = inArray(cases.reference, [...references]);
  const candidates: Candidate[] = [];
  for (const found of await knownCases(db, viewer, { where }))
    candidates.push({ found, earlier: await everAssigned(db, found.id) });
  return candidates;
}

async function everAssigned(db: Db, caseId: string): Promise<string[]> {
  const rows = await db
    .select({ coderId: assignments.coderId })
    .from(assignments)
    .where(eq(assignments.caseId, caseId));
  return rows.map(({ coderId }) => coderId);
}

/** The chosen coders; null when one of them cannot be assigned. For use inside db/. */
export async function chosenCoders(db: Db, chosen: readonly string[]): Promise<Load[] | null> {
  const loads = (await loadsIn(db)).filter(({ id }) => chosen.includes(id));
  const isWhole = loads.length === chosen.length && loads.every(({ assignable }) => assignable);
  return isWhole ? loads : null;
}

/**
 * The plan that gives these shares, as far as they can be given; `whyNone` says why a case is given
 * nobody. For use inside db/.
 */
export async function planOf(
  db: Db,
  made: {
    readonly candidates: readonly Candidate[];
    readonly coders: readonly Load[];
    readonly shares: readonly Share[];
    readonly whyNone: (one: Candidate) => string;
  },
): Promise<Planned> {
  const { candidates, coders, shares, whyNone } = made;
  const planned: PlannedCase[] = [];
  for (const candidate of candidates) {
    const { reference, facts } = candidate.found;
    const coderIds = shares.find((share) => share.reference === reference)?.coders ?? [];
    const asked = { coderIds, earlier: candidate.earlier, already: facts.coders };
    const refusal = coderIds.length === 0 ? whyNone(candidate) : await whyNotAssignable(db, asked);
    const given = refusal ? [] : coders.filter(({ id }) => coderIds.includes(id));
    planned.push({
      reference,
      coders: given.map(({ id, name }) => ({ id, name })),
      opened: facts.opened,
      refusal,
    });
  }
  const given = planned.flatMap((one) => one.coders.map(({ id }) => id));
  const more = (id: string) => given.filter((one) => one === id).length;
  return {
    plan: { cases: planned, coders: coders.map((load) => ({ ...load, more: more(load.id) })) },
    candidates,
  };
}

/** What a plan gives to whom, a line each: a page sends it back to say which plan it showed. */
export function givenBy(plan: Plan): string[] {
  const lines = plan.cases.flatMap(({ reference, coders }) =>
    coders.map(({ id }) => `${reference} ${id}`),
  );
  return lines.sort();
}

/**
 * Carries a plan out, all of it or nothing, when it is still the one that was shown. `before` is
 * done to each case first, `how` is kept in the log. For use inside db/.
 */
export async function carryOut(
  tx: Db,
  viewer: Viewer,
  { plan, candidates }: Planned,
  made: {
    readonly shown: readonly string[];
    readonly how?: string;
    readonly before?: (one: Candidate) => Promise<void>;
  },
): Promise<Outcome<{ cases: number }>> {
  const given = plan.cases.filter(({ coders }) => coders.length > 0);
  if (given.length === 0) return refused("", "There is nobody to assign to these cases");
  if (givenBy(plan).join() !== [...made.shown].sort().join()) return refused("", otherPlan);
  for (const { reference, coders } of given) {
    const candidate = theRow(
      candidates.filter((one) => one.found.reference === reference),
      "A case of the plan is not there",
    );
    await made.before?.(candidate);
    await insertAssignments(tx, viewer, {
      caseId: candidate.found.id,
      coderIds: coders.map(({ id }) => id),
      joinedLater: candidate.found.facts.opened,
      how: made.how,
    });
  }
  return done({ cases: given.length });
}

const otherPlan =
  "The cases or their coders have changed since this was worked out. Show who gets what again.";
