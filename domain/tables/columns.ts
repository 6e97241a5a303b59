import type { Column, SampleChoice } from "./table";

/** A column for each sample, and one for all of them. */
export function bySample({ thisSample, earlierSamples }: SampleChoice): Column[] {
  const samples = [...earlierSamples, thisSample];
  const own = samples.map((sample) => ({ key: sample, label: sample, groups: [sample] }));
  return samples.length < 2 ? own : [...own, ofAll(samples)];
}

// No sample has a bracket in its name, so that two columns can be told apart.
function ofAll(samples: readonly string[]): Column {
  const label = samples.includes("All") ? "All (together)" : "All";
  return { key: "all_samples", label, groups: samples };
}

/** A column for the earlier samples together, one for this sample, and one for both. */
export function earlierAndThis(choice: SampleChoice): Column[] {
  const { thisSample, earlierSamples } = choice;
  const own = { key: "this", label: thisSample, groups: [thisSample] };
  if (earlierSamples.length === 0) return [own];
  return [
    { key: "earlier", label: earlierInWords(choice), groups: earlierSamples },
    own,
    ofAll([...earlierSamples, thisSample]),
  ];
}

/**
 * What the earlier samples together are called beside this one. Example: of 2012, 2013 and 2014
 * "2012 to 2014", and "2012 to 2014 (together)" where this sample is called "2012 to 2014".
 */
export function earlierInWords({ thisSample, earlierSamples }: SampleChoice): string {
  const name = rangeOf(earlierSamples);
  return name === thisSample ? `${name} (together)` : name;
}

/**
 * Samples in words. Samples that are years without a gap are a range: 2012, 2013, 2014 → "2012 to
 * 2014"; others are listed: 2012, 2014 → "2012 and 2014".
 */
export function rangeOf(samples: readonly string[]): string {
  const [first = "", last = first] = [samples[0], samples.at(-1)];
  if (samples.length < 2) return first;
  const years = samples.map(Number);
  const unbroken = years.every((year, index) => year === Number(first) + index);
  if (unbroken && samples.length > 2) return `${first} to ${last}`;
  return `${samples.slice(0, -1).join(", ")} and ${last}`;
}

/** The group of a sample by law, as the charts have it. */
export function groupByLaw(sample: string, law: string): string {
  return `${sample}, ${law}`;
}

/** The sample that a group is of; no sample has a comma in its name. */
export function sampleOfGroup(group: string): string {
  return group.split(", ")[0] ?? group;
}
