import { oldestFirst, type SampleDays } from "../samples";
import type { SampleChoice, Table } from "./table";

/** A sample with fewer analysed cases than this is only just being coded. */
const enoughCases = 10;

/**
 * The sample that the report is about when nobody chose one: the newest with at least ten analysed
 * cases, because one that is only just being coded would make an empty table of everything; where
 * none has so many, the newest with any. Every sample before it is an earlier one. Null without an
 * analysed case.
 *
 * `analysed` says how many analysed cases each sample has, by its name; `days` which is the newest, as
 * `oldestFirst` has them.
 */
export function usualChoice(
  analysed: ReadonlyMap<string, number>,
  days: SampleDays = new Map(),
): SampleChoice | null {
  const samples = oldestFirst([...analysed.keys()], days);
  const newestWith = (least: number) =>
    samples.findLast((sample) => (analysed.get(sample) ?? 0) >= least);
  const thisSample = newestWith(enoughCases) ?? newestWith(1);
  if (thisSample === undefined) return null;
  return { thisSample, earlierSamples: samples.slice(0, samples.indexOf(thisSample)) };
}

/**
 * The samples that somebody chose, as far as there are such samples; the usual ones in place of what
 * they left open. A sample that is chosen as this one is no earlier one.
 */
export function choiceFrom(
  analysed: ReadonlyMap<string, number>,
  asked: { readonly thisSample?: string; readonly earlierSamples?: readonly string[] },
  days: SampleDays = new Map(),
): SampleChoice | null {
  const usual = usualChoice(analysed, days);
  if (!usual) return null;
  const samples = oldestFirst([...analysed.keys()], days);
  const thisSample = samples.find((one) => one === asked.thisSample) ?? usual.thisSample;
  const others = samples.filter((sample) => sample !== thisSample);
  const before = samples.slice(0, samples.indexOf(thisSample));
  const wanted = asked.earlierSamples;
  return {
    thisSample,
    earlierSamples: wanted ? others.filter((sample) => wanted.includes(sample)) : before,
  };
}

/** How many analysed cases each sample has that has any, from what was counted for Table 1. */
export function analysedBySample(atoms: Table["atoms"]): Map<string, number> {
  return new Map([...samplesOf(atoms)].filter(([, n]) => n > 0));
}

/** The same of every sample with a submission: 0 where all of its cases are left out. */
export function samplesOf(atoms: Table["atoms"]): Map<string, number> {
  const samples = [...atoms.values()].flatMap((byGroup) => [...byGroup.keys()]);
  return new Map(samples.map((sample) => [sample, atoms.get("analysed")?.get(sample)?.n ?? 0]));
}
