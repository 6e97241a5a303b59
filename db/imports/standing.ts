import { and, eq, inArray, sql } from "drizzle-orm";
import type { CaseRecord } from "@/domain/case-record/case-record";
import { withCurrentCodes } from "@/domain/case-record/codes";
import { withTextsTold } from "@/domain/case-record/own-words";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import { dayOf } from "@/domain/dates";
import { mayLearnCommitted, mayLearnRatings } from "../blinding/blinding";
import { yesOrNo } from "../cases/case-facts";
import { textsTold } from "../cases/told-texts";
import { isLatestVersion } from "../dataset/dataset";
import type { Viewer } from "../people/people";
import { notTakenBack } from "../ratings/ratings";
import {
  cases,
  datasetRatings,
  datasetVersions,
  ratingSubmissions,
  submittedRatings,
} from "../schema";
import type { Db } from "../store/engine";
import { recordsAt } from "../store/records";

/** A level for each factor by its key. */
export type Levels = Readonly<Record<string, string>>;

interface Agreed {
  readonly versionId: string;
  readonly version: number;
  /** A date such as 2016-02-29. */
  readonly on: string;
  readonly codebookVersion: string;
  readonly levels: Levels;
}

/** What the study has of a case that a file names. For use inside db/. */
export interface StandingCase {
  readonly id: string;
  readonly reference: string;
  readonly origin: "registered" | "imported";
  readonly revision: number;
  /** Whether it is in the dataset. */
  readonly committed: boolean;
  readonly record: CaseRecord;
  /** The record as far as the viewer may read it. */
  readonly told: CaseRecord;
  /** What was agreed and committed last; null without it, and where the viewer may not learn it. */
  readonly agreed: Agreed | null;
  /** The independent ratings that the viewer may learn, a set for each coder. */
  readonly ratings: readonly Levels[];
}

/**
 * The cases that have one of these references, in capitals or not, by the reference in small
 * letters. Levels and ratings are there as far as the viewer may learn them. For use inside db/.
 */
export async function standingCases(
  db: Db,
  viewer: Viewer,
  references: readonly string[],
  lists: CodeLists,
): Promise<Map<string, StandingCase>> {
  const small = references.map((reference) => reference.toLowerCase());
  const rows = await db
    .select({
      id: cases.id,
      reference: cases.reference,
      origin: cases.origin,
      revision: sql<number>`(
        select max(m.revision) from case_records m where m.case_id = ${cases.id})`,
      committed: yesOrNo(
        sql`exists (select 1 from dataset_versions v where v.case_id = ${cases.id})`,
      ),
    })
    .from(cases)
    .where(inArray(sql`lower(${cases.reference})`, small));
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const recordOf = await recordsAt(
    db,
    rows.map(({ id, revision }) => ({ caseId: id, revision })),
  );
  const agreed = await agreedLevels(db, viewer, ids);
  const ratings = await independentRatings(db, viewer, ids);
  const standing = new Map<string, StandingCase>();
  for (const row of rows) {
    const record = withCurrentCodes(recordOf(row.id), lists);
    standing.set(row.reference.toLowerCase(), {
      ...row,
      record,
      // The first revision is told always, and most cases have no other.
      told:
        row.revision === 1 ? record : withTextsTold(record, await textsTold(db, viewer, row.id)),
      agreed: agreed.get(row.id) ?? null,
      ratings: ratings.get(row.id) ?? [],
    });
  }
  return standing;
}

async function agreedLevels(db: Db, viewer: Viewer, ids: string[]) {
  const rows = await db
    .select({
      caseId: datasetVersions.caseId,
      versionId: datasetVersions.id,
      version: datasetVersions.version,
      committedAt: datasetVersions.committedAt,
      codebookVersion: datasetVersions.codebookVersion,
      factor: datasetRatings.factor,
      level: datasetRatings.level,
    })
    .from(datasetVersions)
    .innerJoin(cases, eq(cases.id, datasetVersions.caseId))
    .innerJoin(datasetRatings, eq(datasetRatings.versionId, datasetVersions.id))
    .where(and(inArray(cases.id, ids), isLatestVersion, mayLearnCommitted(viewer, cases.id)));
  const agreed = new Map<string, Agreed & { levels: Record<string, string> }>();
  for (const { caseId, factor, level, committedAt, ...version } of rows) {
    const own = agreed.get(caseId) ?? { ...version, on: dayOf(committedAt), levels: {} };
    own.levels[factor] ??= level;
    agreed.set(caseId, own);
  }
  return agreed;
}

async function independentRatings(db: Db, viewer: Viewer, ids: string[]) {
  const rows = await db
    .select({
      caseId: ratingSubmissions.caseId,
      submissionId: submittedRatings.submissionId,
      factor: submittedRatings.factor,
      level: submittedRatings.level,
    })
    .from(submittedRatings)
    .innerJoin(ratingSubmissions, eq(ratingSubmissions.id, submittedRatings.submissionId))
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .where(and(inArray(cases.id, ids), notTakenBack, mayLearnRatings(viewer, cases.id)));
  const sets = new Map<string, Map<string, Record<string, string>>>();
  for (const { caseId, submissionId, factor, level } of rows) {
    const own = sets.get(caseId) ?? new Map<string, Record<string, string>>();
    const levels = own.get(submissionId) ?? {};
    levels[factor] = level;
    sets.set(caseId, own.set(submissionId, levels));
  }
  return new Map([...sets].map(([caseId, own]) => [caseId, [...own.values()]] as const));
}
