import { and, asc, eq, gt, inArray, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import type { ExportChoice } from "@/domain/dataset/choice";
import { mayLearnCommitted, mayLearnLeftOut } from "../blinding/blinding";
import { isCurrentRecord } from "../cases/case-facts";
import { isLatestVersion } from "../dataset/dataset";
import type { Viewer } from "../people/people";
import { caseRecords, cases, datasetVersions, releaseCases } from "../schema";
import type { Db } from "../store/engine";

/** Which cases of a state are chosen, as `ExportChoice` says it. */
export type CaseChoice = Pick<ExportChoice, "samples" | "analysedOnly" | "references">;

/** Every case of a state. */
export const allCases: CaseChoice = { samples: null, analysedOnly: false, references: null };

/** Which cases to read: those of a release or, for null, of the dataset as it is now. */
export interface StateChoice extends CaseChoice {
  readonly release: number | null;
  /** Those behind this reference, at most so many. */
  readonly after?: string;
  readonly limit?: number;
}

/** A case as a state of the dataset has it: at which revision of its record, in which version. */
export type CaseOfState = Awaited<ReturnType<typeof casesOfState>>[number];

const isRated = isNotNull(datasetVersions.id);
const isLeftOut = eq(caseRecords.included, false);

/**
 * The cases of a state of the dataset, by reference: those with ratings that the viewer may know, and
 * those left out of the analysis, without a version as long as its ratings are hidden. For use inside
 * db/.
 */
export function casesOfState(db: Db, viewer: Viewer, choice: StateChoice) {
  const isTold = or(isRated, and(isLeftOut, mayLearnLeftOut(viewer)));
  return rowsOf(db, choice, mayLearnCommitted(viewer, cases.id), isTold);
}

/**
 * The committed cases that are in no state that the viewer may read now, because a coder of theirs
 * has not submitted: their references. For use inside db/.
 */
export async function casesRatedAgain(db: Db, viewer: Viewer): Promise<string[]> {
  const all = { release: null, ...allCases };
  const isHidden = sql`not (${mayLearnCommitted(viewer, cases.id)})`;
  const rows = await rowsOf(db, all, isHidden, and(isRated, not(isLeftOut)));
  return rows.map(({ reference }) => reference);
}

/**
 * Which revision of the record and which version of a case a release has or, for null, are the newest.
 * For use inside db/.
 */
export function placeIn(release: number | null): { isRecord: SQL; isVersion: SQL } {
  if (release === null) return { isRecord: isCurrentRecord, isVersion: isLatestVersion };
  const inRelease = sql`release_cases p where p.release = ${release} and p.case_id = ${cases.id}`;
  return {
    isRecord: sql`${caseRecords.revision} = (select p.record_revision from ${inRelease})`,
    isVersion: sql`${datasetVersions.id} = (select p.version_id from ${inRelease})`,
  };
}

/** Cases with the version of a state, where that is one of `versions`; of them those that are `asked`. */
function rowsOf(
  db: Db,
  { release, after = "", limit = Number.MAX_SAFE_INTEGER, ...choice }: StateChoice,
  versions: SQL,
  asked: SQL | undefined,
) {
  const { isRecord, isVersion } = placeIn(release);
  return db
    .select({
      id: cases.id,
      reference: cases.reference,
      origin: cases.origin,
      sample: caseRecords.sample,
      revision: caseRecords.revision,
      versionId: datasetVersions.id,
      version: datasetVersions.version,
      codebookVersion: datasetVersions.codebookVersion,
      committedOn: datasetVersions.committedAt,
    })
    .from(cases)
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isRecord))
    .leftJoin(datasetVersions, and(eq(datasetVersions.caseId, cases.id), isVersion, versions))
    .where(and(asked, isChosen(choice), gt(cases.reference, after)))
    .orderBy(asc(cases.reference))
    .limit(limit);
}

function isChosen({ samples, analysedOnly, references }: CaseChoice): SQL | undefined {
  const typed = references?.map((reference) => reference.toLowerCase());
  return and(
    samples === null ? undefined : inArray(caseRecords.sample, [...samples]),
    analysedOnly ? eq(caseRecords.included, true) : undefined,
    typed && inArray(sql`lower(${cases.reference})`, typed),
  );
}

/** Where a case stands in a release. */
export interface CaseInRelease {
  readonly id: string;
  readonly reference: string;
  readonly sample: string;
  readonly revision: number;
  readonly versionId: string | null;
  readonly version: number | null;
}

/**
 * The cases of a release that are chosen, or all, by reference: which they are and where they point,
 * which says nothing of a rating. For use inside db/.
 */
export function casesOfRelease(
  db: Db,
  release: number,
  choice: CaseChoice = allCases,
): Promise<CaseInRelease[]> {
  return db
    .select({
      id: cases.id,
      reference: cases.reference,
      sample: caseRecords.sample,
      revision: releaseCases.recordRevision,
      versionId: releaseCases.versionId,
      version: datasetVersions.version,
    })
    .from(releaseCases)
    .innerJoin(cases, eq(cases.id, releaseCases.caseId))
    .innerJoin(
      caseRecords,
      and(
        eq(caseRecords.caseId, releaseCases.caseId),
        eq(caseRecords.revision, releaseCases.recordRevision),
      ),
    )
    .leftJoin(datasetVersions, eq(datasetVersions.id, releaseCases.versionId))
    .where(and(eq(releaseCases.release, release), isChosen(choice)))
    .orderBy(asc(releaseCases.position));
}
