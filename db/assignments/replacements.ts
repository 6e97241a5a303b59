import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { mostCases, type ReplacementChoice, shareOut } from "@/domain/sharing";
import { mayPlanWork, mayReplaceCoder } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { hasSubmitted, stillAssigned } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { assignmentReleases, assignments, cases, people } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";
import { candidatesOf, carryOut, chosenCoders, type Plan, type Planned, planOf } from "./plans";

/** An assignment of the coder who left, that is not submitted. */
interface Left {
  readonly assignmentId: string;
  readonly reference: string;
  readonly name: string;
}

// The conditions of blinding.ts speak of an assignment called "a".
const a = alias(assignments, "a");

/**
 * Who would take over which cases from a coder who left: those that are theirs and not submitted, or
 * of these the ones that are named. Nothing is stored. Only leads may.
 */
export async function planReplacement(
  viewer: Viewer,
  choice: ReplacementChoice,
): Promise<Outcome<Plan>> {
  const planned = await plannedIn(reader(), viewer, choice);
  return planned.kind === "done" ? done(planned.value.plan) : planned;
}

/**
 * Puts others in the place of a coder who left, as `planReplacement` said it would, in all cases or
 * in none. What the one who left submitted stays; what they drafted stays theirs and never counts.
 * Whoever takes over rates alone, and nobody learns anything of the case before they have submitted.
 */
export async function replaceCoder(
  viewer: Viewer,
  choice: ReplacementChoice,
  shown: readonly string[],
): Promise<Outcome<{ cases: number }>> {
  return write(async (tx) => {
    const planned = await plannedIn(tx, viewer, choice);
    if (planned.kind !== "done") return planned;
    const { left } = planned.value;
    return carryOut(tx, viewer, planned.value, {
      shown,
      how: choice.coders.length > 1 ? `At random, seed ${choice.seed}` : undefined,
      async before({ found }) {
        const own = left.filter(({ reference }) => reference === found.reference);
        const { assignmentId, name: subject } = theRow(own, "The assignment is not there");
        await tx
          .insert(assignmentReleases)
          .values({ assignmentId, reason: "", releasedBy: personIdOf(viewer) });
        await record(tx, viewer, { action: "replaced a coder", caseId: found.id, subject });
      },
    });
  });
}

async function plannedIn(
  db: Db,
  viewer: Viewer,
  choice: ReplacementChoice,
): Promise<Outcome<Planned & { left: Left[] }>> {
  if (!mayPlanWork(viewer)) return notFound;
  const coders = await chosenCoders(db, choice.coders);
  if (!coders) return refused("coders", "Select coders from the list");
  const left = await leftBy(db, choice);
  if (left.length === 0) return refused("left", "No case waits for this coder");
  const candidates = await candidatesOf(
    db,
    viewer,
    left.map(({ reference }) => reference),
  );
  const able = candidates.filter(({ found }) => mayReplaceCoder(viewer, found.facts));
  const shared = able.map(({ found, earlier }) => ({
    reference: found.reference,
    wanted: 1,
    not: earlier,
  }));
  const planned = await planOf(db, {
    candidates,
    coders,
    shares: shareOut(shared, coders, choice.seed),
    whyNone: (one) =>
      able.includes(one)
        ? "All of them have been assigned to it before"
        : "Coders cannot be assigned to it now",
  });
  return done({ ...planned, left });
}

async function leftBy(db: Db, { left, cases: named }: ReplacementChoice): Promise<Left[]> {
  return db
    .select({ assignmentId: a.id, reference: cases.reference, name: people.name })
    .from(a)
    .innerJoin(cases, eq(cases.id, a.caseId))
    .innerJoin(people, eq(people.id, a.coderId))
    .where(
      and(
        eq(a.coderId, left),
        sql`${stillAssigned} and not (${hasSubmitted})`,
        named.length === 0 ? undefined : inArray(cases.reference, [...named]),
      ),
    )
    .orderBy(asc(cases.reference))
    .limit(mostCases);
}
