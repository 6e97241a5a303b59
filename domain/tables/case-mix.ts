import { linesOfCaseTypes } from "./lines";
import { formatRatio } from "./mean";
import type { SampleChoice, Table, TableBook } from "./table";

/** A case type in the earlier samples and in this one. */
export interface CaseTypeInMix {
  readonly key: string;
  readonly label: string;
  /** How many cases of the earlier samples, and of this one. */
  readonly earlier: number;
  readonly own: number;
  /** The risk ratings of this sample's cases of the type, added up. */
  readonly sum: number;
}

/** The mean risk rating of a sample, and what it would be at the earlier samples' mix of cases. */
export interface CaseMix {
  readonly types: readonly CaseTypeInMix[];
  /** Of this sample: its cases, and their risk ratings added up. */
  readonly own: Totals;
  /** Of the earlier samples together. */
  readonly earlier: Totals;
  /** To one decimal, such as "13.8"; null where `why` says why there is none. */
  readonly atEarlierMix: string | null;
  readonly why: WhyNoMix | null;
}

interface Totals {
  readonly n: number;
  readonly sum: number;
}

/** Why a mean cannot be given at the earlier mix. */
export type WhyNoMix =
  | { readonly kind: "no_earlier_cases" }
  | { readonly kind: "no_own_cases" }
  /** These case types of the earlier mix, by their labels, have no case in this sample. */
  | { readonly kind: "types_without_cases"; readonly labels: readonly string[] };

/**
 * What the mean risk rating of this sample would be at the earlier samples' mix of case types, from
 * what was counted for Table 10: so that a change of the mix is not read as a change of risk.
 *
 * Formula (direct standardisation): the mean of each case type in this sample, weighted by the share
 * that the type has of the earlier samples' cases: Σ (Nₜ ÷ N) × (Sₜ ÷ nₜ), with N cases earlier, Nₜ of
 * them of the type, and nₜ in this sample, whose risk ratings add up to Sₜ. It is worked out in whole
 * numbers and rounded once, halves up.
 *
 * Case types of this sample that the earlier ones have not weigh nothing. A type that only the
 * earlier ones have leaves its part unknown: then there is no figure, and the reason instead.
 *
 * Source: direct standardisation as in any text on epidemiology, for instance Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions (2003), chapter 19.
 *
 * Worked example: the report's data. 2015 has 12 cases of s31 with the sum 186, 1 of other public law
 * with 13, 3 of WTFH only with 33, 4 of WTFH and WAFH with 55 and 3 of both with 51: 338 over 23, 14.7.
 * Earlier they were 18, 6, 14, 17 and 4 of 59: (18×15.5 + 6×13 + 14×11 + 17×13.75 + 4×17) ÷ 59 = 13.8.
 */
export function caseMixOf(
  atoms: Table["atoms"],
  book: TableBook,
  { thisSample, earlierSamples }: SampleChoice,
): CaseMix {
  const totalsOf = (part: string, samples: readonly string[]): Totals =>
    samples
      .flatMap((sample) => atoms.get(part)?.get(sample) ?? [])
      .reduce((all, { n, sum }) => ({ n: all.n + n, sum: all.sum + sum }), { n: 0, sum: 0 });
  const found = (part: string) =>
    totalsOf(part, earlierSamples).n > 0 || totalsOf(part, [thisSample]).n > 0;
  const types = linesOfCaseTypes(book, found, "mean")
    .filter(({ look, key }) => look === "part" && found(key))
    .map(({ key, label }) => {
      const { n: own, sum } = totalsOf(key, [thisSample]);
      return { key, label, earlier: totalsOf(key, earlierSamples).n, own, sum };
    });
  const all = [...atoms.keys()];
  const together = (samples: readonly string[]) =>
    all
      .map((part) => totalsOf(part, samples))
      .reduce((a, b) => ({ n: a.n + b.n, sum: a.sum + b.sum }), { n: 0, sum: 0 });
  const [own, earlier] = [together([thisSample]), together(earlierSamples)];
  const why = whyNone(types, own, earlier);
  return { types, own, earlier, why, atEarlierMix: why ? null : standardised(types, earlier.n) };
}

/**
 * The mean risk rating of this sample at the earlier samples' mix, as `caseMixOf` works it out, from the
 * lines of Table 10: to one decimal; null where there is none. Example: of the report's data "13.8".
 */
export function atEarlierMixIn({
  columns,
  lines,
}: Pick<Table, "columns" | "lines">): string | null {
  const placeOf = (column: string) => columns.findIndex(({ key }) => key === column);
  const [earlier, own] = [placeOf("earlier"), placeOf("this")];
  const types = lines
    .filter(({ look }) => look === "part")
    .map(({ key, label, cells }) => ({
      ...{ key, label, earlier: cells[earlier]?.n ?? 0 },
      ...{ own: cells[own]?.n ?? 0, sum: cells[own]?.sum ?? 0 },
    }));
  const sumOf = (number: (type: CaseTypeInMix) => number) =>
    types.reduce((all, type) => all + number(type), 0);
  const before = { n: sumOf((type) => type.earlier), sum: 0 };
  const now = { n: sumOf((type) => type.own), sum: sumOf(({ sum }) => sum) };
  return whyNone(types, now, before) ? null : standardised(types, before.n);
}

function whyNone(types: readonly CaseTypeInMix[], own: Totals, earlier: Totals): WhyNoMix | null {
  if (earlier.n === 0) return { kind: "no_earlier_cases" };
  if (own.n === 0) return { kind: "no_own_cases" };
  const without = types.filter((type) => type.earlier > 0 && type.own === 0);
  const labels = without.map(({ label }) => label);
  return labels.length > 0 ? { kind: "types_without_cases", labels } : null;
}

function standardised(types: readonly CaseTypeInMix[], earlier: number): string {
  const weighing = types.filter((type) => type.earlier > 0);
  // Over one denominator, so that no binary fraction can tip a half.
  const product = weighing.reduce((all, { own }) => all * BigInt(own), 1n);
  const sum = weighing.reduce(
    (all, type) => all + (BigInt(type.earlier) * BigInt(type.sum) * product) / BigInt(type.own),
    0n,
  );
  return formatRatio(sum, product * BigInt(earlier));
}
