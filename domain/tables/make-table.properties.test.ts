import { expect, it } from "vitest";
import { randomFrom, shuffled } from "../random";
import { makeTable, together } from "./make-table";
import { formatMean } from "./mean";
import { randomCases } from "./random-cases.fixtures";
import { firstBook } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import { table1, table3 } from "./submissions";
import type { Cell, Line, SampleChoice, Table, TableKind } from "./table";
import type { TableCase } from "./table-case";

const choices: readonly SampleChoice[] = [
  { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] },
  { thisSample: "2014", earlierSamples: ["2012"] },
  { thisSample: "2013", earlierSamples: [] },
];
const samples = ["2012", "2013", "2014", "2015", "2016"];

const madeOf = (kind: TableKind, cases: readonly TableCase[], choice: SampleChoice) =>
  makeTable(kind, firstBook, cases, choice);
const tablesOf = (cases: readonly TableCase[], choice: SampleChoice) =>
  reportTables(choice, firstBook.lists).map((kind) => madeOf(kind, cases, choice));

const datasets = Array.from({ length: 1000 }, (_, index) => {
  const seed = index + 1;
  const choice = choices[seed % choices.length] as SampleChoice;
  const cases = randomCases(seed, { most: 24, samples });
  return { seed, choice, cases, tables: tablesOf(cases, choice) };
});

/** How often a case is counted on a line, worked out without the tables. */
type Counting = (each: TableCase) => number;

const isOne = (is: boolean) => (is ? 1 : 0);
const isAmong = (lowest: number, highest: number, value: number | null) =>
  value !== null && value >= lowest && value <= highest;
const analysed = ({ included, scores }: TableCase) => included && scores !== null;
const orNot = (key: string | null) => key ?? "not recorded";
const fatal = [
  "physical_abuse_fatal",
  "neglect_fatal",
  "spite_revenge_killing",
  "suicide",
  "fatal_drug_overdose",
];
const lawOf = ({ caseType }: TableCase) =>
  caseType === "public_and_private" ? caseType : (caseType.split("_")[0] ?? "");
const ages: Record<string, [number, number]> = {
  under_1: [0, 0],
  "1_5": [1, 5],
  "6_10": [6, 10],
  "11_15": [11, 15],
  "16_17": [16, 17],
};
const months: Record<string, [number, number]> = {
  "0 to 12": [0, 12],
  "13 to 24": [13, 24],
  "25 to 36": [25, 36],
  "37 to 48": [37, 48],
  "49 and over": [49, 1000],
};

const caseTypeCounting = (key: string): Counting =>
  key === "total"
    ? () => 1
    : key.startsWith("all_")
      ? (each) => isOne(lawOf(each) === key.slice(4))
      : ({ caseType }) => isOne(caseType === key);

const levelCounting = (key: string): Counting => {
  const [factor = "", score] = key.split(" ");
  if (score === undefined) return () => 1;
  if (score === "featured") return ({ scores }) => isOne((scores?.[factor] ?? 0) > 0);
  return ({ scores }) => isOne(scores?.[factor] === Number(score));
};

const countings: Record<string, (key: string) => Counting> = {
  table_1: (key) => (each) =>
    isOne(key === "total" || (key === "analysed" ? analysed(each) : !analysed(each))),
  table_3: (key) => (each) => isOne(key === "total" || orNot(each.methodology) === key),
  table_4: (key) => (each) => isOne(key === "total" || orNot(each.involvement) === key),
  table_5: (key) => (each) => {
    if (key === "total") return 1;
    if (key === "mean") return isOne(each.months !== null);
    if (key === "not recorded") return isOne(each.months === null);
    return isOne(isAmong(...(months[key] ?? [1, 0]), each.months));
  },
  table_6: caseTypeCounting,
  table_7: (key) => (each) =>
    each.children.filter(({ ageYears }) => {
      if (key === "total") return true;
      if (key === "not recorded") return ageYears === null;
      return isAmong(...(ages[key] ?? [1, 0]), ageYears);
    }).length,
  table_8: (key) => (each) => isOne(key === "total" || orNot(each.motherAgeBand) === key),
  table_9: (key) => (each) => {
    if (key === "total") return 1;
    if (key === "all_fatal") return isOne(fatal.includes(each.incidentType));
    if (key === "all_other") return isOne(!fatal.includes(each.incidentType));
    return isOne(each.incidentType === key);
  },
  table_10: caseTypeCounting,
  range: (key) => (each) => isOne(lawOf(each) === key.replace(/_(lowest|highest)$/, "")),
  chart_1: levelCounting,
  chart_2: levelCounting,
};

