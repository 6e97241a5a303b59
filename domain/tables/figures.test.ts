import { expect, test } from "vitest";
import { figuresOf } from "./figures";
import { makeTable } from "./make-table";
import { withNothingWithheld } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";

const names: Readonly<Record<string, string>> = { 2012: "Submissions", 2013: "All" };

test("samples that are called as columns of their own keep their figures", () => {
  const cases = referenceCases().map((one) => ({
    ...one,
    sample: names[one.sample] ?? one.sample,
  }));
  const choice = { thisSample: "2015", earlierSamples: ["Submissions", "All", "2014"] };
  const tables = withNothingWithheld(
    reportTables(choice, firstBook.lists).map((kind) => makeTable(kind, firstBook, cases, choice)),
  );
  const table1 = tables.find(({ kind }) => kind.output === "table_1");
  const figures = table1 && figuresOf(table1);
  expect(figures?.names).toEqual([
    "Submissions (of the table)",
    "Submissions",
    "All",
    "2014",
    "2015",
    "All (together)",
  ]);
  expect(figures?.rows.map((row) => figures.names.map((name) => row[name]))).toEqual([
    ["Analysed", 23, 10, 26, 23, 82],
    ["Excluded", 0, 2, 2, 0, 4],
    ["All submissions", 23, 12, 28, 23, 86],
  ]);
});
