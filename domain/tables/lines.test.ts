import { describe, expect, test } from "vitest";
import { type CodeList, type CodeListName, readCodeList } from "../code-lists/code-lists";
import { editCodeList, typedValue } from "../code-lists/edit";
import { makeTable } from "./make-table";
import { practiceStrengths } from "./practice";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import { table3 } from "./submissions";
import type { TableBook } from "./table";

const choice = { thisSample: "2015", earlierSamples: [] };
const { methodology, ...otherLists } = firstBook.lists;

/** Lists with one more methodology, as it was stored before or came with a file. */
function bookWith(key: string, label: string): TableBook {
  const more = { key, label, offered: true, mergedInto: null };
  const list = readCodeList("methodology", 2, [...methodology.values, more]);
  return { ...firstBook, lists: { ...otherLists, methodology: list } };
}

describe("a value with the name of what is missing", () => {
  test("is counted apart from it, each case once", () => {
    const methodologies = ["not_recorded", "not_recorded", "not_recorded", null, "hybrid"];
    const cases = referenceCases()
      .filter(({ sample }) => sample === "2015")
      .slice(0, 5)
      .map((each, index) => ({ ...each, methodology: methodologies[index] ?? null }));
    const table = makeTable(table3, bookWith("not_recorded", "Not recorded"), cases, choice);
    expect(table.lines.map(({ label, cells }) => [label, cells[0]?.n])).toEqual([
      ["Traditional", 0],
      ["Hybrid", 1],
      ["SCIE", 0],
      ["Unclear", 0],
      ["Not recorded", 3],
      ["Nothing recorded", 1],
      ["All submissions", 5],
    ]);
  });
});

/** The key that a lead's new value of this name gets. */
function keyOfNew(name: CodeListName, label: string): string | undefined {
  const list = firstBook.lists[name];
  const [first] = list.values.map((value) => typedValue(list, value));
  if (!first) throw new Error("A list has a value");
  const typed = list.values.map((value) => typedValue(list, value));
  const edited = editCodeList(list, [...typed, { ...first, key: "", label }]);
  if (edited.kind !== "done") throw new Error("Refused");
  return edited.value.at(-1)?.key;
}

test("no new value of a code list gets a key that tables give to lines of their own", () => {
  const cases = referenceCases().map((each) => ({ ...each, methodology: null, involvement: null }));
  const kinds = [...reportTables(choice, firstBook.lists), practiceStrengths];
  const lists: CodeList[] = Object.values(firstBook.lists);
  const known = lists.flatMap(({ values }) => values.map(({ key }) => key));
  const own = kinds
    .filter(({ output }) => /^(table_(3|4|6|9|10)|practice_strengths)$/.test(output))
    .flatMap((kind) => makeTable(kind, firstBook, cases, choice).lines)
    .map(({ key }) => key)
    .filter((key) => !known.includes(key));
  expect([...new Set(own)].sort()).toEqual([
    ...["all_fatal", "all_other", "all_private", "all_public", "any", "not recorded"],
    ...["recorded", "total"],
  ]);
  for (const key of own)
    expect(own).not.toContain(keyOfNew("methodology", key.replaceAll("_", " ")));
  expect(keyOfNew("methodology", "Not recorded")).toBe("not_recorded_2");
});
