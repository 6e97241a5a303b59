import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { importCases } from "../schema";
import type { Db } from "../store/engine";

const casesPerChunk = 200;

const latest = sql<number>`(select max(r.revision) from case_records r
  where r.case_id = import_cases.case_id)`.mapWith(Number);

/**
 * The cases of an import, all or those for which a condition holds, with the revision that it left and
 * the last one that there is, some at a time; other requests are answered in between. For use inside
 * db/.
 */
export async function* casesOfImport(db: Db, importId: string, condition?: SQL) {
  for (let after = ""; ; ) {
    const some = await db
      .select({ caseId: importCases.caseId, revision: importCases.revision, latest })
      .from(importCases)
      .where(and(eq(importCases.importId, importId), condition, gt(importCases.caseId, after)))
      .orderBy(asc(importCases.caseId))
      .limit(casesPerChunk);
    if (some.length > 0) yield some;
    const last = some[casesPerChunk - 1];
    if (!last) return;
    after = last.caseId;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
