import { eq } from "drizzle-orm";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayHoldOpening, mayOpenCase, opensByItself } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { knownCase, knownCases } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { cases, openingHolds, reconciliations } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { write } from "../store/store";

/**
 * Opens a case when every coder assigned to it, two at least, has submitted, and again in a second
 * look if there is one: from then on their submissions are frozen. Does nothing otherwise, nor
 * when a lead holds it. For use inside db/, after a submission.
 */
export async function openIfAllSubmitted(tx: Db, viewer: Viewer, caseId: string): Promise<void> {
  const found = await knownCases(tx, viewer, { where: eq(cases.id, caseId) });
  const { facts } = theRow(found, "The case just written to is not there");
  if (!opensByItself(facts)) return;
  // Nobody opens a case: it opens.
  await open(tx, null, caseId);
}

/** Opens a case in the name of whoever did it; null when it opens by itself. For use inside db/. */
export async function open(tx: Db, viewer: Viewer | null, caseId: string): Promise<void> {
  await tx
    .insert(reconciliations)
    .values({ caseId, round: 1, startedBy: viewer && personIdOf(viewer) });
  await record(tx, viewer, { action: "opened the case", caseId });
}

/** Lets a case wait for a lead once every coder has submitted, instead of opening by itself. */
export async function holdOpening(viewer: Viewer, reference: string): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayHoldOpening(viewer, found.facts)) return notFound;
    await tx.insert(openingHolds).values({ caseId: found.id, heldBy: personIdOf(viewer) });
    await record(tx, viewer, { action: "held the opening", caseId: found.id });
    return done();
  });
}

/** Opens a case that waits for a lead, without a second look. */
export async function openCase(viewer: Viewer, reference: string): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayOpenCase(viewer, found.facts)) return notFound;
    await open(tx, viewer, found.id);
    return done();
  });
}
