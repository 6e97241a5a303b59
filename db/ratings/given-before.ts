import { and, eq, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import { mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import {
  cases,
  codebookLevels,
  datasetVersions,
  ratingSubmissions,
  submittedRatings,
} from "../schema";
import type { Db } from "../store/engine";
import { a, counts, inOrderOfLetters } from "./given-ratings";

/* What coders gave before a version was committed. Nothing of it changes afterwards. */

// A version that came with an import was there before any coder of this study. Those who were
// assigned before the case opened have a part in every other; whoever joined later from then on.
const wasInTime = and(
  isNotNull(datasetVersions.reconciliationId),
  or(eq(a.joinedLater, false), lte(ratingSubmissions.submittedAt, datasetVersions.committedAt)),
);

/** Given independently before one of these versions was committed, and open to the viewer. */
export function isGivenBefore(viewer: Viewer, versionIds: readonly string[]) {
  return and(
    inArray(datasetVersions.id, [...versionIds]),
    mayLearnRatings(viewer, cases.id),
    counts,
    or(isNotNull(ratingSubmissions.importedCoder), wasInTime),
  );
}

/** What one coder gave: the score of each factor, and the themes that they named for Other. */
export interface ScoresGiven {
  readonly scores: Readonly<Record<string, number>>;
  readonly themes: readonly string[];
}

/**
 * What coders gave independently before each of these versions was committed, in the order of their
 * letters, as far as the viewer may learn it; a version without any is not there. For use inside db/.
 */
export async function scoresGivenBefore(
  db: Db,
  viewer: Viewer,
  versionIds: readonly string[],
): Promise<Map<string, ScoresGiven[]>> {
  const rows = await db
    .select({ versionId: datasetVersions.id, scores: scoresByFactor, themes: allThemes })
    .from(submittedRatings)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, submittedRatings.submissionId))
    .innerJoin(codebookLevels, isLevelGiven)
    .leftJoin(a, eq(a.id, ratingSubmissions.assignmentId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .innerJoin(datasetVersions, eq(datasetVersions.caseId, cases.id))
    .where(isGivenBefore(viewer, versionIds))
    .groupBy(datasetVersions.id, ratingSubmissions.id)
    .orderBy(...inOrderOfLetters);
  const given = new Map<string, ScoresGiven[]>();
  for (const { versionId, ...own } of rows)
    given.set(versionId, [...(given.get(versionId) ?? []), own]);
  return given;
}

// One row for each coder and not for each rating: there can be millions of those.
const scoresByFactor = sql<Record<string, number>>`json_group_object(
  ${submittedRatings.factor}, ${codebookLevels.score})`.mapWith(JSON.parse);
const allThemes = sql<string[]>`json_group_array(json(${submittedRatings.themes}))
  filter (where ${submittedRatings.themes} <> '[]')`.mapWith((text) => JSON.parse(text).flat());

const isLevelGiven = and(
  eq(codebookLevels.codebookVersion, submittedRatings.codebookVersion),
  eq(codebookLevels.factor, submittedRatings.factor),
  eq(codebookLevels.level, submittedRatings.level),
);
