import { expect, it } from "vitest";
import { randomFrom, shuffled } from "../random";
import { addByRule, countedAs, tableByRule, tablesByRule } from "./by-rule";
import { type CodedCase, rulesFor } from "./coded-case";
import { withRandomCoders } from "./coded-cases.fixtures";
import { type Atoms, makeTable } from "./make-table";
import { randomCases } from "./random-cases.fixtures";
import { firstBook } from "./reference-cases.fixtures";
import { table10 } from "./risk-ratings";
import { addRuleMeans, type RuleMeans, ruleMeansOf } from "./rule-means";
import { toCompare } from "./who-coded";

const samples = ["2012", "2013", "2014", "2015"];

const datasets = Array.from({ length: 1000 }, (_, index) => {
  const seed = index + 1;
  return { seed, cases: randomCases(seed, { most: 60, samples }) };
});

const kindsByRule = tablesByRule("2015", firstBook.lists);

/** What is counted of cases for the tables of who decides, by output, and for the means. */
function countedOf(cases: readonly CodedCase[]) {
  const atoms = new Map(kindsByRule.map(({ output }): [string, Atoms] => [output, new Map()]));
  const means: RuleMeans = new Map();
  for (const each of cases) {
    addRuleMeans(means, each);
    for (const kind of kindsByRule)
      if (countedAs(kind) === kind.output)
        addByRule(atoms.get(kind.output) ?? new Map(), kind, each);
  }
  return { atoms, means };
}

/** What is counted under each rule, and beside it as agreed, a text for each: all that tables are made of. */
function countedByRule(cases: readonly CodedCase[], coders: number): string[] {
  const { atoms, means } = countedOf(cases);
  const rules = rulesFor(coders);
  const own = new Map(rules.map(({ key }): [string, string[]] => [key, []]));
  for (const [output, parts] of atoms)
    for (const [part, groups] of parts)
      for (const [group, cell] of groups) {
        const key = group.slice(group.lastIndexOf(", ") + 2).replace("agreed beside ", "");
        const counted = Object.values(cell).join(" ");
        own.get(key)?.push(`${output} ${part}, ${group.replace(key, "")}: ${counted}`);
      }
  return ruleMeansOf(means, "2015", rules).map(({ rule: { key }, ...mean }) =>
    [JSON.stringify(mean), ...(own.get(key) ?? []).sort()].join("\n"),
  );
}

/** Everything that is worked out under each rule, and beside it as agreed, a text for each. */
function byRule(cases: readonly CodedCase[], coders: number): string[] {
  const { atoms, means } = countedOf(cases);
  const rules = rulesFor(coders);
  const columns = toCompare(rules);
  const tables = kindsByRule.map((kind) => {
    const counted = atoms.get(countedAs(kind)) ?? new Map();
    return tableByRule(kind, firstBook, counted, { rules: columns, thisSample: "2015" });
  });
  return rules.map((_rule, at) => {
    const { rule: _, ...mean } = ruleMeansOf(means, "2015", rules)[at] ?? {};
    const isOwn = (index: number) => Math.floor((index % columns.length) / 2) === at;
    const ofTables = tables.map(({ lines }) =>
      lines.map(({ key, cells }) => [key, cells.filter((_cell, index) => isOwn(index))]),
    );
    return JSON.stringify([mean, ofTables]);
  });
}

/** The same cases in another order, each with its coders under other letters: the third is now the first. */
function relabelled(cases: readonly CodedCase[], seed: number): CodedCase[] {
  return shuffled(cases, randomFrom(seed)).map((each) => ({
    ...each,
    given: [2, 0, 1].map((coder) => each.given[coder] ?? {}),
  }));
}

it("counts under each rule nothing of how coders are named, nor of the order of cases", () => {
  let counted = 0;
  for (const { seed, cases } of datasets) {
    const own = cases.filter(({ sample }) => sample === "2015");
    const coded = withRandomCoders(own, seed, 3);
    const [a, b, c, ...others] = countedByRule(coded, 3);
    const found = countedByRule(relabelled(coded, seed), 3);
    expect(found, `seed ${seed}`).toEqual([c, a, b, ...others]);
    counted += a?.split("\n").length ?? 0;
  }
  expect(counted).toBeGreaterThan(100_000);
});

it("has under each rule nothing of that in tables, which are made of what is counted", () => {
  for (const { seed, cases } of datasets.slice(0, 100)) {
    const coded = withRandomCoders(cases, seed, 3);
    const [a, b, c, ...others] = byRule(coded, 3);
    expect(byRule(relabelled(coded, seed), 3), `seed ${seed}`).toEqual([c, a, b, ...others]);
  }
});

it("has under every rule what was agreed where all coders gave that, and as agreed what Table 10 has", () => {
  for (const { seed, cases } of datasets.slice(0, 100)) {
    const alike = cases.map((each) => ({
      ...each,
      themes: [],
      given: each.scores ? [each.scores, each.scores] : [],
    }));
    const found = byRule(alike, 2);
    expect(new Set(found).size, `seed ${seed}`).toBe(1);
    const own = makeTable(table10, firstBook, cases, { thisSample: "2015", earlierSamples: [] });
    const [, [ofTable10] = []] = JSON.parse(found[0] ?? "");
    expect(ofTable10).toEqual(own.lines.map(({ key, cells }) => [key, [...cells, ...cells]]));
  }
});
