import { and, asc, eq, gte, sql } from "drizzle-orm";
import { changedFacts, type Fact } from "@/domain/case-record/case-record";
import { withCurrentCodes } from "@/domain/case-record/codes";
import { outputsOfFacts } from "@/domain/case-record/outputs";
import { datasetVersions, importCases, releaseCases } from "../schema";
import type { Db } from "../store/engine";
import { recordsAt } from "../store/records";
import { currentCodeLists } from "../study/code-lists";
import { casesOfImport } from "./cases-of-import";

/** What undoing an import comes to beside what it takes away. */
export interface UndoMoves {
  /** The outputs that move because the records of committed cases change back, in words. */
  readonly moves: readonly string[];
  /** The releases that hold what the import made of records: they stay as they are. */
  readonly releases: readonly number[];
}

const isChanged = eq(importCases.kind, "changed");
const isCommitted = sql`exists (select 1 from ${datasetVersions} v
  where v.case_id = ${importCases.caseId})`;

/**
 * What an undo would move, by the records that the import changed. They are facts of cases, and tell
 * nothing of a rating. For use inside db/.
 */
export async function undoMoves(db: Db, importId: string): Promise<UndoMoves> {
  const lists = await currentCodeLists(db);
  const moving = new Set<Fact>();
  for await (const some of casesOfImport(db, importId, and(isChanged, isCommitted))) {
    const after = await recordsAt(db, some);
    const before = await recordsAt(
      db,
      some.map(({ caseId, revision }) => ({ caseId, revision: revision - 1 })),
    );
    for (const { caseId } of some) {
      const [now, then] = [after(caseId), before(caseId)];
      for (const fact of changedFacts(withCurrentCodes(now, lists), withCurrentCodes(then, lists)))
        moving.add(fact);
    }
  }
  return { moves: outputsOfFacts([...moving]), releases: await releasesOf(db, importId) };
}

async function releasesOf(db: Db, importId: string): Promise<number[]> {
  const isIt = and(
    eq(releaseCases.caseId, importCases.caseId),
    gte(releaseCases.recordRevision, importCases.revision),
  );
  const rows = await db
    .selectDistinct({ release: releaseCases.release })
    .from(importCases)
    .innerJoin(releaseCases, isIt)
    .where(and(eq(importCases.importId, importId), isChanged))
    .orderBy(asc(releaseCases.release));
  return rows.map(({ release }) => release);
}
