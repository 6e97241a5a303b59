import { and, eq, sql } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { whatIsMissing } from "@/domain/ratings/ratings";
import {
  factorsToReadAgain,
  type LevelsDiffered,
  levelsDiffer,
  type SecondRatings,
} from "@/domain/ratings/second-look";
import { reasonFrom } from "@/domain/reason";
import { mayBeginSecondLook, mayEndSecondLook } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { mayLearnRatings } from "../blinding/blinding";
import { knownCase } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import type { GivenRating } from "../ratings/given-ratings";
import { open, openIfAllSubmitted } from "../ratings/opening";
import { notTakenBack } from "../ratings/ratings";
import {
  cases,
  ratingSubmissions,
  secondLookFactors,
  secondLookRatings,
  secondLookSubmissions,
  secondLooks,
  submittedRatings,
} from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";
import { getCodebook } from "../study/codebooks";
import { ownSecondLook } from "./second-look-drafts";

/**
 * Begins the second look at a case that waits for a lead. Each coder is told which factors to read
 * again, those on which the submitted levels differ; nobody is told more, and whoever does not code
 * the case nothing but that it began. It is gone through even when there is nothing to read again:
 * otherwise its beginning would say that levels differ.
 */
export async function beginSecondLook(viewer: Viewer, reference: string): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayBeginSecondLook(viewer, found.facts)) return notFound;
    const { id: caseId } = found;
    await tx.insert(secondLooks).values({ caseId, startedBy: personIdOf(viewer) });
    const differing = await factorsThatDiffer(tx, caseId);
    const codebook = await getCodebook(found.codebookVersion, tx);
    // In the order of the codebook, so that not even the order of the rows says more.
    for (const { key } of factorsToReadAgain(codebook, differing))
      await tx.insert(secondLookFactors).values({ caseId, factor: key });
    await record(tx, viewer, { action: "began the second look", caseId });
    return done();
  });
}

// Levels stay in the database: it compares them, and tells only whether they are the same.
async function factorsThatDiffer(tx: Db, caseId: string): Promise<string[]> {
  const rows = await tx
    .select({ factor: submittedRatings.factor })
    .from(submittedRatings)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, submittedRatings.submissionId))
    .where(and(eq(ratingSubmissions.caseId, caseId), notTakenBack))
    .groupBy(submittedRatings.factor)
    .having(sql`count(distinct ${submittedRatings.level}) > 1`);
  return rows.map((row) => row.factor);
}

/**
 * Submits the viewer's second look as it stands at `revision`, the one they checked, once. Every
 * factor to read again must have a level. When they are the last, the case opens.
 */
export async function submitSecondLook(
  viewer: Viewer,
  reference: string,
  revision: number,
): Promise<Outcome> {
  return write(async (tx) => {
    const draft = await ownSecondLook(tx, viewer, reference);
    if (!draft) return notFound;
    const { caseId, assignmentId, codebook, factors, ratings } = draft;
    if (draft.revision !== revision)
      return refused(
        "revision",
        "Your second look was changed in another tab or window since you opened this page. Check it again.",
      );
    const missing = whatIsMissing({ factors }, ratings);
    if (missing.length > 0) return refusedFor(missing);
    await tx.insert(secondLookSubmissions).values({ assignmentId });
    for (const [factor, { level, ...rest }] of Object.entries(ratings)) {
      if (level === null) throw new Error(`No level for ${factor}`);
      const codebookVersion = codebook.version;
      await tx
        .insert(secondLookRatings)
        .values({ assignmentId, codebookVersion, factor, level, ...rest });
    }
    await record(tx, viewer, { action: "submitted a second look", caseId });
    await openIfAllSubmitted(tx, viewer, caseId);
    return done();
  });
}

/**
 * Ends a second look that somebody has not submitted, for a reason, and opens the case. What they
 * gave at first stands.
 */
export async function endSecondLook(
  viewer: Viewer,
  reference: string,
  reason: string,
): Promise<Outcome> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayEndSecondLook(viewer, found.facts)) return notFound;
    const why = reasonFrom(reason, "Enter a reason for ending the second look");
    if (why.kind !== "done") return why;
    const caseId = found.id;
    await record(tx, viewer, { action: "ended the second look", caseId, reason: why.value });
    await open(tx, viewer, caseId);
    return done();
  });
}

/**
 * On how many factors levels differed before and after the second look, between those who took
 * part; null when there was none, or the case is not open to the viewer. For use inside db/.
 */
export async function levelsDiffered(
  db: Db,
  viewer: Viewer,
  caseId: string,
  given: readonly GivenRating[],
): Promise<LevelsDiffered | null> {
  const rows = await db
    .select({ factor: secondLookFactors.factor })
    .from(secondLooks)
    .innerJoin(cases, eq(cases.id, secondLooks.caseId))
    .leftJoin(secondLookFactors, eq(secondLookFactors.caseId, cases.id))
    .where(and(eq(cases.id, caseId), mayLearnRatings(viewer, cases.id)));
  if (rows.length === 0) return null;
  const before = rows.flatMap(({ factor }) => factor ?? []);
  const now = (factor: string) =>
    given.filter((one) => one.factor === factor && !one.joinedLater).map(({ level }) => level);
  return {
    before: before.length,
    after: before.filter((factor) => levelsDiffer(now(factor))).length,
  };
}

/** What the viewer themselves submitted in a second look; null when they have not. */
export async function getOwnSecondLook(
  viewer: Viewer,
  reference: string,
): Promise<{ codebook: Codebook; ratings: SecondRatings; submittedAt: string } | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  if (!found?.assignmentId || !found.own.readAgain) return null;
  const { assignmentId } = found;
  const submissions = await db
    .select({ submittedAt: secondLookSubmissions.submittedAt })
    .from(secondLookSubmissions)
    .where(eq(secondLookSubmissions.assignmentId, assignmentId));
  const rows = await db
    .select({
      factor: secondLookRatings.factor,
      level: secondLookRatings.level,
      note: secondLookRatings.note,
      unsure: secondLookRatings.unsure,
      themes: secondLookRatings.themes,
      description: secondLookRatings.description,
    })
    .from(secondLookRatings)
    .where(eq(secondLookRatings.assignmentId, assignmentId));
  return {
    codebook: await getCodebook(found.codebookVersion, db),
    ratings: Object.fromEntries(rows.map(({ factor, ...rating }) => [factor, rating])),
    submittedAt: theRow(submissions, "A second look is missing").submittedAt,
  };
}
