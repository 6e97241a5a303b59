import { withCurrentCodes } from "@/domain/case-record/codes";
import { motherAgeBandOf } from "@/domain/case-record/derived";
import { totalMonths } from "@/domain/case-record/periods";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import type { TableBook } from "@/domain/tables/table";
import type { TableCase } from "@/domain/tables/table-case";
import { scoresOf } from "../dataset/dataset";
import type { Viewer } from "../people/people";
import { allCases, type CaseOfState, casesOfState } from "../releases/cases";
import type { Db } from "../store/engine";
import { recordsAt } from "../store/records";
import { keptByKey } from "./cache";
import { stateKey } from "./state";

/** A case as tables count it, and the row of the version of its ratings. For use inside db/. */
export interface TableCaseRead extends TableCase {
  readonly versionId: string | null;
}

/** A state of the dataset, as far as somebody may learn its ratings. For use inside db/. */
export interface TableState {
  /** Names it: what follows from its cases alone can be kept under this. */
  readonly key: string;
  /** Its cases by reference, read once for each state. */
  cases(): Promise<readonly TableCaseRead[]>;
}

/**
 * The cases of a release, or for null of the dataset as it is now, as the tables count them, as far
 * as the viewer may learn their ratings. For use inside db/.
 */
export async function tableState(
  db: Db,
  viewer: Viewer,
  release: number | null,
  { lists, codebook }: TableBook,
): Promise<TableState> {
  const book = JSON.stringify([Object.values(lists), codebook.version]);
  const key = await stateKey(db, viewer, release, book);
  return { key, cases: () => kept(key, () => readCases(db, viewer, release, lists)) };
}

// A case takes about a kilobyte.
const kept = keptByKey<readonly TableCaseRead[]>(2);

const casesAtOnce = 2000;

async function readCases(
  db: Db,
  viewer: Viewer,
  release: number | null,
  lists: CodeLists,
): Promise<readonly TableCaseRead[]> {
  const cases: TableCaseRead[] = [];
  for (let after = ""; ; ) {
    const choice = { ...allCases, release, after, limit: casesAtOnce };
    const rows = await casesOfState(db, viewer, choice);
    cases.push(...(await asCounted(db, rows, lists)));
    const last = rows[casesAtOnce - 1];
    if (!last) return cases;
    after = last.reference;
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function asCounted(
  db: Db,
  rows: readonly CaseOfState[],
  lists: CodeLists,
): Promise<TableCaseRead[]> {
  const recordOf = await recordsAt(
    db,
    rows.map(({ id, revision }) => ({ caseId: id, revision })),
  );
  const scores = await scoresOf(
    db,
    rows.flatMap(({ versionId }) => versionId ?? []),
  );
  return rows.map(({ id, reference, versionId }) => {
    const record = withCurrentCodes(recordOf(id), lists);
    const { sample, included, methodology, caseType, involvement, incidentType } = record;
    return {
      ...{ reference, sample, included, methodology, caseType, involvement, incidentType },
      months: totalMonths(record.periods),
      motherAgeBand: motherAgeBandOf(record),
      children: record.children.map(({ ageYears, sex, outcome }) => ({ ageYears, sex, outcome })),
      practice: record.practice.map(({ kind, theme }) => ({ kind, theme })),
      scores: versionId === null ? null : (scores.get(versionId) ?? null),
      versionId,
    };
  });
}

/** Cases some at a time; other requests are answered in between. For use inside db/. */
export async function* inParts<T>(cases: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < cases.length; start += casesAtOnce) {
    yield cases.slice(start, start + casesAtOnce);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
