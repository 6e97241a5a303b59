import { analysedCases, analysedOfLaws } from "../base";
import { asAgreed } from "../coded-case";
import { rangeOf } from "../columns";
import type { RuleMean } from "../rule-means";
import type { Look } from "../shown-table";
import type { Table } from "../table";
import type { FactorSpread, MeansCompared } from "../who-coded";

/** What the figures of a sample would be under one coder alone, under the majority, and as agreed. */
export interface ByCoder extends Omit<Look, "kind"> {
  readonly sample: string;
  /** Every sample with a case that has independent ratings, in order. */
  readonly samples: readonly string[];
  readonly coverage: Coverage;
  readonly means: readonly RuleMean[];
  /** Table 10, the ranges and the charts, with a column for each rule. */
  readonly tables: readonly Table[];
  readonly findings: Findings;
  /** The themes of Other, of every sample with independent ratings. */
  readonly themes: Table;
}

/** How many cases of a sample have independent ratings. */
export interface Coverage {
  analysed: number;
  /** How many cases, by the number of their coders. */
  readonly byCoders: Map<number, number>;
}

/** What of the figures rests on who coded. */
export interface Findings {
  /** The mean under a coder alone that lies farthest from what was agreed; null without one. */
  readonly farthest: RuleMean | null;
  /** Each two law groups, and which has the higher mean under which rule. */
  readonly lawGroups: readonly MeansCompared[];
  /** The factor whose share of cases differs most between coders; null without one. */
  readonly widest: FactorSpread | null;
}

/** What all tables of who decides are based on, but for themes. */
export function baseByCoder({ coverage, sample }: ByCoder): string {
  const coded = [...coverage.byCoders.values()].reduce((sum, n) => sum + n, 0);
  return `${analysedCases(coded)} of ${sample} with independent ratings.`;
}

/** What chart 2 of who decides is based on: the cases of each law group, as its agreed columns have them. */
export function baseOfLawGroups({ columns, lines }: Table, { sample }: ByCoder): string {
  const agreed = ` ${asAgreed.key}`;
  const groups = columns.flatMap(({ key, label }, index) =>
    key.endsWith(agreed)
      ? [{ law: label.split(": ")[0]?.toLowerCase() ?? "", n: lines[0]?.bases[index]?.n ?? 0 }]
      : [],
  );
  return `${analysedOfLaws(groups)}, of ${sample}, with independent ratings.`;
}

/** What the themes of Other are based on. */
export function baseOfThemes({ themes, samples }: ByCoder): string {
  const all = themes.lines.at(-1)?.cells.at(-1)?.n ?? 0;
  return `${analysedCases(all)} of ${rangeOf(samples)} in which Other was agreed above Not indicated.`;
}
