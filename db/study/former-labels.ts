import type { CodeLists } from "@/domain/code-lists/code-lists";
import { formerLabels } from "@/domain/code-lists/former-labels";
import type { Db } from "../store/engine";
import { currentCodeLists } from "./code-lists";
import { everyVersion } from "./stored-code-lists";

/**
 * The code lists as they are now, with what their values were called before: older files have those
 * names. They say nothing of any case. For use inside db/.
 */
export async function codeListsWithFormerLabels(db: Db): Promise<CodeLists> {
  const lists = await currentCodeLists(db);
  const versions = await everyVersion(db);
  const named = Object.values(lists).map((list) => {
    const own = versions.filter((one) => one.list === list.name);
    return [list.name, { ...list, formerLabels: formerLabels(own.map(({ values }) => values)) }];
  });
  return Object.fromEntries(named);
}
