/** What of the dataset is taken away. */
export interface ExportChoice {
  /** The number of a release; null for the dataset as it is now. */
  readonly release: number | null;
  /** The samples; null for all. */
  readonly samples: readonly string[] | null;
  /** Whether what people wrote in their own words goes along. */
  readonly freeText: boolean;
}

/** Everything there is. */
export const everything: ExportChoice = { release: null, samples: null, freeText: true };

/**
 * A choice in words, for the log and for what goes with a file.
 * Examples: "all samples, with free text"; "release 3, samples 2014 and 2015, without free text".
 */
export function choiceInWords({ release, samples, freeText }: ExportChoice): string {
  const start = release === null ? "" : `release ${release}, `;
  return `${start}${samplesInWords(samples)}, ${freeText ? "with" : "without"} free text`;
}

function samplesInWords(samples: readonly string[] | null): string {
  if (samples === null) return "all samples";
  const last = samples.at(-1) ?? "";
  if (samples.length < 2) return samples.length === 0 ? "no sample" : `sample ${last}`;
  return `samples ${samples.slice(0, -1).join(", ")} and ${last}`;
}
