import { and, desc, eq, sql } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { type Ratings, unrated, whatIsMissing } from "@/domain/ratings/ratings";
import { mayTakeBack } from "@/domain/workflow";
import { record } from "../audit";
import { type KnownCase, knownCase } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { ratingSubmissions, submissionsTakenBack, submittedRatings } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";
import { getCodebook } from "../study/codebooks";
import { ownDraft } from "./drafts";
import { openIfAllSubmitted } from "./opening";

/**
 * Submits the viewer's draft as it stands at `revision`, the one they checked. All 13 levels must
 * be there. When they are the last of the case's coders, the case opens.
 */
export async function submitRatings(
  viewer: Viewer,
  reference: string,
  revision: number,
): Promise<Outcome> {
  return write(async (tx) => {
    const draft = await ownDraft(tx, viewer, reference);
    if (!draft) return notFound;
    const { caseId, assignmentId } = draft;
    if (draft.revision !== revision)
      return refused(
        "revision",
        "Your ratings were changed in another tab or window since you opened this page. Check them again.",
      );
    const missing = whatIsMissing(draft.codebook, draft.ratings);
    if (missing.length > 0) return refusedFor(missing);
    const [last] = await tx
      .select({ attempt: ratingSubmissions.attempt })
      .from(ratingSubmissions)
      .where(eq(ratingSubmissions.assignmentId, assignmentId))
      .orderBy(desc(ratingSubmissions.attempt))
      .limit(1);
    await insertSubmission(tx, draft.codebook, draft.ratings, {
      caseId,
      assignmentId,
      attempt: (last?.attempt ?? 0) + 1,
    });
    await record(tx, viewer, { action: "submitted ratings", caseId });
    await openIfAllSubmitted(tx, viewer, caseId);
    return done();
  });
}

/** Inserts a submission with its 13 ratings. For use inside db/. */
export async function insertSubmission(
  tx: Db,
  codebook: Codebook,
  ratings: Ratings,
  submission: typeof ratingSubmissions.$inferInsert,
): Promise<void> {
  const stored = await tx
    .insert(ratingSubmissions)
    .values(submission)
    .returning({ id: ratingSubmissions.id });
  const { id: submissionId } = theRow(stored, "A submission was not stored");
  await tx.insert(submittedRatings).values(
    codebook.factors.map((factor) => {
      const { level, ...rest } = ratings[factor.key] ?? unrated;
      if (level === null) throw new Error(`No level for ${factor.key}`);
      return {
        submissionId,
        codebookVersion: codebook.version,
        factor: factor.key,
        level,
        ...rest,
      };
    }),
  );
}

/**
 * Takes the viewer's submission back, until the case opens or its second look begins. Their draft is
 * as they left it.
 */
export async function takeBackSubmission(viewer: Viewer, reference: string): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayTakeBack(found.facts, found.own)) return notFound;
    const standing = await standingSubmission(tx, found);
    await tx.insert(submissionsTakenBack).values({ submissionId: standing.id });
    await record(tx, viewer, { action: "took a submission back", caseId: found.id });
    return done();
  });
}

/** For a submission: it stands, and is the coder's independent rating. For use inside db/. */
export const notTakenBack = sql`not exists (select 1 from submissions_taken_back t
  where t.submission_id = rating_submissions.id)`;

// The submission of a viewer who has one.
async function standingSubmission(db: Db, { assignmentId }: KnownCase) {
  const rows = await db
    .select({ id: ratingSubmissions.id, submittedAt: ratingSubmissions.submittedAt })
    .from(ratingSubmissions)
    .where(and(sql`${ratingSubmissions.assignmentId} = ${assignmentId}`, notTakenBack));
  return theRow(rows, "A submission is missing");
}

/** What the viewer themselves submitted for a case; null when they have not. */
export async function getOwnSubmission(
  viewer: Viewer,
  reference: string,
): Promise<(OwnSubmission & { reference: string }) | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  if (!found?.own.submitted) return null;
  return { reference: found.reference, ...(await ownSubmission(db, found)) };
}

/** A coder's first submission: their independent ratings. */
export interface OwnSubmission {
  readonly codebook: Codebook;
  readonly ratings: Ratings;
  readonly submittedAt: string;
}

/** The submission of a viewer who has one. For use inside db/. */
export async function ownSubmission(db: Db, found: KnownCase): Promise<OwnSubmission> {
  const standing = await standingSubmission(db, found);
  const rows = await db
    .select({ factor: submittedRatings.factor, ...ratingColumns })
    .from(submittedRatings)
    .where(eq(submittedRatings.submissionId, standing.id));
  return {
    codebook: await getCodebook(found.codebookVersion, db),
    ratings: Object.fromEntries(rows.map(({ factor, ...rating }) => [factor, rating])),
    submittedAt: standing.submittedAt,
  };
}

/** What a submission says of a factor. For use inside db/. */
export const ratingColumns = {
  level: submittedRatings.level,
  note: submittedRatings.note,
  unsure: submittedRatings.unsure,
  quotes: submittedRatings.quotes,
  themes: submittedRatings.themes,
  description: submittedRatings.description,
};
