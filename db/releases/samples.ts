import { and, asc, eq } from "drizzle-orm";
import { caseRecords, releaseCases } from "../schema";
import type { Db } from "../store/engine";

/** How many cases of a sample there are. */
export interface SampleCount {
  readonly sample: string;
  readonly cases: number;
}

/** How many of these cases are in each sample, by name of the sample. */
export function countBySample(cases: readonly { readonly sample: string }[]): SampleCount[] {
  const counts = new Map<string, number>();
  for (const { sample } of cases) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  return [...counts].sort().map(([sample, n]) => ({ sample, cases: n }));
}

/** The samples of the cases of a release, in order. For use inside db/. */
export async function samplesOfRelease(db: Db, release: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sample: caseRecords.sample })
    .from(releaseCases)
    .innerJoin(
      caseRecords,
      and(
        eq(caseRecords.caseId, releaseCases.caseId),
        eq(caseRecords.revision, releaseCases.recordRevision),
      ),
    )
    .where(eq(releaseCases.release, release))
    .orderBy(asc(caseRecords.sample));
  return rows.map(({ sample }) => sample);
}
