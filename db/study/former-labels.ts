import { asc } from "drizzle-orm";
import { type CodeLists, readCodeList } from "@/domain/code-lists/code-lists";
import { formerLabels } from "@/domain/code-lists/former-labels";
import { codeListVersions } from "../schema";
import type { Db } from "../store/engine";
import { currentCodeLists } from "./code-lists";

/**
 * The code lists as they are now, with what their values were called before: older files have those
 * names. They say nothing of any case. For use inside db/.
 */
export async function codeListsWithFormerLabels(db: Db): Promise<CodeLists> {
  const lists = await currentCodeLists(db);
  const versions = await db
    .select({
      list: codeListVersions.list,
      version: codeListVersions.version,
      content: codeListVersions.content,
    })
    .from(codeListVersions)
    .orderBy(asc(codeListVersions.version));
  const named = Object.values(lists).map((list) => {
    const own = versions.filter((one) => one.list === list.name);
    const values = own.map((one) => readCodeList(one.list, one.version, one.content).values);
    return [list.name, { ...list, formerLabels: formerLabels(values) }];
  });
  return Object.fromEntries(named);
}
