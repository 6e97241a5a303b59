import { sampleSchema } from "./cases";
import { dayFrom, firstDay } from "./dates";
import { done, messageAt, type Outcome, type Problem, refusedFor } from "./outcome";

/** A sample, and the days between which its submissions came in, where that is known. */
export interface Sample {
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** The first day of each sample that has one, as 2015-04-01, by its name. */
export type SampleDays = ReadonlyMap<string, string>;

/** The first days of samples; the last one where no other is recorded. */
export function firstDays(samples: readonly Sample[]): SampleDays {
  return new Map(
    samples.flatMap(({ name, startsOn, endsOn }) => {
      const day = startsOn ?? endsOn;
      return day === null ? [] : [[name, day] as const];
    }),
  );
}

/**
 * Samples, the oldest first: by their first days where each of them has one, else by their names,
 * numbers in them as numbers.
 *
 * Examples: Wave 8, Wave 9, Wave 10 without days stay so; 2014, 2015, Pilot with days in 2014, 2015
 * and 2013 → Pilot, 2014, 2015.
 */
export function oldestFirst(samples: readonly string[], days: SampleDays): string[] {
  const isDated = samples.every((sample) => days.has(sample));
  const dayOf = (sample: string) => (isDated ? (days.get(sample) ?? "") : "");
  return [...samples].sort(
    (a, b) => compare(dayOf(a), dayOf(b)) || byNumber.compare(a, b) || compare(a, b),
  );
}

const byNumber = new Intl.Collator("en-GB", { numeric: true });

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A sample that an address asks for, as a sentence names it: an address can ask for anything, and only
 * what can be the name of a sample is repeated.
 */
export function sampleAskedInWords(asked: string): string {
  return sampleSchema.safeParse(asked).data ?? "the sample that was asked for";
}

/**
 * What to ask before a case makes a new sample: null where the sample is one of those `known`, where
 * none is known yet, and where it was `confirmed` by its name.
 * Example: 2105 beside 2015 and 2016 → newSample, "There is no sample 2105 yet. Correct it, or tick
 * that it is a new sample".
 */
export function newSampleProblem(
  sample: string,
  known: readonly string[],
  confirmed: string,
): Problem | null {
  if (known.length === 0 || known.includes(sample) || confirmed === sample) return null;
  const message = `There is no sample ${sample} yet. Correct it, or tick that it is a new sample`;
  return { field: "newSample", message };
}

/** A sample as its form gives it. */
export interface TypedSample {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * What the days of samples come to: another as soon as somebody records some. A sample that only
 * cases name has none yet. Example: "2015 1,2016 3".
 */
export function daysSeen(samples: readonly { name: string; revision: number }[]): string {
  const recorded = samples.filter(({ revision }) => revision > 0);
  return recorded.map(({ name, revision }) => `${name} ${revision}`).join();
}

const dayWords = { startsOn: "first day", endsOn: "last day" } as const;

/**
 * Samples with their days as they were typed, or every problem beside its field, named by the place
 * of the sample: "samples.0.endsOn". A sample without a name is left out where nothing else is typed.
 */
export function readSamples(typed: readonly TypedSample[]): Outcome<Sample[]> {
  const problems: Problem[] = [];
  const samples = typed.flatMap((one, index): Sample[] => {
    const refuse = (field: keyof TypedSample, message: string) =>
      problems.push({ field: `samples.${index}.${field}`, message });
    if (Object.values(one).every((text) => text.trim() === "")) return [];
    const name = sampleSchema.safeParse(one.name);
    if (!name.success) refuse("name", name.error.issues[0]?.message ?? "");
    const first = typed.findIndex((other) => other.name.trim() === one.name.trim());
    if (first !== index && name.success) refuse("name", "This sample stands above already");
    const called = name.success ? `Sample ${name.data}` : "A new sample";
    const refuseDay = (field: keyof typeof dayWords, message: string) =>
      refuse(field, messageAt(`${called}, ${dayWords[field]}`, message));
    const day = (field: keyof typeof dayWords) => {
      const text = one[field].trim();
      const found = text === "" ? null : dayFrom(text);
      if (text !== "" && found === null)
        refuseDay(field, "Enter a date that exists, such as 1 April 2015");
      else if (found !== null && found < firstDay)
        refuseDay(field, "Enter a date from 1 March 1900 on, such as 1 April 2015");
      return found;
    };
    const [startsOn, endsOn] = [day("startsOn"), day("endsOn")];
    if (startsOn !== null && endsOn !== null && endsOn < startsOn)
      refuseDay("endsOn", "Enter a day that is not before the first");
    return [{ name: name.data ?? "", startsOn, endsOn }];
  });
  return problems.length > 0 ? refusedFor(problems) : done(samples);
}
