import { describe, expect, it } from "vitest";
import type { Output } from "../caveats";
import { workedOutFrom } from "../disclosure/readers.fixtures";
import { atOnce } from "../steps";
import { makeTable } from "./make-table";
import { type Published, publish } from "./publication";
import { isWithheld, type PublishedTable } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import type { SampleChoice } from "./table";
import type { TableCase } from "./table-case";

const [pattern] = referenceCases();
const untroubled = Object.fromEntries(firstBook.codebook.factors.map(({ key }) => [key, 0]));

function alike(count: number, facts: Partial<TableCase>): TableCase[] {
  return Array.from({ length: count }, (_, index) => ({
    ...(pattern as TableCase),
    ...{ included: true, motherAgeBand: "26_30", scores: untroubled },
    ...{ reference: `${JSON.stringify(facts)}-${index}`, ...facts },
  }));
}

interface Release {
  readonly cases: readonly TableCase[];
  readonly choice: SampleChoice;
  readonly smallest: number;
}

/** What is published of releases, one after the other, and what a reader of all has at the end. */
function publishAll(releases: readonly Release[]) {
  let published: Published = new Map();
  const tables = releases.map(({ cases, choice, smallest }, index) => {
    const made = reportTables(choice, firstBook.lists).map((kind) =>
      makeTable(kind, firstBook, cases, choice),
    );
    const next = atOnce(publish(published, { name: `${index}`, tables: made, smallest }));
    published = next.published;
    return next.tables;
  });
  return { tables, published };
}

function tableOf(tables: readonly PublishedTable[] | undefined, output: Output): PublishedTable {
  const table = tables?.find(({ kind }) => kind.output === output);
  if (!table) throw new Error(`There is no ${output}`);
  return table;
}

const shownIn = (tables: readonly PublishedTable[] | undefined, output: Output, key: string) => {
  const line = tableOf(tables, output).lines.find((one) => one.key === key);
  return line?.cells.map(({ n }, index) => (isWithheld(line, index) ? "[c]" : n));
};

const workedOut = (published: Published): string[] =>
  [...published.values()].flatMap((seen) =>
    [seen.counts, seen.sums].flatMap(({ publications }) => workedOutFrom(publications)),
  );

describe("once the largest count that is withheld goes from 5 to 8", () => {
  const mothers = (sample: string, under21: number) => [
    ...alike(under21, { sample, motherAgeBand: "under_21" }),
    ...alike(7, { sample, motherAgeBand: "21_25" }),
    ...alike(12, { sample, motherAgeBand: "31_35" }),
    ...alike(15, { sample }),
  ];
  const of2014 = mothers("2014", 6);
  const of2015 = mothers("2015", 9);
  const first = { cases: of2014, choice: { thisSample: "2014", earlierSamples: [] }, smallest: 5 };

  it("a 6 and a 7 that an earlier release showed stay, and nothing is withheld for their sake", () => {
    const { tables } = publishAll([first, { ...first, smallest: 8 }]);
    const shown = tables.map((one) =>
      ["under_21", "21_25", "26_30", "31_35"].map((key) => shownIn(one, "table_8", key)),
    );
    expect(shown[0]).toEqual([[6], [7], [15], [12]]);
    expect(shown[1]).toEqual(shown[0]);
  });

  it("a 7 that is new is withheld, with what would give it away", () => {
    const next = {
      ...{ cases: [...of2014, ...of2015], smallest: 8 },
      choice: { thisSample: "2015", earlierSamples: ["2014"] },
    };
    const { tables, published } = publishAll([first, next]);
    expect(shownIn(tables[1], "table_8", "under_21")).toEqual([6, "[c]", "[c]"]);
    expect(shownIn(tables[1], "table_8", "21_25")).toEqual([7, "[c]", "[c]"]);
    expect(shownIn(tables[1], "table_8", "26_30")).toEqual([15, 15, 30]);
    expect(shownIn(tables[1], "table_8", "31_35")).toEqual([12, 12, 24]);
    expect(workedOut(published)).toEqual([]);
  });
});

it("a mean that Table 10 withholds is not what the levels in the charts add up to", () => {
  const high = Object.fromEntries(Object.keys(untroubled).map((key) => [key, 3]));
  const rated = { ...untroubled, neglect: 3, domestic_violence: 2 };
  const cases = [
    ...alike(20, { sample: "2015", caseType: "public_s31", scores: high }),
    ...alike(20, { sample: "2015", caseType: "public_s31" }),
    ...alike(8, { sample: "2015", caseType: "private_wtfh", scores: rated }),
  ];
  const choice = { thisSample: "2015", earlierSamples: [] };
  const { tables, published } = publishAll([{ cases, choice, smallest: 5 }]);
  expect(shownIn(tables[0], "table_10", "all_private")).toEqual(["[c]"]);
  const { lines, columns } = tableOf(tables[0], "chart_2");
  const ofPrivate = columns.findIndex(({ key }) => key === "private");
  const withheld = lines.filter((line) => isWithheld(line, ofPrivate)).map(({ key }) => key);
  // Were they shown too, 8 cases with 3 for neglect and 2 for domestic violence would have the mean 5.0.
  expect(withheld).toEqual(["neglect 3", "neglect 0", "neglect featured"]);
  expect(workedOut(published)).toEqual([]);
});
