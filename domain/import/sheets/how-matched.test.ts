import { describe, expect, test } from "vitest";
import { changeValues } from "./edit";
import { firstBook, sheetOf } from "./fixtures";
import { groupsOf, guessMatching, matchedColumns, withValues } from "./guess";
import type { Matching } from "./matching";

/** The last import, which took the texts of Neglect for these scores. */
const lastWith = (values: Record<string, string>): Matching => ({
  sample: "",
  sheets: [
    {
      kind: "cases",
      headerLine: 1,
      columns: [
        { header: "Ref", target: "case_ref", by: "name", values: {} },
        { header: "Neglect", target: "neglect", by: "name", values },
      ],
    },
  ],
});

const sheet = (...texts: string[]) =>
  sheetOf(
    "x",
    ["Ref", "Sample", "Neglect"],
    ...texts.map((text, at) => [`2015-0${at + 1}`, "2015", text]),
  );

/** What the texts of Neglect are taken for, and why. */
function taken(texts: string[], last: Matching | null) {
  const sheets = [sheet(...texts)];
  const matching = guessMatching(sheets, firstBook, last);
  const column = matchedColumns(sheets, matching, firstBook, last).find(
    ({ target }) => target.key === "neglect",
  );
  return column?.texts.map(({ text, key, sureness }) => [text, key, sureness]);
}

describe("where the last import took a text for something", () => {
  test("a score that Concord knows exactly stays what it is, and is shown to be looked at", () => {
    expect(taken(["1", "3"], lastWith({ "1": "3", "3": "1" }))).toEqual([
      ["1", "1", "otherwise"],
      ["3", "3", "otherwise"],
    ]);
  });

  test("so does a label", () => {
    expect(taken(["HIGH"], lastWith({ HIGH: "1" }))).toEqual([["HIGH", "3", "otherwise"]]);
  });

  test("a score that it took for the same is simply known", () => {
    expect(taken(["3"], lastWith({ "3": "3" }))).toEqual([["3", "3", "same"]]);
  });

  test("a guess gives way to it, and a text that nobody knows is as it was there", () => {
    expect(taken(["H", "zilch"], lastWith({ H: "2", zilch: "0" }))).toEqual([
      ["H", "2", "remembered"],
      ["zilch", "0", "remembered"],
    ]);
  });

  test("that is no level is as if it had not been said", () => {
    expect(taken(["zilch"], lastWith({ zilch: "4" }))).toEqual([["zilch", null, "unknown"]]);
  });
});

test("what somebody chose for this very upload wins over what Concord knows", () => {
  const sheets = [sheet("3")];
  const last = lastWith({ "3": "1" });
  const matching = guessMatching(sheets, firstBook, last);
  const columns = matchedColumns(sheets, matching, firstBook, last);
  const place = groupsOf(columns).findIndex(({ texts }) => texts[0]?.text === "3");
  const chosen = changeValues(matching, columns, (_, group) => (group === place ? "1" : undefined));
  const again = withValues(sheets, chosen, firstBook, last);
  expect(again.sheets[0]?.columns[2]?.values).toEqual({ "3": "1" });
  const [texts] = groupsOf(matchedColumns(sheets, again, firstBook, last)).map((one) => one.texts);
  expect(texts).toEqual([{ text: "3", rows: 1, key: "1", sureness: "chosen" }]);
});

test("of factors with the same levels a text says what most needs a look", () => {
  const two = sheetOf("x", ["Ref", "Neglect", "Emotional abuse"], ["2015-01", "3", "3"]);
  const last = lastWith({ "3": "1" });
  const columns = matchedColumns([two], guessMatching([two], firstBook, last), firstBook, last);
  expect(groupsOf(columns).map(({ texts }) => texts)).toEqual([
    [{ text: "3", rows: 2, key: "3", sureness: "otherwise" }],
  ]);
});
