import { asc } from "drizzle-orm";
import type { CodeList, CodeLists, CodeValue } from "@/domain/code-lists/code-lists";
import { codeListVersions } from "../schema";
import type { Db } from "../store/engine";
import { currentCodeLists } from "./code-lists";

/**
 * Gives the code lists as they are now, but with what was merged at an instant. They say nothing of
 * any case. For use inside db/.
 */
export async function mergedAsAt(db: Db): Promise<(instant: string) => CodeLists> {
  const lists = await currentCodeLists(db);
  const versions = await db
    .select({
      list: codeListVersions.list,
      version: codeListVersions.version,
      content: codeListVersions.content,
      madeAt: codeListVersions.madeAt,
    })
    .from(codeListVersions)
    .orderBy(asc(codeListVersions.version));
  return (instant) => {
    const known = versions.filter(({ madeAt }) => madeAt <= instant);
    const named = Object.values(lists).map((list: CodeList) => {
      const last = known.findLast((one) => one.list === list.name);
      const then = (last?.content ?? []) as readonly Partial<CodeValue>[];
      const values = list.values.map((value) => ({
        ...value,
        mergedInto: then.find(({ key }) => key === value.key)?.mergedInto ?? null,
      }));
      return [list.name, { ...list, values }];
    });
    return Object.fromEntries(named);
  };
}
