import { type BroughtLists, withBrought } from "@/domain/code-lists/brought";
import { type CodeListName, type CodeLists, codeListNames } from "@/domain/code-lists/code-lists";
import { editInWords } from "@/domain/code-lists/words";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { cases, codeListVersions } from "../schema";
import type { Db } from "../store/engine";
import { currentCodeLists } from "../study/code-lists";

/** Whether the study has no case yet. For use inside db/. */
export async function isWithoutCases(db: Db): Promise<boolean> {
  return (await db.select({ id: cases.id }).from(cases).limit(1)).length === 0;
}

/** The code lists as they would be with what files bring. For use inside db/. */
export async function codeListsWith(db: Db, brought: BroughtLists): Promise<CodeLists> {
  return withBrought(await currentCodeLists(db), brought, await isWithoutCases(db));
}

/** A code list that files change, and what they change of it in words. */
export interface ChangedList {
  readonly label: string;
  readonly changes: readonly string[];
}

/** The lists that are no longer as they were. */
export function changedLists(before: CodeLists, after: CodeLists): ChangedList[] {
  return changedNames(before, after).map((name) => ({
    label: codeListNames[name].label,
    changes: editInWords(before[name].values, after[name].values),
  }));
}

function changedNames(before: CodeLists, after: CodeLists): CodeListName[] {
  const names = Object.keys(codeListNames) as CodeListName[];
  return names.filter((name) => before[name].version !== after[name].version);
}

/**
 * Stores the code lists with what the files of an import bring, each that they change as its next
 * version, and gives them. For use inside db/.
 */
export async function bringCodeLists(
  tx: Db,
  viewer: Viewer,
  brought: BroughtLists,
  { importId, reason }: { readonly importId: string; readonly reason: string },
): Promise<CodeLists> {
  const before = await currentCodeLists(tx);
  const after = await codeListsWith(tx, brought);
  for (const name of changedNames(before, after)) {
    const { version, values } = after[name];
    await storeVersion(tx, viewer, { list: name, version, content: values, reason, importId });
  }
  return after;
}

/** Stores the next version of a list that an import brings or leaves, with its entry in the log. For db/. */
export async function storeVersion(
  tx: Db,
  viewer: Viewer,
  made: Omit<typeof codeListVersions.$inferInsert, "madeBy"> & { readonly reason: string },
): Promise<void> {
  await tx.insert(codeListVersions).values({ ...made, madeBy: personIdOf(viewer) });
  const subject = codeListNames[made.list].label;
  await record(tx, viewer, { action: "changed a code list", subject, reason: made.reason });
}
