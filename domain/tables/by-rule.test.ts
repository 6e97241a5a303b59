import { describe, expect, it } from "vitest";
import { addByRule, countedAs, tableByRule, tablesByRule, withAgreedBeside } from "./by-rule";
import { cellText } from "./cell-text";
import { type CodedCase, type Rule, rulesFor } from "./coded-case";
import { independentRatings } from "./coded-cases.fixtures";
import { linesOfLawGroups } from "./lines";
import type { Atoms } from "./make-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { table10 } from "./risk-ratings";
import { addRuleMeans, type RuleMeans, ruleMeansOf } from "./rule-means";
import type { TableKind } from "./table";
import { compareMeans, farthestFromAgreed, toCompare, widestSpread } from "./who-coded";

const [template] = referenceCases();
const factors = firstBook.codebook.factors.map(({ key }) => key);

/** Scores of all factors, a character each. */
const scores = (text: string) =>
  Object.fromEntries(factors.map((factor, at) => [factor, Number(text[at])]));

function coded(agreed: string, given: readonly string[], over: Partial<CodedCase> = {}): CodedCase {
  if (!template) throw new Error("There is no case");
  const own = { ...template, sample: "2016", scores: scores(agreed), themes: [] };
  return { ...own, given: given.map(scores), ...over };
}

function tablesOf(cases: readonly CodedCase[], sample: string, coders: number) {
  const rules = rulesFor(coders);
  const kinds = tablesByRule(sample, firstBook.lists);
  return kinds.map((kind) => {
    const atoms: Atoms = new Map();
    const counted = kinds.find(({ output }) => output === countedAs(kind)) ?? kind;
    for (const each of cases) addByRule(atoms, counted, each);
    const chosen = { rules, thisSample: sample };
    const beside = withAgreedBeside(kind, atoms, chosen);
    return tableByRule(kind, firstBook, atoms, { ...chosen, rules: beside });
  });
}

/** The texts of one line, a cell for each column. */
function textsOf(cases: readonly CodedCase[], output: string, line: string, sample = "2016") {
  const table = tablesOf(cases, sample, 3).find(({ kind }) => kind.output === output);
  const found = table?.lines.find(({ key }) => key === line);
  return found?.cells.map(
    (cell, at) => table && cellText(table.kind, found, cell, found.bases[at] ?? cell),
  );
}

function meansOf(cases: readonly CodedCase[], sample: string, coders: number) {
  const means: RuleMeans = new Map();
  for (const each of cases) addRuleMeans(means, each);
  return ruleMeansOf(means, sample, rulesFor(coders));
}

function tableWith(kind: TableKind, cases: readonly CodedCase[], rules: readonly Rule[]) {
  const atoms: Atoms = new Map();
  for (const each of cases) addByRule(atoms, kind, each);
  return tableByRule(kind, firstBook, atoms, { rules, thisSample: "2016" });
}

/** Each two law groups, compared. */
function comparedOf(cases: readonly CodedCase[], coders: number) {
  const lines: typeof table10.lines = (book, found) => linesOfLawGroups(book, found, "mean");
  const rules = rulesFor(coders);
  return compareMeans(tableWith({ ...table10, lines }, cases, toCompare(rules)), rules);
}

function widestOf(cases: readonly CodedCase[], coders: number) {
  const [, , chart1] = tablesByRule("2016", firstBook.lists);
  const rules = rulesFor(coders);
  return chart1
    ? widestSpread(tableWith(chart1, cases, rules), firstBook.codebook, rules)
    : undefined;
}

describe("figures under each coder alone, the majority, and as agreed", () => {
  const three = coded("2000000000000", ["3000000000000", "2000000000000", "3000000000000"]);
  const two = coded("1000000000000", ["1000000000000", "0100000000000"]);

  it("have a column for each rule", () => {
    const [table10] = tablesOf([three], "2016", 3);
    const labels = table10?.columns.map(({ label }) => label);
    const alone = ["Coder A alone", "Coder B alone", "Coder C alone"];
    expect(labels).toEqual([...alone, "Majority", "As agreed"]);
    const chart2 = tablesOf([three], "2016", 2).at(-1);
    expect(chart2?.columns.map(({ label }) => label)).toEqual([
      ...["Public law: Coder A alone", "Public law: Coder B alone", "Public law: Majority"],
      ...["Public law: As agreed", "Private law: Coder A alone", "Private law: Coder B alone"],
      ...["Private law: Majority", "Private law: As agreed"],
    ]);
  });

  it("are means over the cases on which the rule decides all factors, beside what was agreed for them", () => {
    // No majority on two factors of the second case; it has no coder C.
    expect(textsOf([three, two], "table_10", "total")).toEqual([
      ...["2.0 (2)", "1.5 (2)", "3.0 (1)", "2.0 (1)", "3.0 (1)", "2.0 (1)", "1.5 (2)"],
    ]);
    const [own] = tablesOf([three, two], "2016", 3);
    expect(own?.columns.map(({ label }) => label)).toEqual([
      ...["Coder A alone", "Coder B alone", "Coder C alone"],
      ...["As agreed, the same cases as coder C alone", "Majority"],
      ...["As agreed, the same cases as the majority", "As agreed"],
    ]);
  });

  it("are ranges, and numbers of cases by level, of what the rule decides", () => {
    expect(textsOf([three, two], "range", "private_lowest")).toEqual([
      ...["1", "1", "3", "2", "3", "2", "1"],
    ]);
    expect(textsOf([three, two], "chart_1", "neglect 3")).toEqual([
      ...["1", "0", "1", "0", "1", "0", "0"],
    ]);
    expect(textsOf([three, two], "chart_1", "neglect 2")).toEqual([
      ...["0", "1", "0", "1", "0", "1", "1"],
    ]);
    expect(textsOf([three, two], "chart_1", "neglect")).toEqual([
      ...["2", "2", "1", "1", "1", "1", "2"],
    ]);
    // A majority on a factor is of other cases than a majority on all.
    expect(textsOf([three, two], "chart_1", "sexual_abuse")?.slice(-3)).toEqual(["2", "2", "2"]);
  });

  it("are shares of the cases of a law group, of the same cases in both columns", () => {
    expect(textsOf([three, two], "chart_2", "neglect 2")?.slice(-5)).toEqual([
      ...["0 (0%)", "1 (100%)", "0 (0%)", "1 (100%)", "1 (50%)"],
    ]);
  });

  it("leave out cases without independent ratings, excluded ones, and other samples", () => {
    const others = [
      coded("3333333333333", []),
      { ...three, included: false },
      { ...three, scores: null },
      { ...three, sample: "2015" },
    ];
    expect(textsOf([three, ...others], "table_10", "total")).toEqual(
      textsOf([three], "table_10", "total"),
    );
  });

  it("stand beside what was agreed for the same cases", () => {
    const rows = meansOf([three, two], "2016", 3).map(({ rule, ...row }) => [
      rule.label,
      ...[row.n, row.sum, row.agreedSum, row.differing, row.ratings],
    ]);
    expect(rows).toEqual([
      ["Coder A alone", 2, 4, 3, 1, 26],
      ["Coder B alone", 2, 3, 3, 2, 26],
      ["Coder C alone", 1, 3, 2, 1, 13],
      ["Majority", 1, 3, 2, 1, 24],
      ["As agreed", 2, 3, 3, 0, 26],
    ]);
  });
});

