import { expect, test } from "vitest";
import { monthBands } from "../case-record/periods";
import { randomFrom } from "../random";
import { atOnce } from "../steps";
import { publishedText } from "./cell-text";
import { makeTable } from "./make-table";
import { publish } from "./publication";
import type { PublishedTable } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import type { SampleChoice } from "./table";

const samples = ["2014", "2015"];
const bothSamples = { thisSample: "2015", earlierSamples: ["2014"] };
const oneSample = { thisSample: "2015", earlierSamples: [] };
const [someCase] = referenceCases();

/** Table 5 as it is published of cases with these months, by sample. */
function published(
  months: readonly (readonly number[])[],
  choice: SampleChoice = bothSamples,
): PublishedTable {
  const cases = months.flatMap((own, at) =>
    own.map((each, index) => ({
      ...(someCase as NonNullable<typeof someCase>),
      ...{ reference: `${at}-${index}`, sample: samples[at] ?? "", included: true, months: each },
    })),
  );
  const tables = reportTables(choice, firstBook.lists)
    .filter(({ output }) => output === "table_5")
    .map((kind) => makeTable(kind, firstBook, cases, choice));
  const [table] = atOnce(publish(new Map(), { name: "1", tables, smallest: 5 })).tables;
  if (!table) throw new Error("Table 5 is missing");
  return table;
}

/** A column as it is read: the cells of its lines, from the first band to the mean. */
function readColumn({ kind, lines }: PublishedTable, column: number): string[] {
  return lines.map((line) => {
    const [cell, base, withheld] = [line.cells, line.bases, line.withheld].map(
      (all) => all[column],
    );
    return publishedText(kind, line, cell as never, base as never, withheld as never);
  });
}

const allOfBoth = 2;

test("a mean that would give away the bands beside it is withheld", () => {
  const nineShort = [...Array.from({ length: 9 }, () => 1), 50];
  const table = published([[], nineShort]);
  expect(readColumn(table, 1)).toEqual(["[c]", "0", "0", "0", "[c]", "10", "[c] (10)"]);
});

test("so is one beside bands that are all withheld", () => {
  const spread = [0, 0, 0, 3, 9, 11, 21, 27, 38, 49, 0];
  const table = published([[], spread], oneSample);
  expect(readColumn(table, 0)).toEqual(["[c]", "[c]", "[c]", "[c]", "[c]", "11", "[c] (11)"]);
});

test("a mean that leaves open how many are in the bands beside it is shown", () => {
  const spread = [3, 3, 3, 3, 3, 3, 14, 14, 30, 30, 40];
  const table = published([[], spread]);
  expect(readColumn(table, 1)).toEqual(["6", "[c]", "[c]", "[c]", "0", "11", "13.3 (11)"]);
});

/** What somebody who lays the columns side by side can take the bands of both samples to be. */
function couldBe(table: PublishedTable): number[][][] {
  const bands = table.lines.slice(0, monthBands.length);
  const mean = table.lines.find(({ measure }) => measure === "mean");
  if (!mean) throw new Error("There is no mean");
  const isZeroHidden = bands.some(({ cells, withheld }) =>
    withheld.some(({ count }, at) => count && cells[at]?.n === 0),
  );
  const fitting = (column: number, own: readonly number[], [from, to]: readonly number[]) => {
    const cell = mean.cells[column];
    const isShown = mean.withheld[column]?.value === false;
    return (
      own.every((n, band) => {
        const line = bands[band];
        return line?.withheld[column]?.count
          ? n >= (isZeroHidden ? 0 : 1)
          : n === line?.cells[column]?.n;
      }) &&
      (!isShown || !cell || ((from ?? 0) <= cell.sum && cell.sum <= (to ?? 0)))
    );
  };
  const ends = (own: readonly number[]) => [
    own.reduce((sum, n, band) => sum + n * (lowest[band] ?? 0), 0),
    own.reduce((sum, n, band) => sum + n * (highest[band] ?? 0), 0),
  ];
  const sumIn = (column: number, own: readonly number[]) => {
    const cell = mean.cells[column];
    return mean.withheld[column]?.value === false && cell ? [cell.sum, cell.sum] : ends(own);
  };
  const [one, other] = [0, 1].map((column) =>
    allOf(mean.cells[column]?.values ?? 0).filter((own) => fitting(column, own, ends(own))),
  );
  if (table.columns.length === 1) return (one ?? []).map((own) => [own]);
  return (one ?? []).flatMap((first) =>
    (other ?? []).flatMap((second) => {
      const both = first.map((n, band) => n + (second[band] ?? 0));
      const [from, to] = [sumIn(0, first), sumIn(1, second)];
      const sum = [0, 1].map((end) => (from[end] ?? 0) + (to[end] ?? 0));
      return fitting(allOfBoth, both, sum) ? [[first, second, both]] : [];
    }),
  );
}

const [lowest, highest] = [
  [0, 13, 25, 37, 49],
  [12, 24, 36, 48, 9999],
];

/** All ways to put so many cases into the bands. */
function allOf(cases: number, bands: number = monthBands.length): number[][] {
  if (bands === 1) return [[cases]];
  return Array.from({ length: cases + 1 }, (_, n) =>
    allOf(cases - n, bands - 1).map((rest) => [n, ...rest]),
  ).flat();
}

/** The withheld counts, other than 0, that can be nothing else. */
function toldBy(table: PublishedTable): string[] {
  const fits = couldBe(table);
  expect(fits).not.toEqual([]);
  return table.lines.slice(0, monthBands.length).flatMap(({ label, cells, withheld }, band) =>
    withheld.flatMap(({ count }, column) => {
      const seen = new Set(fits.map((columns) => columns[column]?.[band]));
      return count && cells[column]?.n !== 0 && seen.size === 1 ? [`${label} ${column}`] : [];
    }),
  );
}

test("of 100 samples with few long cases no band is told by the means", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const next = randomFrom(seed);
    const months = (n: number) => Array.from({ length: n }, () => Math.floor(next() ** 4 * 70));
    const table = published([[], months(10 + Math.floor(next() * 14))]);
    expect(toldBy(table), `seed ${seed}`).toEqual([]);
  }
});

test("nor of 160 samples that stand by themselves", () => {
  for (let seed = 1; seed <= 160; seed += 1) {
    const next = randomFrom(seed);
    const n = 10 + Math.floor(next() * 20);
    const months = Array.from({ length: n }, () => Math.floor(next() ** 4 * 70));
    expect(toldBy(published([[], months], oneSample)), `seed ${seed}`).toEqual([]);
  }
});

test("nor of two samples side by side, and both together", () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const next = randomFrom(seed);
    const months = (n: number) => Array.from({ length: n }, () => Math.floor(next() ** 4 * 70));
    const table = published([months(10), months(10 + Math.floor(next() * 3))]);
    expect(toldBy(table), `seed ${seed}`).toEqual([]);
  }
});
