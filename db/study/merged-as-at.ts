import type { CodeList, CodeLists } from "@/domain/code-lists/code-lists";
import type { Db } from "../store/engine";
import { currentCodeLists } from "./code-lists";
import { everyVersion } from "./stored-code-lists";

/**
 * Gives the code lists as they are now, but with what was merged at an instant. They say nothing of
 * any case. For use inside db/.
 */
export async function mergedAsAt(db: Db): Promise<(instant: string) => CodeLists> {
  const lists = await currentCodeLists(db);
  const versions = await everyVersion(db);
  return (instant) => {
    const known = versions.filter(({ madeAt }) => madeAt <= instant);
    const named = Object.values(lists).map((list: CodeList) => {
      const then = known.findLast((one) => one.list === list.name)?.values ?? [];
      const values = list.values.map((value) => ({
        ...value,
        mergedInto: then.find(({ key }) => key === value.key)?.mergedInto ?? null,
      }));
      return [list.name, { ...list, values }];
    });
    return Object.fromEntries(named);
  };
}
