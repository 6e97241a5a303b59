import { and, asc, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import type { Quote } from "@/domain/quotes";
import { type Ratings, unrated, whatIsMissing } from "@/domain/ratings";
import type { SecondRating } from "@/domain/second-look";
import { mayTakeBack } from "@/domain/workflow";
import { record } from "./audit";
import { mayLearnPrecedents, mayLearnRatings, namesAreShown, stillAssigned } from "./blinding";
import { type KnownCase, knownCase } from "./case-facts";
import { getCodebook } from "./codebooks";
import { ownDraft } from "./drafts";
import type { Db } from "./engine";
import { openIfAllSubmitted } from "./opening";
import type { Viewer } from "./people";
import { theRow } from "./rows";
import {
  assignments,
  cases,
  people,
  ratingSubmissions,
  secondLookRatings,
  submissionsTakenBack,
  submittedRatings,
} from "./schema";
import { reader, write } from "./store";

const a = alias(assignments, "a");

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

const ratingColumns = {
  level: submittedRatings.level,
  note: submittedRatings.note,
  unsure: submittedRatings.unsure,
  quotes: submittedRatings.quotes,
  themes: submittedRatings.themes,
  description: submittedRatings.description,
};

/**
 * One coder's rating of one factor, under a letter instead of a name: as they hold it now, after
 * their second look if they had one.
 */
export interface GivenRating {
  readonly letter: string;
  /** Null where the team has not turned names on. */
  readonly name: string | null;
  readonly factor: string;
  readonly joinedLater: boolean;
  /** What they gave independently, where they read the factor again. */
  readonly first: SecondRating | null;
  readonly level: string;
  readonly note: string;
  readonly unsure: boolean;
  readonly quotes: readonly Quote[];
  readonly themes: readonly string[];
  readonly description: string;
}

/**
 * What every coder of a case holds, as coders A, B, C. Empty unless the case is open to
 * the viewer. The letters follow the random ids of the assignments, those who joined later last, so
 * they tell nothing of who was assigned or submitted first. For use inside db/.
 */
export async function ratingsGiven(db: Db, viewer: Viewer, caseId: string): Promise<GivenRating[]> {
  const rows = await db
    .select({
      submissionId: submittedRatings.submissionId,
      name: nameWhereShown,
      factor: submittedRatings.factor,
      joinedLater: a.joinedLater,
      rating: ratingColumns,
      second: secondColumns,
    })
    .from(submittedRatings)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, submittedRatings.submissionId))
    .leftJoin(secondLookRatings, isReadAgain)
    .leftJoin(a, eq(a.id, ratingSubmissions.assignmentId))
    .leftJoin(people, eq(people.id, a.coderId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .where(givenIn(viewer, caseId))
    .orderBy(...inOrderOfLetters);
  const submissions = [...new Set(rows.map((row) => row.submissionId))];
  return rows.map(({ submissionId, name, factor, joinedLater, rating, second }) => {
    const { quotes: _, ...first } = rating;
    return {
      letter: coderLetter(submissions.indexOf(submissionId)),
      name,
      factor,
      joinedLater: joinedLater ?? false,
      ...rating,
      ...second,
      first: second && first,
    };
  });
}

/**
 * The letter of each coder of this study who rated a case, by their assignment, as `ratingsGiven`
 * gives them. Empty unless the case is open to the viewer. For use inside db/.
 */
export async function lettersOf(
  db: Db,
  viewer: Viewer,
  caseId: string,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ assignmentId: ratingSubmissions.assignmentId })
    .from(ratingSubmissions)
    .leftJoin(a, eq(a.id, ratingSubmissions.assignmentId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .where(givenIn(viewer, caseId))
    .orderBy(...inOrderOfLetters);
  const all = rows.map(
    ({ assignmentId }, index) => [assignmentId ?? "", coderLetter(index)] as const,
  );
  return new Map(all);
}

/**
 * Which levels coders held when a case was last committed, without saying who: not in the order in
 * which they came. They are those that the room worked on, so after a second look the second ones;
 * what was given independently stays in `submitted_ratings`. Empty when the viewer may not learn of
 * its precedents. For use inside db/.
 */
export async function levelsGiven(db: Db, viewer: Viewer, caseId: string) {
  return db
    .selectDistinct({ factor: submittedRatings.factor, level: levelHeld })
    .from(submittedRatings)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, submittedRatings.submissionId))
    .leftJoin(secondLookRatings, isReadAgain)
    .leftJoin(a, eq(a.id, ratingSubmissions.assignmentId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .where(
      and(
        eq(cases.id, caseId),
        mayLearnPrecedents(viewer, cases.id),
        counts,
        or(isNotNull(ratingSubmissions.importedCoder), wasInTime),
      ),
    )
    .orderBy(asc(submittedRatings.factor), asc(levelHeld));
}

// A coder who joined after the last version was committed has no part in it.
const wasInTime = sql`${ratingSubmissions.submittedAt} <= (
  select max(v.committed_at) from dataset_versions v where v.case_id = ${cases.id})`;

const counts = and(notTakenBack, or(isNotNull(ratingSubmissions.importedCoder), stillAssigned));

const givenIn = (viewer: Viewer, caseId: string) =>
  and(eq(cases.id, caseId), mayLearnRatings(viewer, cases.id), counts);

const secondColumns = {
  level: secondLookRatings.level,
  note: secondLookRatings.note,
  unsure: secondLookRatings.unsure,
  themes: secondLookRatings.themes,
  description: secondLookRatings.description,
};

const levelHeld = sql<string>`coalesce(${secondLookRatings.level}, ${submittedRatings.level})`;

// The same factor, read again by the same coder.
const isReadAgain = and(
  eq(secondLookRatings.assignmentId, ratingSubmissions.assignmentId),
  eq(secondLookRatings.factor, submittedRatings.factor),
);

// Imported coders come first: 0 for them, 1 for the coders of this study.
const isOfACoder = sql`(case when ${ratingSubmissions.importedCoder} is null then 1 else 0 end)`;

const inOrderOfLetters = [
  asc(isOfACoder),
  asc(ratingSubmissions.importedCoder),
  asc(a.joinedLater),
  asc(a.id),
];

const nameWhereShown = sql<string | null>`(case when ${namesAreShown(cases.id)} = 1
  then coalesce(${ratingSubmissions.importedCoder}, ${people.name}) end)`;

function coderLetter(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}
