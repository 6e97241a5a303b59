import { and, asc, eq, sql } from "drizzle-orm";
import {
  type CodeListName,
  type CodeLists,
  type CodeValue,
  codeListNames,
  firstCodeLists,
  keysFor,
  readCodeList,
} from "@/domain/code-lists/code-lists";
import { editCodeList, type TypedValue } from "@/domain/code-lists/edit";
import { editInWords } from "@/domain/code-lists/words";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { reasonFrom } from "@/domain/reason";
import { mayEditCodeLists } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { isCurrentRecord } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import {
  caseActions,
  caseRecords,
  cases,
  codeListVersions,
  people,
  practicePoints,
} from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { listsFrom } from "./stored-code-lists";

/** Stores the first version of every list that the study does not have yet. For use inside db/. */
export async function introduceCodeLists(tx: Db): Promise<void> {
  const stored = await tx.selectDistinct({ list: codeListVersions.list }).from(codeListVersions);
  const missing = Object.values(firstCodeLists).filter(
    ({ name }) => !stored.some(({ list }) => list === name),
  );
  if (missing.length === 0) return;
  await tx
    .insert(codeListVersions)
    .values(missing.map(({ name, values }) => ({ list: name, version: 1, content: values })));
}

const isCurrentVersion = sql`${codeListVersions.version} = (
  select max(m.version) from code_list_versions m where m.list = ${codeListVersions.list})`;

/** The code lists as they are now. They say nothing of any case. */
export async function currentCodeLists(db: Db = reader()): Promise<CodeLists> {
  const rows = await db
    .select({
      list: codeListVersions.list,
      version: codeListVersions.version,
      content: codeListVersions.content,
    })
    .from(codeListVersions)
    .where(isCurrentVersion);
  return listsFrom(rows);
}

/** A version of a list: what it changed, who made it, when and why. */
export interface CodeListChange {
  readonly version: number;
  readonly madeAt: string;
  readonly madeBy: string | null;
  readonly reason: string;
  readonly changes: readonly string[];
}

/**
 * The versions of a list, newest first, each with what it changed from the one before. Null for
 * those who do not edit code lists.
 */
export async function listCodeListChanges(
  viewer: Viewer,
  list: CodeListName,
): Promise<CodeListChange[] | null> {
  if (!mayEditCodeLists(viewer)) return null;
  const rows = await reader()
    .select({
      version: codeListVersions.version,
      content: codeListVersions.content,
      madeAt: codeListVersions.madeAt,
      madeBy: people.name,
      reason: codeListVersions.reason,
    })
    .from(codeListVersions)
    .leftJoin(people, eq(people.id, codeListVersions.madeBy))
    .where(eq(codeListVersions.list, list))
    .orderBy(asc(codeListVersions.version));
  const lists = rows.map((row) => readCodeList(list, row.version, row.content).values);
  return rows
    .map(({ content: _, ...row }, index) => ({
      ...row,
      changes: index === 0 ? [] : editInWords(lists[index - 1] ?? [], lists[index] ?? []),
    }))
    .reverse();
}

const columns = {
  submission_kind: caseRecords.submissionKind,
  methodology: caseRecords.methodology,
  case_type: caseRecords.caseType,
  involvement: caseRecords.involvement,
  incident_type: caseRecords.incidentType,
};

/**
 * How many cases have each value of a list now, by key; those that never had one are left out.
 * Null for those who do not edit code lists.
 */
export async function countCodes(
  viewer: Viewer,
  list: CodeListName,
): Promise<Readonly<Record<string, number>> | null> {
  if (!mayEditCodeLists(viewer)) return null;
  const keyColumn = {
    ...columns,
    practice_theme: practicePoints.theme,
    action_status: caseActions.status,
  }[list];
  const rows = await reader()
    .select({ key: keyColumn, n: sql<number>`count(distinct ${cases.id})`.mapWith(Number) })
    .from(cases)
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .leftJoin(
      practicePoints,
      and(
        eq(practicePoints.caseId, caseRecords.caseId),
        eq(practicePoints.revision, caseRecords.revision),
      ),
    )
    .leftJoin(
      caseActions,
      and(
        eq(caseActions.caseId, caseRecords.caseId),
        eq(caseActions.revision, caseRecords.revision),
      ),
    )
    .groupBy(keyColumn);
  return Object.fromEntries(rows.flatMap(({ key, n }) => (key === null ? [] : [[key, n]])));
}

/**
 * Makes the next version of a code list, as a lead has edited it. Records keep their keys: a value
 * that was renamed is shown by its new name, one that was merged counts as the other. Refused when
 * somebody else edited it since, without a reason, and when nothing is changed.
 */
export async function changeCodeList(
  viewer: Viewer,
  name: CodeListName,
  edit: {
    readonly seenVersion: number;
    readonly values: readonly TypedValue[];
    readonly reason: string;
  },
): Promise<Outcome<{ version: number }>> {
  if (!mayEditCodeLists(viewer)) return notFound;
  return write(async (tx) => {
    const list = (await currentCodeLists(tx))[name];
    if (list.version !== edit.seenVersion)
      return refused("", changedSince(await valuesAt(tx, name, edit.seenVersion), list.values));
    const values = editCodeList(list, edit.values);
    if (values.kind !== "done") return values;
    if (editInWords(list.values, values.value).length === 0)
      return refused("", "Nothing is changed yet.");
    const reason = reasonFrom(edit.reason, "Say why the list is changed");
    if (reason.kind !== "done") return reason;
    const version = list.version + 1;
    await tx.insert(codeListVersions).values({
      list: name,
      version,
      content: values.value,
      reason: reason.value,
      madeBy: personIdOf(viewer),
    });
    await record(tx, viewer, {
      action: "changed a code list",
      subject: codeListNames[name].label,
      reason: reason.value,
    });
    return done({ version });
  });
}

// None where there is no such version: what a page says it saw is sent.
async function valuesAt(db: Db, list: CodeListName, version: number) {
  const rows = await db
    .select({ content: codeListVersions.content })
    .from(codeListVersions)
    .where(and(eq(codeListVersions.list, list), eq(codeListVersions.version, version)));
  return rows.flatMap(({ content }) => readCodeList(list, version, content).values);
}

function changedSince(seen: readonly CodeValue[], now: readonly CodeValue[]): string {
  const changes = seen.length > 0 ? editInWords(seen, now) : [];
  const what = changes.length > 0 ? `: ${changes.join(", ")}` : "";
  return `Somebody else has changed this list since you opened it${what}. Open it in another tab to see what holds, and copy over what you want to keep.`;
}

/** The keys that are stored for a value as it counts now. For use inside db/. */
export async function storedKeys(db: Db, name: CodeListName, key: string): Promise<string[]> {
  return keysFor((await currentCodeLists(db))[name], key);
}
