import { and, asc, eq, sql } from "drizzle-orm";
import type { CaseType } from "@/domain/cases";
import type { Codebook, Factor } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import {
  type AgreedLevel,
  checkDecision,
  type Decision,
  type FactorRow,
  mustDecideAgain,
  orderOfWork,
  sameLevel,
  type Way,
} from "@/domain/reconciliation";
import { mayAgree } from "@/domain/workflow";
import { personIdOf, record } from "./audit";
import { mayLearnRatings } from "./blinding";
import { type KnownCase, knownCase } from "./case-facts";
import { getCodebook } from "./codebooks";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { type GivenRating, ratingsGiven } from "./ratings";
import { agreedRatings, cases, people, reconciliations } from "./schema";
import { reader, write } from "./store";

/** The level that holds for a factor, with who agreed it when, and its revision. */
export interface AgreedRating {
  readonly level: string;
  /** Null for imported agreed ratings: how they were reached is not known. */
  readonly way: Way | null;
  readonly reason: string;
  readonly revision: number;
  readonly carried: boolean;
  readonly agreedAt: string;
  readonly agreedBy: string | null;
}

/** A factor of a case in reconciliation. */
export interface ReconciliationRow extends FactorRow {
  readonly ratings: readonly GivenRating[];
  readonly agreed: AgreedRating | null;
  /** What was agreed no longer stands: a coder joined since and it must be decided again. */
  readonly again: boolean;
}

/** The reconciliation under way in a case, for those to whom it is open. */
export interface Reconciliation {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: CaseType;
  readonly codebook: Codebook;
  readonly round: number;
  readonly startedAt: string;
  /** Why the case was reopened; "" in the first round. */
  readonly reason: string;
  readonly letters: readonly string[];
  /** In the order of work. */
  readonly rows: readonly ReconciliationRow[];
  /** Grows with every level agreed; tells a page that is out of date from one that is not. */
  readonly decisions: number;
  readonly mayAgree: boolean;
}

/** The reconciliation under way in a case; null when there is none that is open to the viewer. */
export async function getReconciliation(
  viewer: Viewer,
  reference: string,
): Promise<Reconciliation | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  return found && reconciliationOf(db, viewer, found);
}

/** The round in which the viewer may agree levels now; null when there is none. For use in db/. */
export async function roundToAgree(tx: Db, viewer: Viewer, reference: string) {
  const found = await knownCase(tx, viewer, reference);
  if (!found) return null;
  const current = await reconciliationOf(tx, viewer, found);
  return current?.mayAgree ? { found, current } : null;
}

async function reconciliationOf(
  db: Db,
  viewer: Viewer,
  found: KnownCase,
): Promise<(Reconciliation & { readonly id: string }) | null> {
  const [round] = await db
    .select({
      id: reconciliations.id,
      round: reconciliations.round,
      startedAt: reconciliations.startedAt,
      reason: reconciliations.reason,
    })
    .from(reconciliations)
    .innerJoin(cases, eq(cases.id, reconciliations.caseId))
    .where(
      and(
        eq(cases.id, found.id),
        mayLearnRatings(viewer, cases.id),
        sql`not exists (select 1 from dataset_versions v
          where v.reconciliation_id = ${reconciliations.id})`,
      ),
    );
  if (!round) return null;
  const codebook = await getCodebook(found.codebookVersion, db);
  const given = await ratingsGiven(db, viewer, found.id);
  const history = await agreedHistory(db, viewer, round.id);
  const rows = codebook.factors.map((factor) => rowOf(factor, given, history));
  return {
    ...round,
    reference: found.reference,
    sample: found.sample,
    caseType: found.caseType,
    codebook,
    letters: [...new Set(given.map((rating) => rating.letter))].sort(),
    rows: orderOfWork(rows),
    decisions: history.length,
    mayAgree: mayAgree(viewer, found.facts),
  };
}

