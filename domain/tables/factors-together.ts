import type { Codebook } from "../codebook/codebook";
import { ofAnalysedCases } from "./analysed-cases";
import type { TableKind } from "./table";
import { isAnalysed, type TableCase } from "./table-case";

/** In how many cases each two of the factors are present, by sample, in the order of the codebook. */
export type TogetherCounts = ReadonlyMap<string, SampleTogether>;

interface SampleTogether {
  cases: number;
  /** A row for each factor, with a count for each. */
  readonly present: readonly number[][];
  /** The same of those with the factor of the row that were rated on the other, in whatever way. */
  readonly rated: readonly number[][];
}

/** Which factors occur together, in the cases of some samples. */
export interface FactorsTogether {
  /** How many cases there are in all. */
  readonly cases: number;
  readonly rows: readonly FactorRow[];
}

/** A factor, and in how many cases it is present together with each, itself among them. */
export interface FactorRow {
  readonly key: string;
  readonly label: string;
  readonly together: readonly number[];
  /** Of how many cases: those that were rated on both and have it, and beside itself all rated on it. */
  readonly of: readonly number[];
}

/**
 * Adds analysed cases, of whatever sample, to what is counted. A factor is present where its agreed
 * level is above Not indicated, which is a score above 0. What a case was not rated on, because its
 * codebook has it not, is neither present nor absent in it.
 */
export function addTogether(
  counts: Map<string, SampleTogether>,
  { factors }: Codebook,
  cases: readonly TableCase[],
): void {
  for (const each of cases.filter(isAnalysed)) {
    const own = counts.get(each.sample) ?? nothingOf(factors);
    counts.set(each.sample, own);
    own.cases += 1;
    const rated = factors.flatMap(({ key }, at) => (isRated(each, key) ? at : []));
    const present = rated.filter((at) => isPresent(each, factors[at]?.key ?? ""));
    for (const one of rated) addOne(own.rated[one], one);
    for (const one of present) {
      for (const other of present) addOne(own.present[one], other);
      for (const other of rated) if (other !== one) addOne(own.rated[one], other);
    }
  }
}

function isRated({ scores }: TableCase, factor: string): boolean {
  return scores?.[factor] !== undefined;
}

function isPresent({ scores }: TableCase, factor: string): boolean {
  return (scores?.[factor] ?? 0) > 0;
}

function nothingOf(factors: Codebook["factors"]): SampleTogether {
  const zeros = () => factors.map(() => factors.map(() => 0));
  return { cases: 0, present: zeros(), rated: zeros() };
}

function addOne(row: number[] | undefined, at: number): void {
  if (row) row[at] = (row[at] ?? 0) + 1;
}

/**
 * Which factors occur together in the cases of these samples: for each two, in how many cases both are
 * present. It is the same both ways, and beside itself a factor has the number of its cases.
 *
 * A factor that no case of these samples was rated on has no row.
 *
 * Example: of three cases, two have neglect and one of these domestic violence as well. Then neglect
 * beside itself is 2, and neglect beside domestic violence 1, half of the cases of neglect. Were the
 * other case of neglect rated by a codebook without domestic violence, it would be 1 of 1.
 */
export function factorsTogether(
  counts: TogetherCounts,
  { factors }: Codebook,
  samples: readonly string[],
): FactorsTogether {
  const own = samples.flatMap((sample) => counts.get(sample) ?? []);
  const sumOf = (numberIn: (one: SampleTogether) => number | undefined) =>
    own.reduce((sum, one) => sum + (numberIn(one) ?? 0), 0);
  const places = factors.flatMap((factor, at) =>
    sumOf(({ rated }) => rated[at]?.[at]) > 0 ? { ...factor, at } : [],
  );
  const rows = places.map(({ key, label, at: one }) => ({
    key,
    label,
    together: places.map(({ at }) => sumOf(({ present }) => present[one]?.[at])),
    of: places.map(({ at }) => sumOf(({ rated }) => rated[one]?.[at])),
  }));
  return { cases: sumOf(({ cases }) => cases), rows };
}

const [both, oneAlone, neither] = ["both", "one alone", "neither"];

/**
 * One cell of factors together as a table of its own: the cases of the samples in which both factors are
 * present, as a share of those with the first; of one factor beside itself, as a share of all.
 */
export function pairOfFactors(one: FactorNamed, other: FactorNamed): TableKind {
  const isOwn = one.key === other.key;
  return {
    ...ofAnalysedCases,
    output: "factors_together",
    title: "Risk factors that occur together",
    lineLabel: "Risk factor",
    percent: true,
    columns: ({ thisSample, earlierSamples }) => [
      {
        key: other.key,
        label: isOwn ? "of all cases" : `together with ${other.label}`,
        groups: [...earlierSamples, thisSample],
      },
    ],
    lines: () => [
      {
        ...{ key: one.key, label: one.label, look: "part", measure: "count", parts: [both] },
        shareOf: isOwn ? [both, oneAlone, neither] : [both, oneAlone],
      },
    ],
    partsOf: (each) => {
      if (!isRated(each, one.key) || !isRated(each, other.key)) return [];
      if (!isPresent(each, one.key)) return [neither];
      return [isPresent(each, other.key) ? both : oneAlone];
    },
  };
}

type FactorNamed = Pick<FactorRow, "key" | "label">;
