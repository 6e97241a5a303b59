import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import { importCases } from "../schema";
import type { Db } from "../store/engine";

const casesPerChunk = 200;

/**
 * The cases of an import for which a condition holds, and the revision that it left, some at a time;
 * other requests are answered in between. For use inside db/.
 */
export async function* casesOfImport(db: Db, importId: string, condition: SQL | undefined) {
  for (let after = ""; ; ) {
    const some = await db
      .select({ caseId: importCases.caseId, revision: importCases.revision })
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
