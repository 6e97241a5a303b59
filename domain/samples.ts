import { sampleSchema } from "./cases";
import { dayFrom } from "./dates";
import { done, type Outcome, type Problem, refusedFor } from "./outcome";

/** A sample, and the days between which its submissions came in, where that is known. */
export interface Sample {
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
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
    const day = (field: "startsOn" | "endsOn") => {
      const text = one[field].trim();
      const found = text === "" ? null : dayFrom(text);
      if (text !== "" && found === null)
        refuse(field, "Enter a date that exists, such as 1 April 2015");
      return found;
    };
    const [startsOn, endsOn] = [day("startsOn"), day("endsOn")];
    if (startsOn !== null && endsOn !== null && endsOn < startsOn)
      refuse("endsOn", "Enter a day that is not before the first");
    const first = typed.findIndex((other) => other.name.trim() === one.name.trim());
    if (first !== index && name.success) refuse("name", "This sample stands above already");
    return [{ name: name.data ?? "", startsOn, endsOn }];
  });
  return problems.length > 0 ? refusedFor(problems) : done(samples);
}