/** The cases that can be counted in a column, worked out without the tables. */
function ofColumn(
  output: string,
  column: string,
  choice: SampleChoice,
  cases: readonly TableCase[],
) {
  const { thisSample, earlierSamples } = choice;
  const own: Record<string, readonly string[]> = {
    earlier: earlierSamples,
    this: [thisSample],
    all_samples: [...earlierSamples, thisSample],
  };
  const base = ["table_1", "table_3"].includes(output) ? cases : cases.filter(analysed);
  if (output === "chart_2")
    return base.filter(
      (each) => each.sample === thisSample && lawOf(each).replace(/.*_.*/, "both") === column,
    );
  return base.filter(({ sample }) => (own[column] ?? [column]).includes(sample));
}

/** What means and ranges are of, worked out without the tables. */
const knownValue = (output: string, { months: own, scores }: TableCase): number | null =>
  output === "table_5"
    ? own
    : ["table_10", "range"].includes(output)
      ? Object.values(scores ?? {}).reduce((sum, score) => sum + score, 0)
      : null;

function expectedCell(output: string, counting: Counting, cases: readonly TableCase[]): Cell {
  const counted = cases.filter((each) => counting(each) > 0);
  const values = counted.flatMap((each) => knownValue(output, each) ?? []);
  return {
    n: counted.reduce((sum, each) => sum + counting(each), 0),
    cases: counted.length,
    values: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    lowest: values.length > 0 ? Math.min(...values) : null,
    highest: values.length > 0 ? Math.max(...values) : null,
  };
}

const countingOf = (table: Table, { key }: Pick<Line, "key">): Counting => {
  const counting = countings[table.kind.output]?.(key);
  if (!counting) throw new Error(`Nothing is known of ${table.kind.output}`);
  return counting;
};

/** The cells of a line as one text. The number of cases is left out: those of parts add up to more. */
const textOf = (key: string, cells: readonly Cell[]) =>
  `${key}: ${cells.map(({ n, values, sum, lowest, highest }) => [n, values, sum, lowest, highest].join(" ")).join(", ")}`;
const figuresOf = ({ lines }: Table) =>
  lines.map(({ key, cells }) => textOf(key, cells)).join("\n");

const empty: Cell = { n: 0, cases: 0, values: 0, sum: 0, lowest: null, highest: null };

it("counts in every cell of 1,000 datasets what counting one case after the other gives", () => {
  for (const { seed, cases, choice, tables } of datasets)
    for (const table of tables) {
      const { output } = table.kind;
      const own = table.columns.map(({ key }) => ofColumn(output, key, choice, cases));
      const expected = table.lines.map((line) => {
        const counting = countingOf(table, line);
        return textOf(
          line.key,
          own.map((each) => expectedCell(output, counting, each)),
        );
      });
      expect(figuresOf(table), `seed ${seed}, ${output}`).toBe(expected.join("\n"));
    }
});

it("takes percentages of all that the column counts; in a chart, of its law group", () => {
  for (const { seed, cases, choice, tables } of datasets)
    for (const { kind, columns, lines } of tables) {
      const whole: Counting =
        kind.output === "table_7" ? ({ children }) => children.length : () => 1;
      const bases = columns.map(
        ({ key }) => expectedCell(kind.output, whole, ofColumn(kind.output, key, choice, cases)).n,
      );
      const found = new Set(lines.map((line) => line.bases.map(({ n }) => n).join(" ")));
      expect([...found], `seed ${seed}, ${kind.output}`).toEqual([bases.join(" ")]);
    }
});

