import { expect, test } from "vitest";
import { baseInWords } from "./base";
import { makeTable } from "./make-table";
import { withNothingWithheld } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";

const choice = { thisSample: "2015", earlierSamples: [] };

/** The bases of the tables of so many cases of 2015 with one child each, by their outputs. */
function basesOf(count: number): Record<string, string> {
  const of2015 = referenceCases().filter((one) => one.sample === "2015" && one.included);
  const cases = of2015
    .filter(({ caseType }) => caseType === "public_s31")
    .slice(0, count)
    .map((one) => ({ ...one, children: one.children.slice(0, 1) }));
  const tables = withNothingWithheld(
    reportTables(choice, firstBook.lists).map((kind) => makeTable(kind, firstBook, cases, choice)),
  );
  return Object.fromEntries(
    tables.map((table) => [table.kind.output, baseInWords(table, tables, choice)]),
  );
}

test("one case, submission or child is called one", () => {
  expect(basesOf(1)).toMatchObject({
    table_1: "1 submission of 2015.",
    table_4: "1 analysed, committed case of 2015.",
    table_7: "1 index child of 2015.",
    chart_2: "1 analysed, committed case of public law and 0 of private law, of 2015.",
  });
});

test("several are counted", () => {
  expect(basesOf(2)).toMatchObject({
    table_1: "2 submissions of 2015.",
    table_4: "2 analysed, committed cases of 2015.",
    table_7: "2 index children of 2015.",
    chart_2: "2 analysed, committed cases of public law and 0 of private law, of 2015.",
  });
});
