import { expect, test } from "vitest";
import { changeColumns } from "./edit";
import { firstBook, sheetOf } from "./fixtures";
import { guessMatching } from "./guess";

const sheet = sheetOf("x", ["Ref", "Sample", "Neglect"], ["2015-01", "2015", "3"]);
const before = guessMatching([sheet], firstBook, null);
const first = [{ first: [{ line: 1, cells: ["Ref", "Sample", "Neglect"] }] }];

/** What each column holds once these are chosen. */
function targetsWith(...columns: string[]) {
  const typed = { sample: "", sheets: [{ kind: "cases", headerLine: "1", lastLine: "", columns }] };
  const outcome = changeColumns(before, typed, first, firstBook);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.value.matching.sheets[0]?.columns.map(({ target, by }) => [target, by]);
}

test("a column is left out by whoever says so", () => {
  expect(targetsWith("case_ref", "sample", "")).toEqual([
    ["case_ref", "synonym"],
    ["sample", "name"],
    [null, "person"],
  ]);
});

test("a column of which nothing is said stays as it is", () => {
  expect(targetsWith("case_ref", "")).toEqual([
    ["case_ref", "synonym"],
    [null, "person"],
    ["neglect", "name"],
  ]);
});
