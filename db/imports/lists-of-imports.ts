import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { leftOfBrought, withoutBrought } from "@/domain/code-lists/brought";
import {
  type CodeListName,
  type CodeValue,
  codeListNames,
  readCodeList,
} from "@/domain/code-lists/code-lists";
import { editInWords } from "@/domain/code-lists/words";
import type { Viewer } from "../people/people";
import {
  caseActions,
  caseRecords,
  codeListVersions,
  practicePoints,
  releaseCodeLists,
} from "../schema";
import type { Db } from "../store/engine";
import { currentCodeLists } from "../study/code-lists";
import { type ChangedList, storeVersion } from "./code-lists";

/** A code list as it was before an import, and as the import left it. */
interface BroughtList {
  readonly name: CodeListName;
  readonly version: number;
  readonly before: readonly CodeValue[];
  readonly after: readonly CodeValue[];
}

/**
 * The code lists that an import changed, with what it changed in words; and what of that is left as
 * the lists are now. For use inside db/.
 */
export async function listsOfImport(
  db: Db,
  importId: string,
): Promise<{ brought: ChangedList[]; left: ChangedList[] }> {
  const lists = await broughtBy(db, importId);
  if (lists.length === 0) return { brought: [], left: [] };
  const now = await currentCodeLists(db);
  const told = (wordsOf: (list: BroughtList) => string[]) =>
    lists
      .map((list) => ({ label: codeListNames[list.name].label, changes: wordsOf(list) }))
      .filter(({ changes }) => changes.length > 0);
  return {
    brought: told(({ before, after }) => editInWords(before, after)),
    left: told(({ name, before, after }) => leftOfBrought(before, after, now[name].values)),
  };
}

/**
 * Takes back what an import brought into code lists, as the next version of each, once its cases are
 * gone and its changes are undone. A value stays that any record has, be it an earlier revision; and
 * so does a whole list that somebody has edited since, or that is in a release. For use inside db/.
 */
export async function takeListsBack(
  tx: Db,
  viewer: Viewer,
  importId: string,
  reason: string,
): Promise<void> {
  const now = await currentCodeLists(tx);
  for (const { name, version, before, after } of await broughtBy(tx, importId)) {
    if (now[name].version !== version || (await isReleased(tx, name, version))) continue;
    const used = await keysInRecords(tx, name);
    const values = withoutBrought(before, after, (key) => used.has(key));
    if (editInWords(after, values).length === 0) continue;
    const next = { list: name, version: version + 1, content: values };
    await storeVersion(tx, viewer, { ...next, reason });
  }
}

const earlier = alias(codeListVersions, "earlier");

async function broughtBy(db: Db, importId: string): Promise<BroughtList[]> {
  const { list, version, content } = codeListVersions;
  const isBefore = and(eq(earlier.list, list), eq(earlier.version, sql`${version} - 1`));
  const rows = await db
    .select({ list, version, content, before: earlier.content })
    .from(codeListVersions)
    .innerJoin(earlier, isBefore)
    .where(eq(codeListVersions.importId, importId));
  return rows.map((row) => ({
    ...{ name: row.list, version: row.version },
    before: readCodeList(row.list, row.version - 1, row.before).values,
    after: readCodeList(row.list, row.version, row.content).values,
  }));
}

async function isReleased(tx: Db, list: CodeListName, version: number): Promise<boolean> {
  const isIt = and(eq(releaseCodeLists.list, list), eq(releaseCodeLists.version, version));
  const found = await tx.select({ n: sql`1` }).from(releaseCodeLists).where(isIt).limit(1);
  return found.length > 0;
}

const columnsOf = {
  submission_kind: [caseRecords, caseRecords.submissionKind],
  methodology: [caseRecords, caseRecords.methodology],
  case_type: [caseRecords, caseRecords.caseType],
  involvement: [caseRecords, caseRecords.involvement],
  incident_type: [caseRecords, caseRecords.incidentType],
  practice_theme: [practicePoints, practicePoints.theme],
  action_status: [caseActions, caseActions.status],
} as const satisfies Record<CodeListName, unknown>;

async function keysInRecords(tx: Db, name: CodeListName): Promise<Set<string | null>> {
  const [table, key] = columnsOf[name];
  const rows = await tx.selectDistinct({ key }).from(table);
  return new Set(rows.map((row) => row.key));
}
