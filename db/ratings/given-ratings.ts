import { and, asc, eq, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Quote } from "@/domain/ratings/quotes";
import type { SecondRating } from "@/domain/ratings/second-look";
import {
  mayLearnPrecedents,
  mayLearnRatings,
  namesAreShown,
  stillAssigned,
} from "../blinding/blinding";
import type { Viewer } from "../people/people";
import {
  assignments,
  cases,
  people,
  ratingSubmissions,
  secondLookRatings,
  submittedRatings,
} from "../schema";
import type { Db } from "../store/engine";
import { notTakenBack, ratingColumns } from "./ratings";

/* What the coders of a case gave, as the room and precedents know it: without saying who. */

/** The assignment of whoever gave a rating, as the conditions of `blinding.ts` call it. */
export const a = alias(assignments, "a");

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

/** Given by an imported coder, or by one who codes the case and has not taken it back. */
export const counts = and(
  notTakenBack,
  or(isNotNull(ratingSubmissions.importedCoder), stillAssigned),
);

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

/** The same factor, read again by the same coder. */
export const isReadAgain = and(
  eq(secondLookRatings.assignmentId, ratingSubmissions.assignmentId),
  eq(secondLookRatings.factor, submittedRatings.factor),
);

// Imported coders come first: 0 for them, 1 for the coders of this study.
const isOfACoder = sql`(case when ${ratingSubmissions.importedCoder} is null then 1 else 0 end)`;

/** The order of the letters; within a case. */
export const inOrderOfLetters = [
  asc(isOfACoder),
  asc(ratingSubmissions.importedCoder),
  asc(a.joinedLater),
  asc(a.id),
];

const nameWhereShown = sql<string | null>`(case when ${namesAreShown(cases.id)} = 1
  then coalesce(${ratingSubmissions.importedCoder}, ${people.name}) end)`;

/** The letter of the coder in this place. Example: 0 → A. */
export function coderLetter(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}
