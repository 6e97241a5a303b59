import { withCurrentCodes } from "@/domain/case-record/codes";
import { motherAgeBandOf } from "@/domain/case-record/derived";
import { totalMonths } from "@/domain/case-record/periods";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import { type Atoms, addCase } from "@/domain/tables/make-table";
import { reportTables } from "@/domain/tables/report";
import type { TableKind } from "@/domain/tables/table";
import type { TableCase } from "@/domain/tables/table-case";
import { scoresOf } from "../dataset";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { recordsAt } from "../records";
import { allCases, casesOfState, type StateChoice } from "../releases/cases";

/** What was counted for each table and chart, by its output. */
export type Counts = ReadonlyMap<TableKind["output"], Atoms>;

const casesAtOnce = 2000;

/** A case as tables count it, and the row of the version of its ratings. For use inside db/. */
export interface TableCaseRead extends TableCase {
  readonly versionId: string | null;
}

/**
 * The cases of a release, or for null of the dataset as it is now, as the tables count them, as far
 * as the viewer may learn their ratings, by reference, some at a time: all of them, or those of some
 * samples, or those behind a reference. For use inside db/.
 */
export async function* tableCases(
  db: Db,
  viewer: Viewer,
  release: number | null,
  lists: CodeLists,
  { samples = null, after: start = "" }: Partial<Pick<StateChoice, "samples" | "after">> = {},
): AsyncGenerator<TableCaseRead[]> {
  for (let after = start; ; ) {
    const choice = { ...allCases, samples, release, after, limit: casesAtOnce };
    const rows = await casesOfState(db, viewer, choice);
    const recordOf = await recordsAt(
      db,
      rows.map(({ id, revision }) => ({ caseId: id, revision })),
    );
    const scores = await scoresOf(
      db,
      rows.flatMap(({ versionId }) => versionId ?? []),
    );
    if (rows.length > 0)
      yield rows.map(({ id, reference, versionId }) => {
        const record = withCurrentCodes(recordOf(id), lists);
        return {
          ...record,
          reference,
          months: totalMonths(record.periods),
          motherAgeBand: motherAgeBandOf(record),
          scores: versionId === null ? null : (scores.get(versionId) ?? null),
          versionId,
        };
      });
    const last = rows[casesAtOnce - 1];
    if (!last) return;
    after = last.reference;
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What is counted for every table and chart. For use inside db/. */
export async function countAll(
  db: Db,
  viewer: Viewer,
  release: number | null,
  lists: CodeLists,
): Promise<Counts> {
  // Which samples are chosen matters to columns alone, not to what is counted.
  const kinds = reportTables({ thisSample: "", earlierSamples: [] }, lists);
  const counts = new Map(kinds.map(({ output }) => [output, new Map() as Atoms]));
  for await (const cases of tableCases(db, viewer, release, lists))
    for (const kind of kinds) {
      const atoms = counts.get(kind.output) ?? new Map();
      for (const each of cases) addCase(atoms, kind, each);
    }
  return counts;
}
