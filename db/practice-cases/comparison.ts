import { and, eq } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Reference } from "@/domain/practice-cases/practice-case";
import { mayPractise } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import { practiceCaseRevisions, practiceCases, practiceRatings } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader } from "../store/store";
import { getCodebook } from "../study/codebooks";
import { referencesOf } from "./cases";
import { type Practised, practisedIn } from "./results";

/** What the viewer rated of a practice case beside what was to be given, and why. */
export interface PracticeComparison extends Practised {
  readonly codebook: Codebook;
  /** What they had read. */
  readonly text: string;
  readonly references: Readonly<Record<string, Reference>>;
  /** What they noted, by factor. */
  readonly notes: Readonly<Record<string, string>>;
}

/**
 * What the viewer submitted of a practice case beside its references, as both stood then; null when
 * they have not submitted it.
 */
export async function getPracticeComparison(
  viewer: Viewer,
  number: number,
): Promise<PracticeComparison | null> {
  if (!mayPractise(viewer)) return null;
  const db = reader();
  const [practised] = await practisedIn(db, viewer, number);
  if (!practised) return null;
  const { revision } = practised;
  const { codebookVersion, text } = await textOf(db, number, revision);
  const notes = await db
    .select({ factor: practiceRatings.factor, note: practiceRatings.note })
    .from(practiceRatings)
    .where(and(eq(practiceRatings.practiceCase, number), eq(practiceRatings.personId, viewer.id)));
  return {
    ...practised,
    codebook: await getCodebook(codebookVersion, db),
    text,
    references: await referencesOf(db, viewer, number, revision),
    notes: Object.fromEntries(notes.map(({ factor, note }) => [factor, note])),
  };
}

async function textOf(db: Db, number: number, revision: number) {
  const rows = await db
    .select({
      codebookVersion: practiceCases.codebookVersion,
      text: practiceCaseRevisions.text,
    })
    .from(practiceCaseRevisions)
    .innerJoin(practiceCases, eq(practiceCases.number, practiceCaseRevisions.practiceCase))
    .where(
      and(
        eq(practiceCaseRevisions.practiceCase, number),
        eq(practiceCaseRevisions.revision, revision),
      ),
    );
  return theRow(rows, "A revision of a practice case is missing");
}
