import { describe, expect, test } from "vitest";
import { leftOfBrought, withBrought, withoutBrought } from "./brought";
import { type CodeValue, firstCodeLists, readCodeList } from "./code-lists";

const { methodology } = firstCodeLists;
const value = (key: string, label: string, over: Partial<CodeValue> = {}): CodeValue => ({
  ...{ key, label, offered: true, mergedInto: null, ...over },
});

/** The methodologies with what a file brings, which can be stored and read again. */
function joined(isNew: boolean, ...brought: readonly CodeValue[]) {
  const lists = withBrought(firstCodeLists, { methodology: brought }, isNew);
  const { version, values } = lists.methodology;
  expect(readCodeList("methodology", version, values)).toEqual(lists.methodology);
  return lists.methodology;
}

describe("code lists that come with a file", () => {
  test("add the values that the study does not have, behind its own", () => {
    const { version, values } = joined(false, value("desk", "Desk review"));
    expect(version).toBe(2);
    expect(values.map(({ key }) => key)).toEqual([
      ...["traditional", "hybrid", "scie", "unclear", "desk"],
    ]);
  });

  test("say what values are called and how they count where there is no case yet", () => {
    const brought = [
      value("hybrid", "Hybrid", { offered: false, mergedInto: "unclear" }),
      value("scie", "Systems model"),
    ];
    expect(joined(true, ...brought).values.slice(1, 3)).toEqual(brought);
    expect(joined(false, ...brought)).toEqual(methodology);
  });

  test("leave lists alone that say the same, or offer nothing", () => {
    expect(joined(true, ...methodology.values)).toEqual(methodology);
    const none = methodology.values.map((one) => ({ ...one, offered: false }));
    expect(joined(true, ...none)).toEqual(methodology);
    expect(withBrought(firstCodeLists, {}, true)).toEqual(firstCodeLists);
  });

  test("give way where they contradict the study: a name stands once, and merging ends well", () => {
    const { values } = joined(
      false,
      value("seen", "SCIE"),
      value("gone", "Gone", { offered: false, mergedInto: "nowhere" }),
      value("older", "Older", { mergedInto: "scie" }),
    );
    expect(values.slice(4)).toEqual([
      value("seen", "SCIE 2"),
      value("gone", "Gone", { offered: false }),
      value("older", "Older", { offered: false, mergedInto: "scie" }),
    ]);
  });
});

describe("what an undone import brought", () => {
  const before = methodology.values;
  const scie = value("scie", "Systems model");
  const after = [
    ...before.map((one) => (one.key === "scie" ? scie : one)),
    value("desk", "Desk review"),
    value("panel", "Panel"),
  ];
  const without = (...used: string[]) =>
    withoutBrought(before, after, (key) => used.includes(key)).map(({ label }) => label);
  const left = (now: readonly CodeValue[]) => leftOfBrought(before, after, now);

  test("goes, and the list is as it was", () => {
    expect(withoutBrought(before, after, () => false)).toEqual(before);
    expect(left(before)).toEqual([]);
  });

  test("stays where a record has it, with what stands before it, as no place changes", () => {
    const own = ["Traditional", "Hybrid", "SCIE", "Unclear"];
    expect(without("desk")).toEqual([...own, "Desk review"]);
    expect(without("panel")).toEqual([...own, "Desk review", "Panel"]);
    expect(without("scie")).toEqual(["Traditional", "Hybrid", "Systems model", "Unclear"]);
  });

  test("is told where it stays, by the names that it has now", () => {
    const renamed = after.map((one) => (one.key === "panel" ? value("panel", "Hearing") : one));
    expect(left(renamed)).toEqual([
      "“SCIE” is now “Systems model”",
      "“Desk review” is new",
      "“Hearing” is new",
    ]);
  });

  test("stays where the list would offer nothing else", () => {
    const none = before.map((one) => ({ ...one, offered: false }));
    expect(withoutBrought(none, after, () => false)).toEqual(after);
  });
});
