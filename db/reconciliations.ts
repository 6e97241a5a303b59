import { and, asc, eq, sql } from "drizzle-orm";
import type { CaseType } from "@/domain/cases";
import type { Codebook, Factor } from "@/domain/codebook/codebook";
import { type FactorRow, mustDecideAgain, orderOfWork, type Way } from "@/domain/reconciliation";
import { mayAgree } from "@/domain/workflow";
import { mayLearnRatings } from "./blinding";
import { type KnownCase, knownCase } from "./case-facts";
import { getCodebook } from "./codebooks";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { type GivenRating, ratingsGiven } from "./ratings";
import { agreedRatings, cases, people, reconciliations } from "./schema";
import { reader } from "./store";

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
