import { expect, test } from "vitest";
import { workedOutFrom } from "../disclosure/readers.fixtures";
import { atOnce } from "../steps";
import { baseInWords } from "./base";
import { publishedText } from "./cell-text";
import { figuresOf } from "./figures";
import { makeTable } from "./make-table";
import { publish } from "./publication";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";

/** Table 7 as it is published of cases with children of these ages, by sample. */
function published(samples: Readonly<Record<string, readonly (readonly number[])[]>>) {
  const [thisSample = "", ...earlier] = Object.keys(samples).reverse();
  const choice = { thisSample, earlierSamples: earlier.reverse() };
  const [someCase] = referenceCases();
  if (!someCase) throw new Error("There are cases");
  const cases = Object.entries(samples).flatMap(([sample, ages]) =>
    ages.map((own, index) => ({
      ...someCase,
      ...{ reference: `${sample}-${index}`, sample, included: true },
      children: own.map((ageYears) => ({ ageYears, sex: null, outcome: null })),
    })),
  );
  const tables = reportTables(choice, firstBook.lists).map((kind) =>
    makeTable(kind, firstBook, cases, choice),
  );
  const made = atOnce(publish(new Map(), { name: "1", tables, smallest: 5 }));
  const table = made.tables.find(({ kind }) => kind.output === "table_7");
  if (!table) throw new Error("Table 7 is missing");
  const { publications = [] } = made.published.get("table_7")?.counts ?? {};
  const cells = table.lines.map((line) =>
    line.cells.map((cell, at) => {
      const withheld = line.withheld[at];
      const base = line.bases[at];
      return base && withheld && publishedText(table.kind, line, cell, base, withheld);
    }),
  );
  const { rows } = figuresOf(table);
  const base = baseInWords(table, made.tables, choice);
  return { cells, rows, base, workedOut: workedOutFrom(publications) };
}

const eachOf = (n: number, age: number) => Array.from({ length: n }, () => [age]);

test("how many children one case has is withheld, and cannot be worked out", () => {
  const { cells, workedOut } = published({
    "2014": [[1, 2, 2, 3, 3, 3, 4, 4, 4]],
    "2015": [...eachOf(12, 0), ...eachOf(11, 2), ...eachOf(10, 12)],
  });
  expect(cells.map((line) => line[0])).toEqual(["0", "[c]", "0", "0", "0", "[c]"]);
  expect(cells.at(-1)).toEqual(["[c]", "[c]", "42 (100%)"]);
  expect(workedOut).toEqual([]);
});

test("a case whose children are of several ages is one case", () => {
  const { cells, workedOut } = published({
    "2014": [
      [0, 3, 8],
      [0, 3, 8],
    ],
    "2015": [...eachOf(12, 0), ...eachOf(11, 2), ...eachOf(10, 12)],
  });
  expect(cells.map((line) => line[0])).toEqual(["[c]", "[c]", "[c]", "0", "0", "[c]"]);
  expect(workedOut).toEqual([]);
});

test("six cases are enough to say how many children they have", () => {
  const { cells } = published({ "2015": [...eachOf(3, 0), ...eachOf(2, 3), [8, 12]] });
  expect(cells.at(-1)).toEqual(["7 (100%)"]);
});

test("a count has no per cent where how many children there are is withheld", () => {
  const { cells, rows } = published({
    "2014": [[1, 2, 2, 3, 3, 3, 4, 4, 4]],
    "2015": [...eachOf(12, 0), ...eachOf(11, 2), ...eachOf(10, 12)],
  });
  const all = cells.map((line) => line[1]);
  expect(all).toEqual(["12", "[c]", "0", "10", "0", "[c]"]);
  const hidden = Array.from({ length: 6 }, () => "[c]");
  expect(rows.map((row) => row["2015, per cent"])).toEqual(hidden);
});

test("nothing is withheld of many cases with many children", () => {
  const many = [...eachOf(12, 0), ...eachOf(11, 2), ...eachOf(10, 7), ...eachOf(9, 12)];
  const { cells, base } = published({ "2014": many, "2015": [...many, ...eachOf(9, 17)] });
  expect(cells.at(-1)).toEqual(["42 (100%)", "51 (100%)", "93 (100%)"]);
  expect(base).toBe("93 index children of 2014 and 2015.");
});

test("the base says nothing of how many children there are where that is withheld", () => {
  const { cells, base } = published({ "2015": [[1, 2, 2, 3, 3, 3, 4, 4, 4]] });
  expect(cells.at(-1)).toEqual(["[c]"]);
  expect(base).toBe("How many index children of 2015 there are is withheld.");
});
