import { expect, it } from "vitest";
import type { Figure, Publication } from "../disclosure/figure";
import { workedOutFrom } from "../disclosure/readers.fixtures";
import { atOnce } from "../steps";
import { makeTable } from "./make-table";
import { type Published, publish } from "./publication";
import type { PublishedTable } from "./published-table";
import { randomCases } from "./random-cases.fixtures";
import { firstBook } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import type { Cell, Column, Line, SampleChoice, Table } from "./table";
import type { TableCase } from "./table-case";

const of2014 = { thisSample: "2014", earlierSamples: ["2012", "2013"] };
const of2015 = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const smallest = 5;

/** The cases that a release has more than the one before, and the samples that it is about. */
interface Step {
  readonly added: readonly TableCase[];
  readonly choice: SampleChoice;
}

/** What a release published. */
interface Release {
  readonly choice: SampleChoice;
  readonly tables: readonly PublishedTable[];
}

const tablesOf = (cases: readonly TableCase[], choice: SampleChoice): Table[] =>
  reportTables(choice, firstBook.lists).map((kind) => makeTable(kind, firstBook, cases, choice));

function publishAll(steps: readonly Step[]): { published: Published; releases: Release[] } {
  let published: Published = new Map();
  const releases: Release[] = [];
  steps.forEach(({ choice }, index) => {
    const cases = steps.slice(0, index + 1).flatMap(({ added }) => added);
    const report = { name: String(index + 1), tables: tablesOf(cases, choice), smallest };
    const next = atOnce(publish(published, report));
    published = next.published;
    releases.push({ choice, tables: next.tables });
  });
  return { published, releases };
}

/** What a reader of all publications, as they are kept, is sure of though it is withheld. */
function knownFromPublications(published: Published): string[] {
  return [...published].flatMap(([family, { counts, sums, ranges }]) =>
    [counts, sums, ranges].flatMap(({ publications }) =>
      workedOutFrom(publications).map((key) => `${family} ${key}`),
    ),
  );
}

const families: readonly (readonly string[])[] = [
  ["table_3"],
  ["table_4"],
  ["table_5"],
  ["table_6", "table_10"],
  ["table_7"],
  ["table_8"],
  ["table_9"],
  ["chart_1", "chart_2"],
];

/** What is read in a cell. */
type Reading = "counts" | "means";

const numberIn: Record<Reading, (cell: Cell) => number> = {
  counts: ({ n }) => n,
  // The number of cases is added, for a mean over no case is no mean of 0.
  means: ({ sum, values }) => sum + values,
};

/**
 * What a reader sees who lays the tables of one family and all releases side by side, as figures of
 * what each release added. It is made of the tables as they are shown, and of nothing that is kept.
 */
function seenSideBySide(
  family: readonly string[],
  reading: Reading,
  steps: readonly Step[],
  releases: readonly Release[],
): Publication[] {
  const added = steps.map(({ added: cases, choice }) =>
    tablesOf(cases, choice).find(({ kind }) => kind.output === family.at(-1)),
  );
  const atomsOf = (parts: readonly string[], groups: readonly string[], release: number) =>
    Object.fromEntries(
      added.slice(0, release + 1).flatMap((table, step) =>
        parts.flatMap((part) =>
          groups.map((group) => {
            const cell = table?.atoms.get(part)?.get(group);
            return [`${step} | ${part} | ${group}`, cell ? numberIn[reading](cell) : 0] as const;
          }),
        ),
      ),
    );
  return releases.map(({ tables }, release) => {
    const shown: Figure[] = [];
    const withheld: Figure[] = [];
    const read = (line: Line, column: Column, isWithheld: boolean) => {
      const atoms = atomsOf(line.parts, column.groups, release);
      const nature = line.look === "total" ? "base" : "other";
      const figure = { key: `${line.key}, ${column.key}`, atoms, nature, unseen: column.unseen };
      if (isWithheld) withheld.push(figure as Figure);
      else shown.push(figure as Figure);
    };
    for (const { kind, lines, columns } of tables.filter((one) => family.includes(one.kind.output)))
      for (const line of lines.filter(({ measure }) => reading === "counts" || measure === "mean"))
        columns.forEach((column, index) => {
          const mark = line.withheld[index] ?? { count: true, value: true };
          const cell = line.cells[index];
          // A hidden column is not seen; only what is small in it must not be worked out.
          const isHidden = kind.output === "chart_2" && isHiddenIn(lines, index);
          if (isHidden && !isSmall(cell)) return;
          if (reading === "counts") read(line, { ...column, unseen: isHidden }, mark.count);
          else if (cell?.values !== 0 || !mark.count) read(line, column, mark.value);
        });
    if (reading === "counts" && family.includes("chart_1"))
      shown.push(...ratingsShown(tables, atomsOf, release));
    return { shown, withheld };
  });
}

