import { and, asc, eq, max, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { mayConfirmCommit } from "@/domain/workflow";
import { personIdOf } from "../audit";
import { mayLearnRatings } from "../blinding/blinding";
import type { KnownCase } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { cases, commitProposals, people, proposalsSentBack, reconciliations } from "../schema";
import type { Db } from "../store/engine";

/** A commit that one lead proposed, and that waits for a second person. */
export interface StandingProposal {
  readonly id: string;
  /** 1, 2, 3 … in its round. */
  readonly revision: number;
  /** Null when it was proposed from the command line. */
  readonly by: string | null;
  readonly at: string;
  readonly own: boolean;
  /** Whether the viewer may be the second person. */
  readonly mayConfirm: boolean;
}

/** A proposal that the second person did not confirm. */
export interface SentBack {
  readonly revision: number;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string;
}

const second = alias(people, "second");

/**
 * The newest proposal of each round under way that is open to the viewer. It stands until it is
 * sent back, or a level is agreed anew. For use inside db/.
 */
export async function proposalsUnderWay(db: Db, viewer: Viewer, where?: SQL) {
  const rows = await db
    .select({
      id: commitProposals.id,
      revision: commitProposals.revision,
      reference: cases.reference,
      byId: commitProposals.proposedBy,
      by: people.name,
      at: commitProposals.proposedAt,
      decisions: commitProposals.decisions,
      decisionsNow: sql<number>`(select count(*) from agreed_ratings g
        where g.reconciliation_id = ${reconciliations.id})`.mapWith(Number),
      sentBackAt: proposalsSentBack.sentBackAt,
      sentBackBy: second.name,
      reason: proposalsSentBack.reason,
    })
    .from(commitProposals)
    .innerJoin(reconciliations, eq(reconciliations.id, commitProposals.reconciliationId))
    .innerJoin(cases, eq(cases.id, reconciliations.caseId))
    .leftJoin(people, eq(people.id, commitProposals.proposedBy))
    .leftJoin(proposalsSentBack, eq(proposalsSentBack.proposalId, commitProposals.id))
    .leftJoin(second, eq(second.id, proposalsSentBack.sentBackBy))
    .where(
      and(
        mayLearnRatings(viewer, cases.id),
        sql`not exists (select 1 from dataset_versions v
          where v.reconciliation_id = ${reconciliations.id})`,
        sql`${commitProposals.revision} = (select max(p.revision) from commit_proposals p
          where p.reconciliation_id = ${reconciliations.id})`,
        where,
      ),
    );
  return rows.map((row) => ({
    ...row,
    stands: row.sentBackAt === null && row.decisions === row.decisionsNow,
    own: row.byId === viewer.id,
  }));
}

/** The proposal in the round under way of a case, as the viewer sees it. For use inside db/. */
export async function proposalIn(
  db: Db,
  viewer: Viewer,
  found: KnownCase,
): Promise<{ proposal: StandingProposal | null; sentBack: SentBack | null }> {
  const [last] = await proposalsUnderWay(db, viewer, eq(cases.id, found.id));
  if (!last) return { proposal: null, sentBack: null };
  const { id, revision, by, byId, at, own, sentBackAt, sentBackBy, reason } = last;
  const mayConfirm = mayConfirmCommit(viewer, found.facts, found.own, byId);
  return {
    proposal: last.stands ? { id, revision, by, at, own, mayConfirm } : null,
    sentBack:
      sentBackAt === null
        ? null
        : { revision, by: sentBackBy, at: sentBackAt, reason: reason ?? "" },
  };
}

/**
 * Why proposed commits of a case were sent back, in all its rounds, oldest first; none where the
 * viewer may not learn its ratings. For use inside db/.
 */
export async function reasonsSentBack(db: Db, viewer: Viewer, caseId: string): Promise<string[]> {
  const rows = await db
    .select({ reason: proposalsSentBack.reason })
    .from(proposalsSentBack)
    .innerJoin(commitProposals, eq(commitProposals.id, proposalsSentBack.proposalId))
    .innerJoin(reconciliations, eq(reconciliations.id, commitProposals.reconciliationId))
    .innerJoin(cases, eq(cases.id, reconciliations.caseId))
    .where(and(eq(cases.id, caseId), mayLearnRatings(viewer, cases.id)))
    .orderBy(asc(reconciliations.round), asc(commitProposals.revision));
  return rows.map(({ reason }) => reason);
}

/** Adds the proposal to commit a round as it stands. For use inside db/. */
export async function insertProposal(
  tx: Db,
  viewer: Viewer,
  round: { readonly id: string; readonly decisions: number },
): Promise<void> {
  const [last] = await tx
    .select({ revision: max(commitProposals.revision) })
    .from(commitProposals)
    .where(eq(commitProposals.reconciliationId, round.id));
  await tx.insert(commitProposals).values({
    reconciliationId: round.id,
    revision: (last?.revision ?? 0) + 1,
    decisions: round.decisions,
    proposedBy: personIdOf(viewer),
  });
}
