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
  /** In how many cases it is present. */
  readonly present: number;
  readonly together: readonly number[];
}

/**
 * Adds analysed cases, of whatever sample, to what is counted. A factor is present where its agreed
 * level is above Not indicated, which is a score above 0; one that only another codebook has is not
 * counted.
 */
export function addTogether(
  counts: Map<string, SampleTogether>,
  { factors }: Codebook,
  cases: readonly TableCase[],
): void {
  for (const each of cases.filter(isAnalysed)) {
    const own = counts.get(each.sample) ?? { cases: 0, present: factors.map(() => zeros(factors)) };
    counts.set(each.sample, own);
    own.cases += 1;
    const present = factors.flatMap(({ key }, at) => ((each.scores?.[key] ?? 0) > 0 ? at : []));
    for (const one of present) for (const other of present) addOne(own.present[one], other);
  }
}

const zeros = (of: readonly unknown[]) => of.map(() => 0);

function addOne(row: number[] | undefined, at: number): void {
  if (row) row[at] = (row[at] ?? 0) + 1;
}

/**
 * Which factors occur together in the cases of these samples: for each two, in how many cases both are
 * present. It is the same both ways, and beside itself a factor has the number of its cases.
 *
 * Example: of three cases, two have neglect and one of these domestic violence as well. Then neglect
 * beside itself is 2, and neglect beside domestic violence 1, half of the cases of neglect.
 */
export function factorsTogether(
  counts: TogetherCounts,
  { factors }: Codebook,
  samples: readonly string[],
): FactorsTogether {
  const own = samples.flatMap((sample) => counts.get(sample) ?? []);
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
  const rows = factors.map(({ key, label }, one) => {
    const together = factors.map((_, other) =>
      sumOf(own.map(({ present }) => present[one]?.[other] ?? 0)),
    );
    return { key, label, present: together[one] ?? 0, together };
  });
  return { cases: sumOf(own.map(({ cases }) => cases)), rows };
}

const [both, oneAlone, neither] = ["both", "one alone", "neither"];

/**
 * One cell of factors together as a table of its own: the cases of the samples in which both factors are
 * present, as a share of those with the first; of one factor beside itself, as a share of all.
 */
export function pairOfFactors(one: FactorNamed, other: FactorNamed): TableKind {
  const isOwn = one.key === other.key;
  const has = ({ scores }: TableCase, { key }: FactorNamed) => (scores?.[key] ?? 0) > 0;
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
      if (!has(each, one)) return [neither];
      return [has(each, other) ? both : oneAlone];
    },
  };
}

type FactorNamed = Pick<FactorRow, "key" | "label">;