describe("what rests on who coded", () => {
  const apart = [
    coded("1000000000000", ["3000000000000", "0000000000000"], { caseType: "public_s31" }),
    coded("2000000000000", ["1000000000000", "2000000000000"], { caseType: "private_wtfh" }),
  ];

  it("is the order of two means where it is not the one that was agreed", () => {
    const [compared] = comparedOf(apart, 2);
    expect([compared?.first, compared?.second]).toEqual([
      { label: "Public law", cases: 1 },
      { label: "Private law", cases: 1 },
    ]);
    const orders = compared?.orders.map(({ rule, order, agreed }) => [rule.key, order, agreed]);
    expect(orders).toEqual([
      ["coder A", "higher", "lower"],
      ["coder B", "lower", "lower"],
      ["agreed", "lower", "lower"],
    ]);
  });

  it("is not what rests on which cases are compared", () => {
    const rated = (agreed: string, coders: number, caseType: string) =>
      coded(agreed, Array(coders).fill(agreed), { caseType });
    const alike = [
      rated("3331000000000", 3, "public_s31"),
      rated("3333333300000", 2, "public_s31"),
      rated("3333300000000", 3, "private_wtfh"),
    ];
    const [compared] = comparedOf(alike, 3);
    const orders = compared?.orders.map(({ rule, order, agreed, cases, ofAll }) => [
      ...[rule.key, order, agreed, cases.join(" and "), ofAll],
    ]);
    expect(orders).toEqual([
      ["coder A", "higher", "higher", "2 and 1", true],
      ["coder B", "higher", "higher", "2 and 1", true],
      ["coder C", "lower", "lower", "1 and 1", false],
      ["majority", "higher", "higher", "2 and 1", true],
      ["agreed", "higher", "higher", "2 and 1", true],
    ]);
  });

  it("is the factor whose share of cases differs most between coders", () => {
    const widest = widestOf(apart, 2);
    expect(widest?.factor.label).toBe("Neglect");
    expect([widest?.lowest, widest?.highest, widest?.agreed]).toMatchObject([
      { rule: { key: "coder B" }, n: 1, of: 2 },
      { rule: { key: "coder A" }, n: 2, of: 2 },
      { rule: { key: "agreed" }, n: 2, of: 2 },
    ]);
    // A third coder of one case alone is not compared: the other case is not theirs.
    const third = [coded("1000000000000", ["3000000000000", "0000000000000", "0000000000000"])];
    expect(widestOf([...third, ...apart.slice(1)], 3)).toMatchObject({
      ...{ lowest: { rule: { key: "coder B" } }, highest: { rule: { key: "coder A" } } },
    });
    expect(widestOf([coded("1000000000000", ["1000000000000"])], 1)).toBeNull();
  });

  it("is how far the mean under one coder lies from the agreed one of the same cases", () => {
    const farthest = farthestFromAgreed(meansOf(apart, "2016", 2));
    expect(farthest).toMatchObject({ rule: { key: "coder A" }, n: 2, sum: 4, agreedSum: 3 });
    expect(farthestFromAgreed([])).toBeNull();
  });
});

describe("the report's 23 cases of 2015, with their invented independent ratings", () => {
  const cases = independentRatings();

  it("have the agreed mean of the report, and the means under each coder beside it", () => {
    expect(cases.filter(({ given }) => given.length > 0)).toHaveLength(23);
    expect(textsOf(cases, "table_10", "total", "2015")).toEqual([
      ...["15.1 (23)", "14.9 (23)", "14.3 (18)", "14.2 (18)", "13.2 (14)", "13.4 (14)"],
      "14.7 (23)",
    ]);
  });
});
