import { and, asc, eq, gt, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { ExportChoice } from "@/domain/dataset/choice";
import { mayLearnCommitted } from "../blinding/blinding";
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

const isOfDataset = or(isNotNull(datasetVersions.id), eq(caseRecords.included, false));

/**
 * The cases of a state of the dataset, as far as the viewer may know their ratings, by reference.
 * For use inside db/.
 */
export function casesOfState(db: Db, viewer: Viewer, choice: StateChoice) {
  return rowsOf(db, choice, mayLearnCommitted(viewer, cases.id));
}

/**
 * The committed cases, and those left out of the analysis, that are in no state that the viewer may
 * read now, because a coder of theirs has not submitted: their references. For use inside db/.
 */
export async function casesRatedAgain(db: Db, viewer: Viewer): Promise<string[]> {
  const all = { release: null, ...allCases };
  const rows = await rowsOf(db, all, sql`not (${mayLearnCommitted(viewer, cases.id)})`);
  return rows.map(({ reference }) => reference);
}

function rowsOf(
  db: Db,
  { release, after = "", limit = Number.MAX_SAFE_INTEGER, ...choice }: StateChoice,
  told: SQL,
) {
  const inRelease = sql`release_cases p where p.release = ${release} and p.case_id = ${cases.id}`;
  const isRecord =
    release === null
      ? isCurrentRecord
      : sql`${caseRecords.revision} = (select p.record_revision from ${inRelease})`;
  const isVersion =
    release === null
      ? isLatestVersion
      : sql`${datasetVersions.id} = (select p.version_id from ${inRelease})`;
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
    .leftJoin(datasetVersions, and(eq(datasetVersions.caseId, cases.id), isVersion))
    .where(and(told, isOfDataset, isChosen(choice), gt(cases.reference, after)))
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