/** The mean that Table 10 shows of the sample of Chart 1: all levels of all factors, by their scores. */
function ratingsShown(
  tables: readonly PublishedTable[],
  atomsOf: (parts: readonly string[], groups: readonly string[], release: number) => Atoms,
  release: number,
): Figure[] {
  const of = (output: string) => tables.find(({ kind }) => kind.output === output);
  const all = of("table_10")?.lines.find(({ key }) => key === "total");
  const chart = of("chart_1");
  const groups = chart?.columns[0]?.groups ?? [];
  const at = of("table_10")?.columns.findIndex(({ key }) => key === "this") ?? 0;
  if (!all?.cells[at]?.values || all.withheld[at]?.value) return [];
  const parts = [...new Set(chart?.lines.flatMap((line) => line.parts))].filter(
    (part) => !part.endsWith(" 0"),
  );
  const each = parts.map((part) => ({ part, atoms: atomsOf([part], groups, release) }));
  const weights = each.flatMap(({ part, atoms }) =>
    Object.keys(atoms).map((atom) => [atom, Number(part.slice(-1))] as const),
  );
  const atoms: Atoms = Object.assign({}, ...each.map((one) => one.atoms));
  return [{ key: "ratings", atoms, weights: Object.fromEntries(weights), nature: "base" }];
}

type Atoms = Record<string, number>;

const isSmall = (cell: Cell | undefined) => cell !== undefined && cell.n > 0 && cell.n <= smallest;

const isHiddenIn = (lines: PublishedTable["lines"], index: number) =>
  lines.every(({ withheld }) => withheld[index]?.count === true);

function knownSideBySide(steps: readonly Step[], releases: readonly Release[]): string[] {
  return families.flatMap((family) =>
    (["counts", "means"] as const).flatMap((reading) => {
      const seen = seenSideBySide(family, reading, steps, releases);
      return workedOutFrom(seen).map((key) => `${family} ${reading} ${key}`);
    }),
  );
}

const samples = ["2012", "2013", "2014", "2015"];
const manyOf = (seed: number) => [8, 20, 40, 70][seed % 4] ?? 8;

it("of 10 random datasets no withheld count, mean or range can be worked out", () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const added = randomCases(seed, { most: manyOf(seed) * 2, samples });
    const steps = [{ added, choice: of2015 }];
    const { published, releases } = publishAll(steps);
    expect(knownFromPublications(published), `seed ${seed}`).toEqual([]);
    expect(knownSideBySide(steps, releases), `seed ${seed}, side by side`).toEqual([]);
  }
}, 60_000);

it("nor where two or three releases are laid side by side, of other samples and with cases added", () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 19]) {
    const most = manyOf(seed);
    const steps: Step[] = [
      { added: randomCases(seed, { most, samples: ["2012", "2013", "2014"] }), choice: of2014 },
      { added: randomCases(seed + 1000, { most: most / 2, samples }), choice: of2015 },
      { added: randomCases(seed + 2000, { most: 3, samples }), choice: of2015 },
    ].slice(0, 2 + (seed % 2));
    const { published, releases } = publishAll(steps);
    expect(knownFromPublications(published), `seed ${seed}`).toEqual([]);
    expect(knownSideBySide(steps, releases), `seed ${seed}, side by side`).toEqual([]);
  }
}, 60_000);
