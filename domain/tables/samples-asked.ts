import { sampleAskedInWords } from "../samples";
import type { SampleChoice } from "./table";

const allOf = new Intl.ListFormat("en-GB");

/** The choice of samples as its form gives it. */
interface TypedChoice {
  /** What is chosen as this sample; undefined where that is left open. */
  readonly sample: string | undefined;
  /** The sample beside which the form stood; undefined where there was no choice of earlier ones. */
  readonly beside: string | undefined;
  /** The earlier samples that were ticked when it was opened, as `tickedInWords` has them. */
  readonly ticked: string | undefined;
  /** Those that are ticked now. */
  readonly earlier: readonly string[];
}

/**
 * The samples that a form chooses. With another sample than it stood beside, and the same ticks, the
 * earlier ones are left open: those before the other sample are meant. Where ticks were changed, they
 * are meant as they are.
 *
 * Example: beside 2015, with 2012, 2013 and 2014 ticked, somebody selects 2014 → the usual ones; and
 * unticks 2012 too → 2013 alone, for 2014 is this sample.
 */
export function samplesAsked({ sample, beside, ticked, earlier }: TypedChoice): {
  thisSample: string | undefined;
  earlierSamples: readonly string[] | undefined;
} {
  const isOpen = sample === undefined || beside === undefined;
  const isAnother = sample !== beside && (ticked ?? "") === tickedInWords(earlier);
  const chosen = isOpen || isAnother ? undefined : earlier.filter((one) => one !== sample);
  return { thisSample: sample, earlierSamples: chosen };
}

/** Samples as one text. No sample has a comma in its name. */
export function tickedInWords(samples: readonly string[]): string {
  return samples.join();
}

/** That another sample is shown in place of the one that was asked for, of which there is no case. */
export function insteadInWords(asked: string, { thisSample }: SampleChoice): string {
  return `There is nothing to count of ${sampleAskedInWords(asked)}. The tables below are of ${thisSample}.`;
}

/** Which earlier samples that were asked for have no case to count; null where all have some. */
export function absentInWords(
  asked: readonly string[] | undefined,
  { thisSample, earlierSamples }: SampleChoice,
): string | null {
  const shown = [thisSample, ...earlierSamples];
  const absent = (asked ?? []).filter((one) => !shown.includes(one)).map(sampleAskedInWords);
  if (absent.length === 0) return null;
  return `There is nothing to count of ${allOf.format(new Set(absent))}, chosen as earlier.`;
}
