import { describe, expect, it } from "vitest";
import type { MotherAgeBand } from "../cases";
import type { Output } from "../caveats";
import { atOnce } from "../steps";
import { makeTable } from "./make-table";
import { type Published, publish } from "./publication";
import type { PublishedLine, PublishedTable } from "./published-table";
import { randomCases } from "./random-cases.fixtures";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import type { SampleChoice } from "./table";
import type { TableCase } from "./table-case";

/*
 * Three yearly releases. The first is about 2013, the second shows 2014 beside it, and the third has
 * both in one column: whoever takes the first from the third has 2014, also when one of its cases was
 * corrected in between.
 */

const yearly: readonly SampleChoice[] = [
  { thisSample: "2013", earlierSamples: [] },
  { thisSample: "2014", earlierSamples: ["2013"] },
  { thisSample: "2015", earlierSamples: ["2013", "2014"] },
];

/** What each release publishes, when they are made of these cases, one after the other. */
function publishAll(
  releases: readonly (readonly TableCase[])[],
  outputs: readonly Output[],
): PublishedTable[][] {
  let published: Published = new Map();
  return releases.map((cases, index) => {
    const choice = yearly[index] as SampleChoice;
    const tables = reportTables(choice, firstBook.lists)
      .filter(({ output }) => outputs.includes(output))
      .map((kind) => makeTable(kind, firstBook, cases, choice));
    const next = atOnce(publish(published, { name: `${index}`, tables, smallest: 5 }));
    published = next.published;
    return next.tables;
  });
}

/** How the cells of a line are shown: its count, or its mean and count; [c] for what is withheld. */
function shownIn(tables: readonly PublishedTable[] | undefined, output: Output, key: string) {
  const line = tables
    ?.find(({ kind }) => kind.output === output)
    ?.lines.find((one) => one.key === key);
  return line?.cells.map(({ n, sum, values }, index) => {
    const withheld = line.withheld[index];
    if (line.measure === "count") return withheld?.count ? "[c]" : n;
    return withheld?.value ? "[c]" : sum / values;
  });
}

const [pattern] = referenceCases();
const untroubled = Object.fromEntries(firstBook.codebook.factors.map(({ key }) => [key, 0]));

/** So many cases of a sample, alike but for what is said of them. */
function alike(count: number, sample: string, facts: Partial<TableCase>): TableCase[] {
  return Array.from({ length: count }, (_, index) => ({
    ...(pattern as TableCase),
    ...{ included: true, sample, motherAgeBand: "26_30", scores: untroubled },
    ...{ reference: `${sample}-${JSON.stringify(facts)}-${index}`, ...facts },
  }));
}

const mothers = (sample: string, counts: Partial<Record<MotherAgeBand, number>>) =>
  Object.entries(counts).flatMap(([band, count]) =>
    alike(count, sample, { motherAgeBand: band as MotherAgeBand }),
  );
const of2013 = mothers("2013", { under_21: 10, "21_25": 9, "26_30": 12, unknown: 8 });
const of2014 = mothers("2014", { under_21: 3, "21_25": 8, "26_30": 9, unknown: 7 });
const of2015 = mothers("2015", { under_21: 8, "21_25": 9, "26_30": 10, unknown: 7 });

describe("the 3 mothers under 21 of 2014, beside the 10 of 2013", () => {
  const shown = (corrected: readonly TableCase[]) => {
    const releases = [of2013, [...of2013, ...of2014], [...of2013, ...corrected, ...of2015]];
    return publishAll(releases, ["table_8"]).map((one) => shownIn(one, "table_8", "under_21"));
  };

  it("stay withheld when nothing changes", () => {
    expect(shown(of2014)).toEqual([[10], [10, "[c]", "[c]"], ["[c]", "[c]", 21]]);
  });

  it("stay withheld when another case of 2014 is corrected", () => {
    const found = of2014.findIndex(({ motherAgeBand }) => motherAgeBand === "unknown");
    const corrected = of2014.with(found, {
      ...(of2014[found] as TableCase),
      motherAgeBand: "26_30",
    });
    expect(shown(corrected)[2]).toEqual(["[c]", "[c]", 21]);
  });

  it("stay withheld when another case of 2014 is left out of the analysis", () => {
    expect(shown(of2014.slice(0, -1))[2]).toEqual(["[c]", "[c]", 21]);
  });
});

it("the mean of 7 cases of 2014 stays withheld when one of them is rated again", () => {
  const rated = (sample: string, count: number, neglect: number, caseType = "public_s31") =>
    alike(count, sample, { caseType, scores: { ...untroubled, neglect } });
  const other = "private_wtfh";
  const first = [...rated("2013", 12, 3), ...rated("2013", 14, 2, other)];
  const second = [...rated("2014", 7, 2), ...rated("2014", 15, 1, other)];
  const third = [...rated("2015", 13, 3), ...rated("2015", 12, 2, other)];
  const again = second.with(0, {
    ...(second[0] as TableCase),
    scores: { ...untroubled, neglect: 1 },
  });
  const releases = [first, [...first, ...second], [...first, ...again, ...third]];
  const tables = publishAll(releases, ["table_6", "table_10"]);
  expect(tables.map((one) => shownIn(one, "table_10", "public_s31"))).toEqual([
    [3],
    [3, "[c]", "[c]"],
    ["[c]", "[c]", 88 / 32],
  ]);
});

describe("of random cases, some of which are corrected between releases", () => {
  const outputs = ["table_4", "table_5", "table_8"] as const;
  const sampled = (seed: number, sample: string) =>
    randomCases(seed, { most: 200, samples: [sample] });

  it("no small count of 2014 is what a column has more than 2013 alone", () => {
    const found = Array.from({ length: 12 }, (_, seed) => differencesOf(seed + 1)).flat();
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter((one) => one >= 1 && one <= 5)).toEqual([]);
  });

  function differencesOf(seed: number): number[] {
    const first = sampled(seed, "2013");
    const second = sampled(seed + 100, "2014");
    const corrected = second
      .slice(seed % 2)
      .map((each, index) => (index % 9 === 4 ? { ...each, motherAgeBand: null } : each));
    const third = [...first, ...corrected, ...sampled(seed + 200, "2015")];
    const [alone, , together] = publishAll([first, [...first, ...second], third], outputs);
    return outputs.flatMap((output) => {
      const before = new Map(linesOf(alone, output).map((line) => [line.key, line]));
      return linesOf(together, output).flatMap((line) => difference(before.get(line.key), line));
    });
  }

  const linesOf = (tables: readonly PublishedTable[] | undefined, output: Output) =>
    tables?.find(({ kind }) => kind.output === output)?.lines ?? [];

  /** What the first column of a line has more than it had, where both are shown and it is no total. */
  function difference(before: PublishedLine | undefined, now: PublishedLine): number[] {
    const isShown = before?.withheld[0]?.count === false && now.withheld[0]?.count === false;
    if (!isShown || now.look === "total") return [];
    return [(now.cells[0]?.n ?? 0) - (before.cells[0]?.n ?? 0)];
  }
});
