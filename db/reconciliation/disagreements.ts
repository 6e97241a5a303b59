import type { Factor } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { isDisagreement, type NewPrecedent } from "@/domain/reconciliation/precedents";
import { mayMakePrecedents } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { type KnownCase, knownCase } from "../cases/case-facts";
import { latestRatings } from "../dataset/dataset";
import type { Viewer } from "../people/people";
import { ratingsGiven } from "../ratings/given-ratings";
import { precedents } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { getCodebook } from "../study/codebooks";
import { newestPrecedents } from "./precedents";
import { roundUnderWay } from "./reconciliations";

/** A factor on which the coders of a case disagreed, and what was agreed. */
export interface Disagreement {
  readonly factor: Factor;
  readonly given: readonly string[];
  readonly level: string;
  /** The summary of the precedent that it is; null when it is none. */
  readonly precedent: string | null;
}

/**
 * The disagreements of a case that are decided, in the round under way or else in the last version,
 * in codebook order. Null for those who may not make precedents of them, or not yet.
 */
export async function listDisagreements(
  viewer: Viewer,
  reference: string,
): Promise<Disagreement[] | null> {
  const db = reader();
  const found = mayMakePrecedents(viewer) ? await knownCase(db, viewer, reference) : null;
  return found && disagreementsOf(db, viewer, found);
}

async function disagreementsOf(
  db: Db,
  viewer: Viewer,
  found: KnownCase,
): Promise<Disagreement[] | null> {
  const given = await ratingsGiven(db, viewer, found.id);
  if (given.length === 0) return null;
  const decided = await decidedIn(db, viewer, found);
  const standing = await newestPrecedents(db, viewer, found.id);
  const { factors } = await getCodebook(found.codebookVersion, db);
  return factors.flatMap((factor) => {
    const row = {
      factor,
      given: given.filter((one) => one.factor === factor.key).map(({ level }) => level),
    };
    const level = decided.get(factor.key);
    if (level === undefined || !isDisagreement(row)) return [];
    const made = standing.find((one) => one.factor === factor.key);
    return [{ ...row, level, precedent: made?.stands ? made.summary : null }];
  });
}

// The levels that hold, by factor: those of the round under way, or of the last version.
async function decidedIn(db: Db, viewer: Viewer, found: KnownCase): Promise<Map<string, string>> {
  const round = await roundUnderWay(db, viewer, found.reference);
  if (!round) {
    const latest = await latestRatings(db, viewer, found.id);
    return new Map(latest.map(({ factor, level }) => [factor, level]));
  }
  const { rows } = round.current;
  return new Map(
    rows.flatMap(({ factor, agreed, again }) =>
      agreed && !again ? [[factor.key, agreed.level] as const] : [],
    ),
  );
}

/** Makes a decided disagreement a precedent, with a summary, or gives the precedent another. */
export async function makePrecedent(
  viewer: Viewer,
  reference: string,
  { factor, summary }: NewPrecedent,
): Promise<Outcome> {
  return decideOn(viewer, reference, factor, { stands: true, summary });
}

/** Takes a precedent back: it is one no longer. */
export async function takePrecedentBack(
  viewer: Viewer,
  reference: string,
  factor: string,
): Promise<Outcome> {
  return decideOn(viewer, reference, factor, { stands: false, summary: "" });
}

async function decideOn(
  viewer: Viewer,
  reference: string,
  factor: string,
  precedent: { readonly stands: boolean; readonly summary: string },
): Promise<Outcome> {
  if (!mayMakePrecedents(viewer)) return notFound;
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    const all = found && (await disagreementsOf(tx, viewer, found));
    if (!all) return notFound;
    const last = (await newestPrecedents(tx, viewer, found.id)).find(
      (one) => one.factor === factor,
    );
    const chosen = all.find((one) => one.factor.key === factor);
    if (precedent.stands && !chosen)
      return refused(
        "factor",
        "Select a factor on which the coders disagreed and a level is agreed",
      );
    if (!precedent.stands && !last?.stands)
      return refused("factor", "This precedent was taken back already");
    await tx.insert(precedents).values({
      ...{ caseId: found.id, factor, ...precedent },
      revision: (last?.revision ?? 0) + 1,
      madeBy: personIdOf(viewer),
    });
    const { factors } = await getCodebook(found.codebookVersion, tx);
    await record(tx, viewer, {
      action: precedent.stands ? "made a precedent" : "took a precedent back",
      caseId: found.id,
      subject: factors.find(({ key }) => key === factor)?.label,
    });
    return done();
  });
}
