import { and, asc, eq, gt, isNotNull, or, sql } from "drizzle-orm";
import { mayExport } from "@/domain/workflow";
import { mayLearnAgreement, mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { a, counts } from "../ratings/given-ratings";
import { placeIn } from "../releases/cases";
import { releaseToGive } from "../releases/releases";
import { caseRecords, cases, datasetVersions, people, ratingSubmissions } from "../schema";
import type { Db } from "../store/engine";
import { importedCoderId } from "./letters";

/** The independent ratings of one coder of one case: whose and where, and not what. */
export interface IndependentSubmission {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly sample: string;
  readonly secondLook: boolean;
  readonly codebookVersion: string;
  /** The version of the case, the latest or that of a release; null before it is committed. */
  readonly versionId: string | null;
  /** Which coder gave them, in all cases: a person of this study, or a name of an imported file. */
  readonly coder: string;
  readonly coderName: string;
  readonly imported: boolean;
  /** When the ratings were submitted; imported ones when they were imported. */
  readonly submittedAt: string;
  /** Whether the viewer may learn the ratings of the case, and not only count them. */
  readonly told: boolean;
}

/**
 * Every set of independent ratings that may count in figures for this viewer, by reference: first
 * submissions of cases that have opened and that nobody is rating now, but for those of coders who
 * joined after the case had opened, and imported ones. Of a release those that led to a version which
 * it has; none where it is not for this viewer. They are read `atOnce` at a time. For use inside db/.
 */
export async function independentSubmissions(
  db: Db,
  viewer: Viewer,
  release: number | null = null,
  atOnce = 1000,
): Promise<IndependentSubmission[]> {
  if (release !== null && !(await isToBeHad(db, viewer, release))) return [];
  const all: IndependentSubmission[] = [];
  for (let after = { reference: "", id: "", limit: atOnce }; ; ) {
    const rows = await submissionsAfter(db, viewer, release, after);
    all.push(...rows.map(named));
    const last = rows[atOnce - 1];
    if (!last) return all;
    after = { ...last, limit: atOnce };
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function isToBeHad(db: Db, viewer: Viewer, release: number): Promise<boolean> {
  return mayExport(viewer) && (await releaseToGive(db, viewer, release)).kind === "done";
}

interface After {
  readonly reference: string;
  readonly id: string;
  readonly limit: number;
}

// Whoever joined once the case had opened may have read it before they rated it.
const isIndependent = or(
  and(
    isNotNull(ratingSubmissions.importedCoder),
    sql`coalesce(${ratingSubmissions.importedJoinedLater}, 0) = 0`,
  ),
  eq(a.joinedLater, false),
);

function submissionsAfter(db: Db, viewer: Viewer, release: number | null, after: After) {
  const { isRecord, isVersion } = placeIn(release);
  return db
    .select({
      id: ratingSubmissions.id,
      caseId: cases.id,
      reference: cases.reference,
      sample: caseRecords.sample,
      secondLook: sql<number>`(exists (
        select 1 from second_looks l where l.case_id = ${cases.id}))`,
      codebookVersion: cases.codebookVersion,
      versionId: datasetVersions.id,
      importedCoder: ratingSubmissions.importedCoder,
      coderId: a.coderId,
      name: people.name,
      submittedAt: ratingSubmissions.submittedAt,
      told: sql<number>`${mayLearnRatings(viewer, cases.id)}`,
    })
    .from(ratingSubmissions)
    .innerJoin(cases, eq(cases.id, ratingSubmissions.caseId))
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isRecord))
    .leftJoin(datasetVersions, and(eq(datasetVersions.caseId, cases.id), isVersion))
    .leftJoin(a, eq(a.id, ratingSubmissions.assignmentId))
    .leftJoin(people, eq(people.id, a.coderId))
    .where(
      and(
        mayLearnAgreement(viewer, cases.id),
        counts,
        isIndependent,
        release === null ? undefined : isNotNull(datasetVersions.id),
        or(
          gt(cases.reference, after.reference),
          and(eq(cases.reference, after.reference), gt(ratingSubmissions.id, after.id)),
        ),
      ),
    )
    .orderBy(asc(cases.reference), asc(ratingSubmissions.id))
    .limit(after.limit);
}

type Row = Awaited<ReturnType<typeof submissionsAfter>>[number];

function named({ importedCoder, coderId, name, secondLook, told, ...row }: Row) {
  return {
    ...row,
    coder: importedCoder === null ? (coderId ?? "") : importedCoderId(importedCoder),
    coderName: importedCoder ?? name ?? "",
    imported: importedCoder !== null,
    secondLook: secondLook === 1,
    told: told === 1,
  };
}
