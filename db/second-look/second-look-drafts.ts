import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { Codebook, Factor } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { type Ratings, unrated } from "@/domain/ratings/ratings";
import {
  factorsToReadAgain,
  firstWords,
  type SecondRatings,
  secondRatingsSchema,
} from "@/domain/ratings/second-look";
import { mayReadAgain } from "@/domain/workflow";
import { record } from "../audit";
import { mayLearnFactorsToReadAgain } from "../blinding/blinding";
import { knownCase } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { ownSubmission } from "../ratings/ratings";
import { cases, drafts, secondLookDrafts, secondLookFactors } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";

/** A coder's second look in progress. */
export interface SecondLook {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly codebook: Codebook;
  /** To be read again, in the order of the codebook: the same for every coder of the case. */
  readonly factors: readonly Factor[];
  /** What the coder themselves submitted first. */
  readonly first: Ratings;
  readonly ratings: SecondRatings;
  readonly revision: number;
}

/** A second look with the keys that a write needs. For use inside db/. */
export interface OwnSecondLook extends SecondLook {
  readonly caseId: string;
  readonly assignmentId: string;
}

/** The second look that the viewer is to submit; null when there is none. */
export async function getSecondLook(viewer: Viewer, reference: string): Promise<SecondLook | null> {
  const own = await ownSecondLook(reader(), viewer, reference);
  if (!own) return null;
  const { caseId: _, assignmentId: __, ...shown } = own;
  return shown;
}

/** As getSecondLook, within a transaction. For use inside db/. */
export async function ownSecondLook(
  db: Db,
  viewer: Viewer,
  reference: string,
): Promise<OwnSecondLook | null> {
  const found = await knownCase(db, viewer, reference);
  if (!found?.assignmentId || !mayReadAgain(found.facts, found.own)) return null;
  const { id: caseId, assignmentId } = found;
  const { codebook, ratings: first } = await ownSubmission(db, found);
  const factors = factorsToReadAgain(codebook, await keysToReadAgain(db, viewer, caseId));
  const [draft] = await db
    .select({ revision: drafts.revision })
    .from(drafts)
    .where(eq(drafts.assignmentId, assignmentId));
  const drafted = await draftedRatings(db, assignmentId);
  return {
    caseId,
    assignmentId,
    reference: found.reference,
    sample: found.sample,
    caseType: found.caseType,
    codebook,
    factors,
    first,
    ratings: Object.fromEntries(
      factors.map(({ key }) => [key, drafted[key] ?? firstWords(first[key] ?? unrated)]),
    ),
    revision: draft?.revision ?? 0,
  };
}

/** The keys of the factors to read again, for those who may learn them. For use inside db/. */
export async function keysToReadAgain(db: Db, viewer: Viewer, caseId: string): Promise<string[]> {
  const rows = await db
    .select({ factor: secondLookFactors.factor })
    .from(secondLookFactors)
    .innerJoin(cases, eq(cases.id, secondLookFactors.caseId))
    .where(and(eq(cases.id, caseId), mayLearnFactorsToReadAgain(viewer, cases.id)));
  return rows.map((row) => row.factor);
}

async function draftedRatings(db: Db, assignmentId: string): Promise<SecondRatings> {
  const rows = await db
    .select({
      factor: secondLookDrafts.factor,
      level: secondLookDrafts.level,
      note: secondLookDrafts.note,
      unsure: secondLookDrafts.unsure,
      themes: secondLookDrafts.themes,
      description: secondLookDrafts.description,
    })
    .from(secondLookDrafts)
    .where(eq(secondLookDrafts.assignmentId, assignmentId));
  return Object.fromEntries(rows.map(({ factor, ...rating }) => [factor, rating]));
}

const changedElsewhere =
  "This second look was changed in another tab or window. What you typed here has not been saved.";

/**
 * Saves the viewer's second look in progress: exactly the factors to read again, each level its own
 * or none. `revision` is the one they started from; as with a draft, a stale save stores nothing.
 */
export async function saveSecondLook(
  viewer: Viewer,
  reference: string,
  revision: number,
  ratings: unknown,
): Promise<Outcome<{ revision: number }>> {
  return write(async (tx) => {
    const own = await ownSecondLook(tx, viewer, reference);
    if (!own) return notFound;
    const checked = secondRatingsSchema(own.codebook, own.factors).safeParse(ratings);
    if (!checked.success)
      return refusedFor(
        checked.error.issues.map(({ path, message }) => ({
          field: path.slice(0, 2).join("."),
          message,
        })),
      );
    if (own.revision !== revision)
      // The answer to an earlier save was lost and the same came again.
      return isDeepStrictEqual(checked.data, own.ratings)
        ? done({ revision: own.revision })
        : refused("revision", changedElsewhere);
    await storeSecondLook(tx, own, checked.data);
    await record(tx, viewer, { action: "saved a draft", caseId: own.caseId });
    return done({ revision: revision + 1 });
  });
}

async function storeSecondLook(tx: Db, own: OwnSecondLook, ratings: SecondRatings): Promise<void> {
  const { assignmentId, codebook } = own;
  const moved = await tx
    .update(drafts)
    .set({ revision: own.revision + 1, savedAt: new Date().toISOString() })
    .where(eq(drafts.assignmentId, assignmentId))
    .returning({ revision: drafts.revision });
  theRow(moved, "A draft is missing");
  for (const [factor, rating] of Object.entries(ratings))
    await tx
      .insert(secondLookDrafts)
      .values({ assignmentId, codebookVersion: codebook.version, factor, ...rating })
      .onConflictDoUpdate({
        target: [secondLookDrafts.assignmentId, secondLookDrafts.factor],
        set: rating,
      });
}
