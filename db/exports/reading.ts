import { inArray } from "drizzle-orm";
import { withCurrentCodes } from "@/domain/case-record/codes";
import type { DatasetCase } from "@/domain/dataset/case";
import type { Book } from "@/domain/dataset/table";
import { toldInDataset } from "../cases/told-texts";
import type { Viewer } from "../people/people";
import { casesOfState, type StateChoice } from "../releases/cases";
import { codebookOfRelease, codeListsOfRelease } from "../releases/state";
import { datasetRatings } from "../schema";
import type { Db } from "../store/engine";
import { recordsAt } from "../store/records";
import { currentCodeLists } from "../study/code-lists";
import { allCodebooks, currentCodebook } from "../study/codebooks";

const casesPerChunk = 500;

/**
 * What the tables of the dataset are made by now, or were when a release was made. For use inside
 * db/.
 */
export async function bookOf(db: Db, release: number | null): Promise<Book> {
  const codebooks = await allCodebooks(db);
  const codebookOf = (version: string) => {
    const codebook = codebooks.get(version);
    if (!codebook) throw new Error(`The study has no codebook ${version}`);
    return codebook;
  };
  if (release === null)
    return { lists: await currentCodeLists(db), codebook: await currentCodebook(db), codebookOf };
  const lists = await codeListsOfRelease(db, release);
  return { lists, codebook: codebookOf(await codebookOfRelease(db, release)), codebookOf };
}

/** A case of the dataset, and the row of the version of its ratings. For use inside db/. */
export interface CaseRead extends DatasetCase {
  /** Null without agreed ratings. */
  readonly versionId: string | null;
}

/**
 * The cases of a choice, as a release has them or as they are now, committed or left out of the
 * analysis, as far as the viewer may know their ratings, by reference, some at a time. One without
 * its ratings is without what was written in its record since it opened. For use inside db/.
 */
export async function* datasetCases(
  db: Db,
  viewer: Viewer,
  choice: Omit<StateChoice, "after" | "limit">,
): AsyncGenerator<CaseRead[]> {
  const { lists } = await bookOf(db, choice.release);
  for (let after = ""; ; ) {
    const rows = await casesOfState(db, viewer, { ...choice, after, limit: casesPerChunk });
    const levels = await levelsOf(
      db,
      rows.flatMap((row) => row.versionId ?? []),
    );
    const recordOf = await recordsAt(
      db,
      rows.map(({ id, revision }) => ({ caseId: id, revision })),
    );
    const found: CaseRead[] = [];
    for (const { id, revision: _, sample: __, ...row } of rows) {
      const told = await toldInDataset(db, { id, ...row });
      found.push({
        ...row,
        record: told(withCurrentCodes(recordOf(id), lists)),
        levels: row.versionId === null ? null : (levels.get(row.versionId) ?? null),
      });
    }
    if (found.length > 0) yield found;
    const last = rows[casesPerChunk - 1];
    if (!last) return;
    after = last.reference;
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function levelsOf(
  db: Db,
  versionIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const rows = await db
    .select({
      versionId: datasetRatings.versionId,
      factor: datasetRatings.factor,
      level: datasetRatings.level,
    })
    .from(datasetRatings)
    .where(inArray(datasetRatings.versionId, [...versionIds]));
  const levels = new Map<string, Record<string, string>>();
  for (const { versionId, factor, level } of rows) {
    const own = levels.get(versionId) ?? {};
    own[factor] = level;
    levels.set(versionId, own);
  }
  return levels;
}
