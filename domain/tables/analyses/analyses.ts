import { sampleAskedInWords } from "../../samples";
import { analysedCases, countedInWords } from "../base";
import type { CaseMix } from "../case-mix";
import { rangeOf } from "../columns";
import type { FactorsTogether } from "../factors-together";
import type { Interval } from "../intervals";
import type { Look } from "../shown-table";
import type { FilledLine, SampleChoice, Table } from "../table";

/** A table of means, with the interval of each cell of each line of means. */
export interface TableOfMeans {
  readonly table: Table;
  readonly lines: readonly MeanLine[];
}

/** A line of means; for each column the interval, null over too few cases. */
export interface MeanLine extends FilledLine {
  readonly intervals: readonly (Interval | null)[];
}

/** What is worked out beside the tables of the report. */
export interface Analyses extends Omit<Look, "kind"> {
  readonly choice: SampleChoice;
  /** Every sample with an analysed case, in order. */
  readonly samples: readonly string[];
  readonly caseMix: CaseMix;
  /** Null unless intervals were asked for. */
  readonly means: readonly TableOfMeans[] | null;
  readonly together: FactorsTogether;
  readonly children: readonly Table[];
  readonly practice: readonly Table[];
}

/** What analyses are based on: all cases of the samples that are chosen. */
export function baseOfAnalyses({
  choice: { earlierSamples, thisSample },
  together: { cases },
}: Pick<Analyses, "choice" | "together">): string {
  return `${analysedCases(cases)} of ${rangeOf([...earlierSamples, thisSample])}.`;
}

/** What a table of the analyses is based on where it counts index children: how many there are. */
export function baseOfChildren(
  { lines, kind }: Pick<Table, "lines" | "kind">,
  { choice: { earlierSamples, thisSample } }: Pick<Analyses, "choice">,
): string {
  const all = lines.at(-1)?.cells.at(-1)?.n ?? 0;
  return `${countedInWords(all, kind.unit)} of ${rangeOf([...earlierSamples, thisSample])}.`;
}

/** That a sample is shown in place of the one that was asked for, which has no analysed case. */
export function insteadInWords(
  asked: string,
  { choice: { thisSample } }: Pick<Analyses, "choice">,
): string {
  return `There is no case of ${sampleAskedInWords(asked)} to count. The analyses below are of ${thisSample}.`;
}
