import { and, asc, eq } from "drizzle-orm";
import {
  type Compared,
  compareWithReference,
  type PracticeResult,
  resultOf,
} from "@/domain/practice-cases/result";
import { mayMakePracticeCases } from "@/domain/workflow";
import { mayLearnPractice } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import {
  people,
  practiceCases,
  practiceRatings,
  practiceReferences,
  practiceSubmissions,
} from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader } from "../store/store";
import { getCodebook } from "../study/codebooks";

/** A practice case that somebody has submitted, beside the references of the revision they read. */
export interface Practised {
  readonly number: number;
  readonly personId: string;
  readonly name: string;
  readonly revision: number;
  readonly submittedAt: string;
  readonly compared: readonly Compared[];
  readonly result: PracticeResult;
}

/** How each coder did in practice, oldest first. Leads alone are told; null for others. */
export async function listPracticeResults(viewer: Viewer): Promise<Practised[] | null> {
  return mayMakePracticeCases(viewer) ? practisedIn(reader(), viewer) : null;
}

/**
 * What was submitted in practice, as far as the viewer may learn it: their own, and for leads
 * everybody's; of one practice case or of all, oldest first. Whoever may learn of a submission may
 * learn the references that it is held against. For use inside db/.
 */
export async function practisedIn(db: Db, viewer: Viewer, number?: number): Promise<Practised[]> {
  const rows = await db
    .select({ ...columns, ...levels })
    .from(practiceSubmissions)
    .innerJoin(people, eq(people.id, practiceSubmissions.personId))
    .innerJoin(practiceCases, eq(practiceCases.number, practiceSubmissions.practiceCase))
    .innerJoin(practiceRatings, isOfSubmission)
    .innerJoin(practiceReferences, isItsReference)
    .where(
      and(
        mayLearnPractice(viewer, practiceSubmissions.personId),
        number === undefined ? undefined : eq(practiceCases.number, number),
      ),
    )
    .orderBy(asc(practiceSubmissions.submittedAt), asc(practiceSubmissions.personId));
  const all = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.number} ${row.personId}`;
    all.set(key, [...(all.get(key) ?? []), row]);
  }
  return Promise.all([...all.values()].map((own) => practisedFrom(db, own)));
}

const columns = {
  number: practiceCases.number,
  codebookVersion: practiceCases.codebookVersion,
  personId: practiceSubmissions.personId,
  name: people.name,
  revision: practiceSubmissions.revision,
  submittedAt: practiceSubmissions.submittedAt,
};

const levels = {
  factor: practiceRatings.factor,
  given: practiceRatings.level,
  reference: practiceReferences.level,
};

const isOfSubmission = and(
  eq(practiceRatings.practiceCase, practiceSubmissions.practiceCase),
  eq(practiceRatings.personId, practiceSubmissions.personId),
);

const isItsReference = and(
  eq(practiceReferences.practiceCase, practiceSubmissions.practiceCase),
  eq(practiceReferences.revision, practiceSubmissions.revision),
  eq(practiceReferences.factor, practiceRatings.factor),
);

interface Row extends Omit<Practised, "compared" | "result"> {
  readonly codebookVersion: string;
  readonly factor: string;
  readonly given: string;
  readonly reference: string;
}

async function practisedFrom(db: Db, rows: readonly Row[]): Promise<Practised> {
  const first = theRow(rows, "A submission has no ratings");
  const { codebookVersion, factor: _, given: __, reference: ___, ...rest } = first;
  const codebook = await getCodebook(codebookVersion, db);
  const byFactor = (level: (row: Row) => string) =>
    Object.fromEntries(rows.map((row) => [row.factor, level(row)]));
  const compared = compareWithReference(
    codebook,
    byFactor((row) => row.given),
    byFactor((row) => row.reference),
  );
  return { ...rest, compared, result: resultOf(compared) };
}
