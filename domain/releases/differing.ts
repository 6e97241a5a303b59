import { casesInWords } from "../cases";
import type { DatasetChanges } from "./changes";

/** The cases that are not in both states as they were: their references. */
export function casesThatDiffer({ added, takenOut, cases }: DatasetChanges): string[] {
  return [...added, ...takenOut, ...cases.map(({ reference }) => reference)];
}

/** How many cases of each sample differ, and from which release. */
export interface Differing {
  readonly before: number;
  readonly samples: readonly { readonly sample: string; readonly cases: number }[];
}

const allOf = new Intl.ListFormat("en-GB");

/** How many cases differ: "1 case of 2014 and 23 cases of 2015 differ from release 1." */
export function differingInWords({ before, samples }: Differing): string {
  const words = samples.map(({ sample, cases }) => `${casesInWords(cases)} of ${sample}`);
  const isOne = samples.length === 1 && samples[0]?.cases === 1;
  if (words.length === 0) return `No case differs from release ${before}.`;
  return `${allOf.format(words)} ${isOne ? "differs" : "differ"} from release ${before}.`;
}

/**
 * What it means for publication where so few cases of a sample differ that they could be a figure
 * which is withheld, and what to do, as long as the release is not made yet or once it is; null where
 * of no sample so few do.
 */
export function fewDifferInWords(
  { samples }: Differing,
  { withheldUpTo, isMade }: { readonly withheldUpTo: number; readonly isMade: boolean },
): string | null {
  const few = samples.filter(({ cases }) => cases <= withheldUpTo).map(({ sample }) => sample);
  if (few.length === 0) return null;
  return `So few cases of ${allOf.format(few)} can be made out: where both releases are published, a reader who lays them side by side can see how they were rated, and what else the tables count of them. ${isMade ? "Publish" : "Wait until more cases differ, or publish"} only one of the two releases.`;
}
