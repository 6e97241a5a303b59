import { expect, test } from "vitest";
import { firstBook, sheetOf } from "./fixtures";
import { groupsOf, guessMatching, matchedColumns } from "./guess";
import { countToChoose, findToChoose } from "./to-choose";

const header = ["Ref", "Sample", "Case type", "Incident type", "Neglect", "DV", "CP plan"];
const sheet = sheetOf(
  "cases",
  header,
  ["2015-01", "2015", "s31", "PA fatal", "3 H", "3", "1"],
  ["2015-02", "2015", "?", "suicide", "2", "3 H", "2"],
);
const matching = guessMatching([sheet], firstBook, null);
const groups = groupsOf(matchedColumns([sheet], matching, firstBook, null));
const find = findToChoose(groups, ["cases"]);

/** The text to which a fault leads, and how many of its group are open. */
function leadsTo(column: string, value: string, file = "cases") {
  const place = find({ file, column, value });
  const group = place && groups[place.group];
  return (
    group && [group.texts[place.text]?.text, group.texts[place.text]?.key, countToChoose(group)]
  );
}

test("texts that nobody knows are counted once for all columns with the same levels", () => {
  expect(groups.map(countToChoose)).toEqual([0, 1, 1, 1]);
});

test("the fault of such a text leads to where its value is chosen", () => {
  expect(leadsTo("Incident type", "PA fatal")).toEqual(["PA fatal", null, 1]);
  expect(leadsTo("Neglect", "3 H")).toEqual(["3 H", null, 1]);
  expect(find({ file: "cases", column: "DV", value: "3 H" })).toEqual(
    find({ file: "cases", column: "Neglect", value: "3 H" }),
  );
  expect(leadsTo("CP plan", "1")).toEqual(["1", null, 1]);
});

test("so does that of a word for nothing where something is needed", () => {
  expect(leadsTo("Case type", "?")).toEqual(["?", "", 0]);
});

test("any other fault leads nowhere", () => {
  expect(leadsTo("Neglect", "")).toBe(undefined);
  expect(leadsTo("Neglect", "2")).toBe(undefined);
  expect(leadsTo("Ref", "PA fatal")).toBe(undefined);
  expect(leadsTo("Incident type", "PA fatal", "children")).toBe(undefined);
});