it("counts each case of 1,000 datasets once, in however many parts of a line it is", () => {
  for (const { seed, cases, choice, tables } of datasets)
    for (const table of tables) {
      const { output } = table.kind;
      const own = table.columns.map(({ key }) => ofColumn(output, key, choice, cases));
      const expected = table.lines.map((line) =>
        own.map((each) => expectedCell(output, countingOf(table, line), each).cases),
      );
      const found = table.lines.map(({ cells }) => cells.map((cell) => cell.cases));
      expect(found, `seed ${seed}, ${output}`).toEqual(expected);
    }
});

it("adds up: parts to their sub-totals and totals, columns to all", () => {
  for (const { seed, tables } of datasets)
    for (const { kind, lines, columns } of tables) {
      const parts = lines.filter(({ look, parts: own }) => look === "part" && own.length === 1);
      const wholes = lines.filter(({ look }) => look !== "part");
      const added = wholes.map(({ key, parts: own }) => {
        const within = parts.filter((part) => own.includes(part.key));
        return textOf(
          key,
          columns.map((_, at) =>
            within.map(({ cells }) => cells[at] ?? empty).reduce(together, empty),
          ),
        );
      });
      expect(
        wholes.map(({ key, cells }) => textOf(key, cells)).join("\n"),
        `seed ${seed}, ${kind.output}, lines`,
      ).toBe(added.join("\n"));
      const all = columns.findIndex(({ key }) => key === "all_samples");
      const across = (cells: readonly Cell[]) =>
        cells.slice(0, Math.max(0, all)).reduce(together, empty);
      expect(
        lines.map(({ key, cells }) => textOf(key, [cells[all] ?? empty])).join("\n"),
        `seed ${seed}, ${kind.output}, columns`,
      ).toBe(lines.map(({ key, cells }) => textOf(key, [across(cells)])).join("\n"));
    }
});

it("keeps every mean between the lowest and the highest value that is in it", () => {
  const means = datasets
    .flatMap(({ tables }) => tables.flatMap(({ lines }) => lines))
    .filter(({ measure }) => measure === "mean")
    .flatMap(({ cells }) => cells)
    .filter(({ values }) => values > 0)
    .map(({ sum, values, lowest, highest }) => ({
      mean: Number(formatMean(sum, values)),
      lowest: lowest ?? Number.NaN,
      highest: highest ?? Number.NaN,
    }));
  expect(means.length).toBeGreaterThan(10_000);
  expect(means.filter(({ mean, lowest, highest }) => !(lowest <= mean && mean <= highest))).toEqual(
    [],
  );
});

it("has nothing of excluded cases where it counts those analysed, and no order of cases", () => {
  for (const { seed, cases, choice, tables } of datasets) {
    const base = shuffled(cases.filter(analysed), randomFrom(seed));
    const expected = tables.filter(({ kind }) => kind.unit !== "submissions");
    const found = expected.map(({ kind }) => madeOf(kind, base, choice));
    expect(found.map(figuresOf), `seed ${seed}`).toEqual(expected.map(figuresOf));
  }
});

it("counts submissions in any order alike", () => {
  for (const { seed, cases, choice, tables } of datasets) {
    const inOrder = shuffled(cases, randomFrom(seed));
    const found = [table1, table3].map((kind) => figuresOf(madeOf(kind, inOrder, choice)));
    expect(found, `seed ${seed}`).toEqual(tables.slice(0, 2).map(figuresOf));
  }
});

it("keeps a case that is excluded in Tables 1 and 3: there it counts as left out", () => {
  for (const { seed, cases, choice, tables } of datasets) {
    const excluded = cases.map((each) => ({ ...each, included: false }));
    const none = [table1, table3].map((kind) => madeOf(kind, excluded, choice));
    expect(none.slice(1).map(figuresOf), `seed ${seed}`).toEqual(tables.slice(1, 2).map(figuresOf));
    const countsOf = (table: Table | undefined) =>
      table?.lines.map(({ cells }) => cells.map(({ n }) => n)) ?? [];
    const total = countsOf(tables[0]).at(-1);
    expect(countsOf(none[0]), `seed ${seed}`).toEqual([total?.map(() => 0), total, total]);
  }
});
