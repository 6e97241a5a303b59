import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { reasonFrom } from "@/domain/reason";
import { fewestCoders, mayAssignCoders, mayReleaseCoder } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { hasReadAgain, hasSubmitted, stillAssigned } from "../blinding/blinding";
import { knownCase, yesOrNo } from "../cases/case-facts";
import { codersIn, type Viewer } from "../people/people";
import { openIfAllSubmitted } from "../ratings/opening";
import { assignmentReleases, assignments, people } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";

/** A coder of a case, and whether they have submitted: that is no secret, what they said is. */
export interface CaseCoder {
  readonly id: string;
  readonly name: string;
  readonly submitted: boolean;
  readonly joinedLater: boolean;
  /** Whether they have submitted their second look. */
  readonly readAgain: boolean;
}

// The conditions of blinding.ts speak of an assignment called "a".
const a = alias(assignments, "a");

/** The coders now assigned to a case, by name. For use inside db/. */
export async function codersOf(db: Db, caseId: string): Promise<CaseCoder[]> {
  const found = await assignmentsOf(db, caseId);
  return found.map(({ assignmentId: _, ...coder }) => coder);
}

async function assignmentsOf(db: Db, caseId: string) {
  return db
    .select({
      assignmentId: a.id,
      id: people.id,
      name: people.name,
      joinedLater: a.joinedLater,
      submitted: yesOrNo(hasSubmitted),
      readAgain: yesOrNo(hasReadAgain),
    })
    .from(a)
    .innerJoin(people, eq(people.id, a.coderId))
    .where(sql`${a.caseId} = ${caseId} and ${stillAssigned}`)
    .orderBy(asc(people.name), asc(people.id));
}

/**
 * Assigns coders to a case, besides those it has. Together they must be at least two. A coder who
 * joins after the case opened is blind until they submit, and hides the case from the others too.
 */
export async function assignCoders(
  viewer: Viewer,
  reference: string,
  coderIds: readonly string[],
): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayAssignCoders(viewer, found.facts)) return notFound;
    const earlier = await tx
      .select({ coderId: assignments.coderId })
      .from(assignments)
      .where(eq(assignments.caseId, found.id));
    const wrong = await whyNotAssignable(tx, {
      coderIds,
      earlier: earlier.map((one) => one.coderId),
      already: found.facts.coders,
    });
    if (wrong) return refused("coders", wrong);
    await insertAssignments(tx, viewer, {
      caseId: found.id,
      coderIds,
      joinedLater: found.facts.opened,
    });
    return done();
  });
}

/**
 * Why these people cannot be assigned to a case, in words for the page; null when they can.
 * `earlier` are those who were ever assigned, `already` counts those who are now. For use in db/.
 */
export async function whyNotAssignable(
  tx: Db,
  asked: { coderIds: readonly string[]; earlier: readonly string[]; already?: number },
): Promise<string | null> {
  const { coderIds, earlier, already = 0 } = asked;
  if (coderIds.length === 0) return "Select the coders to assign";
  if (new Set(coderIds).size < coderIds.length) return "Select each coder once";
  const coders = await codersIn(tx);
  for (const coderId of coderIds) {
    const coder = coders.find((one) => one.id === coderId);
    if (!coder) return "Select coders from the list";
    if (earlier.includes(coderId)) return `${coder.name} has already been assigned to this case`;
  }
  if (already + coderIds.length < fewestCoders)
    return "Select at least two coders: a case needs two to be reconciled";
  return null;
}

/**
 * Inserts assignments that have been found right; `how` is kept with them in the log. For use
 * inside db/.
 */
export async function insertAssignments(
  tx: Db,
  viewer: Viewer,
  made: { caseId: string; coderIds: readonly string[]; joinedLater: boolean; how?: string },
): Promise<void> {
  const { caseId, coderIds, joinedLater, how } = made;
  const coders = await codersIn(tx);
  for (const coderId of coderIds) {
    await tx
      .insert(assignments)
      .values({ caseId, coderId, joinedLater, assignedBy: personIdOf(viewer) });
    const subject = coders.find((one) => one.id === coderId)?.name ?? "";
    await record(tx, viewer, { action: "assigned a coder", caseId, subject, reason: how });
  }
}

/**
 * Goes on without a coder who has not submitted, for a reason. What they drafted stays theirs and
 * never counts. The case opens when the others have all submitted.
 */
export async function goOnWithout(
  viewer: Viewer,
  reference: string,
  coderId: string,
  reason: string,
): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayReleaseCoder(viewer, found.facts)) return notFound;
    const coder = (await assignmentsOf(tx, found.id)).find((one) => one.id === coderId);
    if (!coder || coder.submitted)
      return refused("coder", "Select a coder who has not submitted yet");
    const why = reasonFrom(reason, `Enter a reason for going on without ${coder.name}`);
    if (why.kind !== "done") return why;
    await tx.insert(assignmentReleases).values({
      assignmentId: coder.assignmentId,
      reason: why.value,
      releasedBy: personIdOf(viewer),
    });
    await record(tx, viewer, {
      action: "went on without a coder",
      caseId: found.id,
      subject: coder.name,
      reason: why.value,
    });
    await openIfAllSubmitted(tx, viewer, found.id);
    return done();
  });
}
