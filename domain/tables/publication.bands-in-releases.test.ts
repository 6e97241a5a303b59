import { expect, test } from "vitest";
import { monthBands } from "../case-record/periods";
import { randomFrom } from "../random";
import { atOnce } from "../steps";
import { table5 } from "./involvement";
import { makeTable } from "./make-table";
import { type Published, publish } from "./publication";
import type { PublishedTable } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";

const [someCase] = referenceCases();

/** Table 5 as it is published of cases with these months by sample, after what was published before. */
function publishedAfter(
  before: Published,
  name: string,
  bySample: Readonly<Record<string, readonly number[]>>,
) {
  const cases = Object.entries(bySample).flatMap(([sample, months]) =>
    months.map((each, index) => ({
      ...(someCase as NonNullable<typeof someCase>),
      ...{ reference: `${sample}-${index}`, sample, included: true, months: each },
    })),
  );
  const [thisSample = "", ...earlierSamples] = Object.keys(bySample).reverse();
  const tables = [makeTable(table5, firstBook, cases, { thisSample, earlierSamples })];
  return atOnce(publish(before, { name, tables, smallest: 5 }));
}

/** What one release shows of its only column; null where it is withheld. */
interface Read {
  readonly all: number;
  readonly bands: readonly (number | null)[];
  readonly sum: number | null;
  /** What a withheld count is at least: where all is withheld, a 0 may be too. */
  readonly least: 0 | 1;
}

function readOf(table: PublishedTable | undefined): Read {
  const lines = table?.lines ?? [];
  const bands = lines.slice(0, monthBands.length);
  const shown = bands.map(({ cells, withheld }) =>
    withheld[0]?.count ? null : (cells[0]?.n ?? null),
  );
  const mean = lines.find(({ measure }) => measure === "mean");
  const sum = mean?.withheld[0]?.value ? null : (mean?.cells[0]?.sum ?? null);
  const hidesZero = bands.some(({ cells }, at) => shown[at] === null && cells[0]?.n === 0);
  const hidesAll = sum === null && shown.every((n) => n === null);
  return {
    all: mean?.cells[0]?.values ?? 0,
    bands: shown,
    sum,
    least: hidesZero || hidesAll ? 0 : 1,
  };
}

/** Between what and what the months of so many cases in each band are together. */
const monthsTogether = (bands: readonly number[]): [number, number] => [
  bands.reduce((sum, n, band) => sum + n * ([0, 13, 25, 37, 49][band] ?? 0), 0),
  bands.reduce((sum, n, band) => sum + n * ([12, 24, 36, 48, 9999][band] ?? 0), 0),
];

const fits = ({ bands, least }: Read, own: readonly number[]) =>
  own.every((n, band) => (bands[band] === null ? n >= least : n === bands[band]));
const isBetween = ([from, to]: readonly [number, number], sum: number | null) =>
  sum === null || (from <= sum && sum <= to);

/** What the bands of two releases can be, of which the second has all cases of the first and more. */
function couldBe(first: Read, second: Read): [number[], number[]][] {
  const added = allOf(second.all - first.all);
  return allOf(first.all)
    .filter((own) => fits(first, own) && isBetween(monthsTogether(own), first.sum))
    .flatMap((own) => {
      const [from, to] = first.sum === null ? monthsTogether(own) : [first.sum, first.sum];
      return added.flatMap((more): [number[], number[]][] => {
        const both = own.map((n, band) => n + (more[band] ?? 0));
        const [least, most] = monthsTogether(more);
        const isIt = fits(second, both) && isBetween([from + least, to + most], second.sum);
        return isIt ? [[own, both]] : [];
      });
    });
}

/** All ways to put so many cases into the bands. */
function allOf(cases: number, bands: number = monthBands.length): number[][] {
  if (bands === 1) return [[cases]];
  return Array.from({ length: cases + 1 }, (_, n) =>
    allOf(cases - n, bands - 1).map((rest) => [n, ...rest]),
  ).flat();
}

/** The withheld counts, other than 0, that can be nothing else to who lays both side by side. */
function toldBy(tables: readonly (PublishedTable | undefined)[]): string[] {
  const [first, second] = tables.map(readOf);
  const could = first && second ? couldBe(first, second) : [];
  expect(could).not.toEqual([]);
  return tables.flatMap((table, release) =>
    (table?.lines ?? []).slice(0, monthBands.length).flatMap(({ label, cells, withheld }, band) => {
      const seen = new Set(could.map((releases) => releases[release]?.[band]));
      const isSecret = withheld[0]?.count && cells[0]?.n !== 0;
      return isSecret && seen.size === 1 ? [`${label}, release ${release + 1}`] : [];
    }),
  );
}

test("of 40 samples to which cases are added no band is told by the means of two releases", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const next = randomFrom(seed);
    const months = (n: number) => Array.from({ length: n }, () => Math.floor(next() ** 4 * 70));
    const own = months(10 + Math.floor(next() * 4));
    const more = months(1 + Math.floor(next() * 6));
    const first = publishedAfter(new Map(), "1", { "2015": own });
    const second = publishedAfter(first.published, "2", { "2015": [...own, ...more] });
    expect(toldBy([first.tables[0], second.tables[0]]), `seed ${seed}`).toEqual([]);
  }
});

test("a mean that was published before stays, and another is withheld for the bands", () => {
  const earlier = { "2014": [0, 0, 0, 2, 4, 4, 8, 10, 16, 31] };
  const first = publishedAfter(new Map(), "1", earlier);
  const both = { ...earlier, "2015": [0, 0, 0, 0, 0, 2, 6, 7, 16, 58] };
  const second = publishedAfter(first.published, "2", both);
  const meansOf = ([table]: readonly PublishedTable[]) => {
    const mean = table?.lines.find(({ measure }) => measure === "mean");
    return mean?.withheld.map(({ value }, at) => (value ? "withheld" : mean.cells[at]?.sum));
  };
  expect(meansOf(first.tables)).toEqual([75]);
  expect(meansOf(second.tables)).toEqual([75, "withheld", "withheld"]);
});
