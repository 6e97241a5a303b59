import { and, eq, sql } from "drizzle-orm";
import type { Codebook, Factor } from "@/domain/codebook/codebook";
import type { LevelsDiffered } from "@/domain/ratings/second-look";
import { standingDissents } from "@/domain/reconciliation/dissent";
import {
  type FactorRow,
  mustDecideAgain,
  orderOfWork,
} from "@/domain/reconciliation/reconciliation";
import { mayAgree, mayAssignCoders, mayDissent } from "@/domain/workflow";
import { mayLearnRatings } from "../blinding/blinding";
import { type KnownCase, knownCase } from "../cases/case-facts";
import { proposalIn, type SentBack, type StandingProposal } from "../dataset/proposals";
import type { Viewer } from "../people/people";
import { type GivenRating, ratingsGiven } from "../ratings/given-ratings";
import { cases, reconciliations } from "../schema";
import { levelsDiffered } from "../second-look/second-looks";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { getCodebook } from "../study/codebooks";
import { asksForSecondPerson } from "../study/team";
import { type AgreedRating, agreedHistory, standingLevel } from "./agreed-ratings";
import { type Dissent, dissentHistory } from "./dissents";

/** A factor of a case in reconciliation. */
export interface ReconciliationRow extends FactorRow {
  readonly ratings: readonly GivenRating[];
  readonly agreed: AgreedRating | null;
  /** What was agreed no longer stands: a coder joined since and it must be decided again. */
  readonly again: boolean;
  /** The dissents from the agreed level that stand. */
  readonly dissents: readonly Dissent[];
}

/** The reconciliation under way in a case, for those to whom it is open. */
export interface Reconciliation {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly codebook: Codebook;
  readonly round: number;
  readonly startedAt: string;
  /** Why the case was reopened; "" in the first round. */
  readonly reason: string;
  readonly letters: readonly string[];
  /** The names of the coders by letter; null while the team keeps them hidden. */
  readonly names: Readonly<Record<string, string>> | null;
  /** What the second look changed; null when there was none. */
  readonly secondLook: LevelsDiffered | null;
  /** In the order of work. */
  readonly rows: readonly ReconciliationRow[];
  /** Grows with every level agreed; tells a page that is out of date from one that is not. */
  readonly decisions: number;
  /** Grows with every dissent recorded or withdrawn. */
  readonly dissents: number;
  readonly mayAgree: boolean;
  readonly mayAssign: boolean;
  readonly mayDissent: boolean;
  /** Whether the team has a second person confirm each commit. */
  readonly secondPersonConfirms: boolean;
  /** The commit that waits for a second person. */
  readonly proposal: StandingProposal | null;
  /** The last one that was proposed, when it was sent back. */
  readonly sentBack: SentBack | null;
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

/** The round under way that is open to the viewer; null when there is none. For use in db/. */
export async function roundUnderWay(tx: Db, viewer: Viewer, reference: string) {
  const found = await knownCase(tx, viewer, reference);
  if (!found) return null;
  const current = await reconciliationOf(tx, viewer, found);
  return current && { found, current };
}

/** The round in which the viewer may agree levels now; null when there is none. For use in db/. */
export async function roundToAgree(tx: Db, viewer: Viewer, reference: string) {
  const round = await roundUnderWay(tx, viewer, reference);
  return round?.current.mayAgree ? round : null;
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
  const history = await agreedHistory(db, viewer, found.id);
  const dissents = await dissentHistory(db, viewer, found.id);
  const rows = codebook.factors.map((factor) =>
    rowOf(factor, given, standingLevel(history, round.round, factor), dissents),
  );
  const secondPersonConfirms = await asksForSecondPerson(db);
  return {
    ...round,
    reference: found.reference,
    sample: found.sample,
    caseType: found.caseType,
    codebook,
    letters: [...new Set(given.map((rating) => rating.letter))].sort(),
    names: namesIn(given),
    secondLook: await levelsDiffered(db, viewer, found.id, given),
    rows: orderOfWork(rows),
    decisions: history.filter((one) => one.round === round.round).length,
    dissents: dissents.length,
    mayAgree: mayAgree(viewer, found.facts),
    mayAssign: mayAssignCoders(viewer, found.facts),
    mayDissent: mayDissent(found.facts, found.own),
    secondPersonConfirms,
    ...(secondPersonConfirms
      ? await proposalIn(db, viewer, found)
      : { proposal: null, sentBack: null }),
  };
}

function namesIn(given: readonly GivenRating[]): Record<string, string> | null {
  const named = given.flatMap(({ letter, name }) => (name === null ? [] : [[letter, name]]));
  return named.length > 0 ? Object.fromEntries(named) : null;
}

function rowOf(
  factor: Factor,
  all: readonly GivenRating[],
  agreed: AgreedRating | null,
  dissents: Awaited<ReturnType<typeof dissentHistory>>,
): ReconciliationRow {
  const ratings = all.filter((rating) => rating.factor === factor.key);
  const given = ratings.map((rating) => rating.level);
  const again = agreed !== null && mustDecideAgain({ factor, given }, agreed);
  const from = dissents.filter((one) => one.factor === factor.key);
  const standing = agreed ? standingDissents(from, agreed.level) : [];
  return {
    ...{ factor, given, ratings, agreed, again },
    dissents: standing.map(({ id, letter, reason, own }) => ({ id, letter, reason, own })),
  };
}
