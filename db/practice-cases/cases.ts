import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Reference } from "@/domain/practice-cases/practice-case";
import { mayMakePracticeCases } from "@/domain/workflow";
import { mayLearnReference } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { practiceCaseRevisions, practiceCases, practiceReferences } from "../schema";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { currentCodebook, getCodebook } from "../study/codebooks";

/** The name of a practice case, on pages and in the log. */
export function practiceName(number: number): string {
  return `Practice ${number}`;
}

/** A practice case as its leads see it. */
export interface PracticeCase {
  readonly number: number;
  readonly codebook: Codebook;
  readonly revision: number;
  readonly offered: boolean;
  readonly text: string;
  readonly references: Readonly<Record<string, Reference>>;
}

/** A practice case with its references, as it stands; null for whoever makes none, or if there is none. */
export async function getPracticeCase(
  viewer: Viewer,
  number: number,
): Promise<PracticeCase | null> {
  if (!mayMakePracticeCases(viewer)) return null;
  return practiceCaseNow(reader(), viewer, number);
}

/** As getPracticeCase, within a transaction. For use inside db/. */
export async function practiceCaseNow(
  db: Db,
  viewer: Viewer,
  number: number,
): Promise<PracticeCase | null> {
  const [found] = await standing(db, eq(practiceCases.number, number));
  if (!found) return null;
  const { codebookVersion, ...rest } = found;
  return {
    ...rest,
    codebook: await getCodebook(codebookVersion, db),
    references: await referencesOf(db, viewer, number, found.revision),
  };
}

/**
 * The reference levels of a revision and their reasons, by factor, for those who may learn them;
 * none for others. For use inside db/.
 */
export async function referencesOf(
  db: Db,
  viewer: Viewer,
  number: number,
  revision: number,
): Promise<Record<string, Reference>> {
  const rows = await db
    .select({
      factor: practiceReferences.factor,
      level: practiceReferences.level,
      reason: practiceReferences.reason,
    })
    .from(practiceReferences)
    .where(
      and(
        eq(practiceReferences.practiceCase, number),
        eq(practiceReferences.revision, revision),
        mayLearnReference(viewer, practiceReferences.practiceCase),
      ),
    );
  return Object.fromEntries(rows.map(({ factor, ...reference }) => [factor, reference]));
}

/** For a practice case: it is offered, and not withdrawn. For use inside db/. */
export const isOffered = sql<number>`coalesce((select o.offered from practice_offers o
  where o.practice_case = ${practiceCases.number} order by o.revision desc limit 1), 0)`;

const isCurrent = sql`${practiceCaseRevisions.revision} = (
  select max(m.revision) from practice_case_revisions m
  where m.practice_case = ${practiceCases.number})`;

/** What there is to read in practice cases as they stand, by number. For use inside db/. */
export async function standing(db: Db, where?: SQL) {
  return db
    .select({
      number: practiceCases.number,
      codebookVersion: practiceCases.codebookVersion,
      revision: practiceCaseRevisions.revision,
      text: practiceCaseRevisions.text,
      offered: isOffered.mapWith((value) => Number(value) === 1),
    })
    .from(practiceCases)
    .innerJoin(
      practiceCaseRevisions,
      and(eq(practiceCaseRevisions.practiceCase, practiceCases.number), isCurrent),
    )
    .where(where)
    .orderBy(asc(practiceCases.number));
}

/** The codebook of the next practice case, for the form that makes one; null for who makes none. */
export async function getPracticeCodebook(viewer: Viewer): Promise<Codebook | null> {
  return mayMakePracticeCases(viewer) ? currentCodebook() : null;
}
