import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { CoderRatings, Decided, RatedCase } from "@/domain/dataset/rated-case";
import type { TableKind } from "@/domain/dataset/table";
import { mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { isGivenBefore } from "../ratings/given-before";
import { a, coderLetter, inOrderOfLetters, isReadAgain } from "../ratings/given-ratings";
import {
  cases,
  datasetDissents,
  datasetRatings,
  datasetVersions,
  dissents,
  importedDissents,
  importedSecondRatings,
  ratingSubmissions,
  secondLookRatings,
  submittedRatings,
} from "../schema";
import type { Db } from "../store/engine";
import { type CaseRead, datasetCases } from "./reading";

/**
 * The cases of a choice as these tables need them, some at a time: with what coders gave where one
 * of the tables holds that. For use inside db/.
 */
export async function* casesFor(
  tables: readonly TableKind[],
  db: Db,
  viewer: Viewer,
  choice: ExportChoice,
): AsyncGenerator<RatedCase[]> {
  const ofCoders = tables.some(({ forLeads }) => forLeads);
  for await (const some of datasetCases(db, viewer, choice))
    yield ofCoders
      ? await withRatings(db, viewer, some)
      : some.map((each) => ({ ...each, coders: [], decided: {} }));
}

/**
 * These cases with what their coders gave before the version was committed, and how its levels were
 * agreed, as far as the viewer may learn what coders gave. Nothing of it changes afterwards: who has
 * submitted by then is a coder of the case for good, and their letters follow from who they are. For
 * use inside db/.
 */
export async function withRatings<Each extends Pick<CaseRead, "versionId">>(
  db: Db,
  viewer: Viewer,
  some: readonly Each[],
): Promise<(Each & Pick<RatedCase, "coders" | "decided">)[]> {
  const versionIds = some.flatMap(({ versionId }) => versionId ?? []);
  const given = grouped(await givenBefore(db, viewer, versionIds), versionOf);
  const decided = grouped(await decidedIn(db, viewer, versionIds), versionOf);
  return some.map((each) => ({
    ...each,
    coders: codersOf(given.get(versionOf(each)) ?? []),
    decided: Object.fromEntries(
      (decided.get(versionOf(each)) ?? []).map(({ factor, way, reason, tags }) => [
        factor,
        { way, reason, tags } satisfies Decided,
      ]),
    ),
  }));
}

const versionOf = ({ versionId }: { readonly versionId: string | null }) => versionId;

type Given = Awaited<ReturnType<typeof givenBefore>>[number];

function givenBefore(db: Db, viewer: Viewer, versionIds: readonly string[]) {
  return db
    .select({
      versionId: datasetVersions.id,
      submissionId: ratingSubmissions.id,
      importedCoder: ratingSubmissions.importedCoder,
      importedJoinedLater: ratingSubmissions.importedJoinedLater,
      joinedLater: a.joinedLater,
      factor: submittedRatings.factor,
      first: given,
      second: givenAgain,
      importedSecond,
      dissent: dissents.reason,
      importedDissent: importedDissents.reason,
    })
    .from(submittedRatings)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, submittedRatings.submissionId))
    .leftJoin(secondLookRatings, isReadAgain)
    .leftJoin(importedSecondRatings, isImportedAgain)
    .leftJoin(a, eq(a.id, ratingSubmissions.assignmentId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .innerJoin(datasetVersions, eq(datasetVersions.caseId, cases.id))
    .leftJoin(dissents, stoodThen)
    .leftJoin(importedDissents, isFromLevelOfFile)
    .where(isGivenBefore(viewer, versionIds))
    .orderBy(asc(cases.reference), ...inOrderOfLetters, asc(submittedRatings.factor));
}

const given = {
  level: submittedRatings.level,
  note: submittedRatings.note,
  unsure: submittedRatings.unsure,
  themes: submittedRatings.themes,
  description: submittedRatings.description,
};

const givenAgain = {
  level: secondLookRatings.level,
  note: secondLookRatings.note,
  unsure: secondLookRatings.unsure,
  themes: secondLookRatings.themes,
  description: secondLookRatings.description,
};

const importedSecond = {
  level: importedSecondRatings.level,
  note: importedSecondRatings.note,
  unsure: importedSecondRatings.unsure,
  themes: importedSecondRatings.themes,
  description: importedSecondRatings.description,
};

const isImportedAgain = and(
  eq(importedSecondRatings.submissionId, submittedRatings.submissionId),
  eq(importedSecondRatings.factor, submittedRatings.factor),
);

// A coder has one dissent at most from the level of a factor that is committed.
const stoodThen = and(
  eq(dissents.assignmentId, ratingSubmissions.assignmentId),
  eq(dissents.factor, submittedRatings.factor),
  sql`exists (select 1 from ${datasetDissents} where ${datasetDissents.versionId} =
    ${datasetVersions.id} and ${datasetDissents.dissentId} = ${dissents.id})`,
);

// As in this study, a dissent is from a level and stands in a later version that has it too.
const isFromLevelOfFile = and(
  eq(importedDissents.submissionId, submittedRatings.submissionId),
  eq(importedDissents.factor, submittedRatings.factor),
  sql`${importedDissents.level} = (select r.level from dataset_ratings r
    where r.version_id = ${datasetVersions.id} and r.factor = ${submittedRatings.factor})`,
);

function decidedIn(db: Db, viewer: Viewer, versionIds: readonly string[]) {
  return db
    .select({
      versionId: datasetVersions.id,
      factor: datasetRatings.factor,
      way: datasetRatings.way,
      reason: datasetRatings.reason,
      tags: datasetRatings.tags,
    })
    .from(datasetRatings)
    .innerJoin(datasetVersions, eq(datasetVersions.id, datasetRatings.versionId))
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .where(and(inArray(datasetVersions.id, [...versionIds]), mayLearnRatings(viewer, cases.id)));
}

/** What the coders of one version gave, as coders A, B, C, from rows in the order of letters. */
function codersOf(rows: readonly Given[]): CoderRatings[] {
  const coders = [...grouped(rows, ({ submissionId }) => submissionId).values()];
  return coders.map((own, index) => ({
    letter: coderLetter(index),
    imported: own.some((row) => row.importedCoder !== null && row.importedJoinedLater === null),
    joinedLater: own.some((row) => row.joinedLater ?? row.importedJoinedLater === 1),
    first: byFactor(own.map(({ factor, first }) => [factor, first])),
    second: byFactor(own.map((row) => [row.factor, row.second ?? row.importedSecond])),
    dissents: byFactor(own.map((row) => [row.factor, row.dissent ?? row.importedDissent])),
  }));
}

function byFactor<T>(rows: readonly (readonly [string, T | null])[]): Record<string, T> {
  return Object.fromEntries(
    rows.flatMap(([factor, given]) => (given === null ? [] : [[factor, given] as const])),
  );
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
