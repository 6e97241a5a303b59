import { and, asc, eq } from "drizzle-orm";
import type { Factor } from "@/domain/codebook/codebook";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import type { Way } from "@/domain/reconciliation/reconciliation";
import { mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { agreedRatings, cases, people, reconciliations } from "../schema";
import type { Db } from "../store/engine";

/** The level that holds for a factor, with who agreed it when, and its revision. */
export interface AgreedRating {
  readonly id: string;
  readonly level: string;
  /** Null for imported agreed ratings: how they were reached is not known. */
  readonly way: Way | null;
  readonly reason: string;
  readonly tags: readonly DecisionTag[];
  readonly revision: number;
  /** Taken over from the version that was reopened. */
  readonly carried: boolean;
  /** As it was agreed first; null for imported agreed ratings: when and by whom is not known. */
  readonly agreedAt: string | null;
  /** Null when it was agreed from the command line, too. */
  readonly agreedBy: string | null;
}

/**
 * The level that stands for a factor in a round; null when none does. One that was carried over is
 * said to be agreed when it was agreed first, not when the case was reopened. For use inside db/.
 */
export function standingLevel(
  history: Awaited<ReturnType<typeof agreedHistory>>,
  round: number,
  factor: Factor,
): AgreedRating | null {
  const all = history.filter((one) => one.factor === factor.key);
  const standing = all.findLast((one) => one.round === round);
  if (!standing) return null;
  const { factor: _, round: __, ...agreed } = standing;
  if (!agreed.carried) return agreed;
  const from = agreed.way === null ? undefined : all.findLast((one) => !one.carried);
  return { ...agreed, agreedAt: from?.agreedAt ?? null, agreedBy: from?.agreedBy ?? null };
}

/**
 * Every revision of every factor in every round of a case, oldest first; none where the viewer may
 * not learn its ratings. For use inside db/.
 */
export async function agreedHistory(db: Db, viewer: Viewer, caseId: string) {
  return db
    .select({
      id: agreedRatings.id,
      round: reconciliations.round,
      factor: agreedRatings.factor,
      revision: agreedRatings.revision,
      level: agreedRatings.level,
      way: agreedRatings.way,
      reason: agreedRatings.reason,
      tags: agreedRatings.tags,
      carried: agreedRatings.carried,
      agreedAt: agreedRatings.agreedAt,
      agreedBy: people.name,
    })
    .from(agreedRatings)
    .innerJoin(reconciliations, eq(reconciliations.id, agreedRatings.reconciliationId))
    .innerJoin(cases, eq(cases.id, reconciliations.caseId))
    .leftJoin(people, eq(people.id, agreedRatings.agreedBy))
    .where(and(eq(cases.id, caseId), mayLearnRatings(viewer, cases.id)))
    .orderBy(asc(reconciliations.round), asc(agreedRatings.revision));
}