function rowOf(
  factor: Factor,
  all: readonly GivenRating[],
  history: readonly (AgreedRating & { factor: string })[],
): ReconciliationRow {
  const ratings = all.filter((rating) => rating.factor === factor.key);
  const given = ratings.map((rating) => rating.level);
  const agreed = history.findLast((one) => one.factor === factor.key) ?? null;
  const again = agreed !== null && mustDecideAgain({ factor, given }, agreed);
  return { factor, given, ratings, agreed, again };
}

// Every revision of every factor in a round, oldest first.
async function agreedHistory(db: Db, viewer: Viewer, reconciliationId: string) {
  return db
    .select({
      factor: agreedRatings.factor,
      revision: agreedRatings.revision,
      level: agreedRatings.level,
      way: agreedRatings.way,
      reason: agreedRatings.reason,
      carried: agreedRatings.carried,
      agreedAt: agreedRatings.agreedAt,
      agreedBy: people.name,
    })
    .from(agreedRatings)
    .innerJoin(reconciliations, eq(reconciliations.id, agreedRatings.reconciliationId))
    .innerJoin(cases, eq(cases.id, reconciliations.caseId))
    .leftJoin(people, eq(people.id, agreedRatings.agreedBy))
    .where(
      and(eq(agreedRatings.reconciliationId, reconciliationId), mayLearnRatings(viewer, cases.id)),
    )
    .orderBy(asc(agreedRatings.factor), asc(agreedRatings.revision));
}

/**
 * Agrees the level of one factor. Refused with the field "seenRevision" when somebody has agreed
 * or changed it since the page was opened; nothing is stored then.
 */
export async function agreeLevel(
  viewer: Viewer,
  reference: string,
  decision: Decision,
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundToAgree(tx, viewer, reference);
    if (!round) return notFound;
    const { found, current } = round;
    const row = current.rows.find((one) => one.factor.key === decision.factor);
    if (!row) return refused("factor", "Select a factor of the codebook");
    if ((row.agreed?.revision ?? 0) !== decision.seenRevision)
      return refused(
        "seenRevision",
        `${row.factor.label} was agreed since you opened this page. What you entered has not been saved. Save again to change the level that holds now.`,
      );
    const checked = checkDecision(row, decision);
    if ("problems" in checked) return refusedFor(checked.problems);
    await insertAgreed(tx, viewer, current.id, found.codebookVersion, row, checked.agreed);
    await record(tx, viewer, {
      action: "agreed a level",
      caseId: found.id,
      subject: row.factor.label,
    });
    return done();
  });
}

/** Accepts the level that all coders gave, for every such factor that is not yet decided. */
export async function acceptAllTheSame(
  viewer: Viewer,
  reference: string,
): Promise<Outcome<{ accepted: number }>> {
  return write(async (tx) => {
    const round = await roundToAgree(tx, viewer, reference);
    if (!round) return notFound;
    const { found, current } = round;
    let accepted = 0;
    for (const row of current.rows) {
      const level = sameLevel(row);
      if (level === null || (row.agreed && !row.again)) continue;
      const agreed = { level, way: "all_the_same", reason: "" } as const;
      await insertAgreed(tx, viewer, current.id, found.codebookVersion, row, agreed);
      accepted += 1;
    }
    if (accepted > 0)
      await record(tx, viewer, {
        action: "accepted all the same",
        caseId: found.id,
        subject: accepted === 1 ? "1 factor" : `${accepted} factors`,
      });
    return done({ accepted });
  });
}

async function insertAgreed(
  tx: Db,
  viewer: Viewer,
  reconciliationId: string,
  codebookVersion: string,
  row: ReconciliationRow,
  agreed: AgreedLevel,
): Promise<void> {
  await tx.insert(agreedRatings).values({
    reconciliationId,
    codebookVersion,
    factor: row.factor.key,
    revision: (row.agreed?.revision ?? 0) + 1,
    ...agreed,
    agreedBy: personIdOf(viewer),
  });
}
