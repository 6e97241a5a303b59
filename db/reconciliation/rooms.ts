import { and, eq, max, sql } from "drizzle-orm";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { type Action, personIdOf, record } from "../audit";
import { mayLearnRatings, namesAreShown } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { cases, nameSwitches, reconciliations } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { roundToAgree } from "./reconciliations";

/** The room in which a case is being reconciled, for those to whom it is open. */
export interface Room {
  readonly reference: string;
  /** Grows with everything that is done to the case; tells a page that is behind from one that is not. */
  readonly at: number;
}

/** The room of a case; null when it is not open to the viewer, or not open any more. */
export async function getRoom(viewer: Viewer, reference: string): Promise<Room | null> {
  const found = await roundUnderWay(reader(), viewer, reference);
  return found && { reference: found.reference, at: found.at };
}

// How often others saved drafts is theirs alone, also after the case opened.
const doneSoFar = sql<number>`(select count(*) from audit_entries e
  where e.case_id = ${cases.id} and e.action <> ${"saved a draft" satisfies Action})`;

/** The round that is under way in a case and open to the viewer; null without one. For use in db/. */
export async function roundUnderWay(db: Db, viewer: Viewer, reference: string) {
  const [found] = await db
    .select({
      caseId: cases.id,
      reference: cases.reference,
      at: doneSoFar.mapWith(Number),
      namesShown: sql<boolean>`${namesAreShown(cases.id)}`.mapWith((shown) => Number(shown) === 1),
    })
    .from(cases)
    .innerJoin(reconciliations, eq(reconciliations.caseId, cases.id))
    .where(
      and(
        eq(cases.reference, reference),
        mayLearnRatings(viewer, cases.id),
        sql`not exists (select 1 from dataset_versions v
          where v.reconciliation_id = ${reconciliations.id})`,
      ),
    );
  return found ?? null;
}

/** Shows the names of a case's coders beside their letters, or hides them again. Leads may. */
export async function showNames(
  viewer: Viewer,
  reference: string,
  shown: boolean,
): Promise<Outcome> {
  return write(async (tx) => {
    const found =
      (await roundToAgree(tx, viewer, reference)) && (await roundUnderWay(tx, viewer, reference));
    if (!found) return notFound;
    const { caseId, namesShown } = found;
    if (namesShown === shown) return done();
    const [last] = await tx
      .select({ revision: max(nameSwitches.revision) })
      .from(nameSwitches)
      .where(eq(nameSwitches.caseId, caseId));
    const revision = (last?.revision ?? 0) + 1;
    await tx
      .insert(nameSwitches)
      .values({ caseId, revision, shown, switchedBy: personIdOf(viewer) });
    const action = shown ? "showed the coders’ names" : "hid the coders’ names";
    await record(tx, viewer, { action, caseId });
    return done();
  });
}
