import { expect, test } from "vitest";
import { codeListFields } from "../../dataset/code-lists-table";
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

test("a sheet of code lists has no references, and needs none", () => {
  const header = codeListFields.map(({ name }) => name);
  const lists = sheetOf("x", header, ["methodology", "desk", "Desk review", "5", "yes"]);
  const matching = guessMatching([lists], firstBook, null);
  const sheets = [{ kind: "code_lists", headerLine: "1", lastLine: "", columns: header }];
  const rows = [{ first: [{ line: 1, cells: header }] }];
  const outcome = changeColumns(matching, { sample: "", sheets }, rows, firstBook);
  expect(outcome.kind).toBe("done");
});

test("a sheet of cases is refused until a column has the references", () => {
  const typed = {
    kind: "cases",
    headerLine: "1",
    lastLine: "",
    columns: ["", "sample", "neglect"],
  };
  const outcome = changeColumns(before, { sample: "", sheets: [typed] }, first, firstBook);
  expect(outcome).toEqual({
    kind: "refused",
    problems: [
      { field: "sheets.0.kind", message: "Choose the column that has the reference of the case" },
    ],
  });
});
