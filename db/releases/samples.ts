/** How many cases of a sample there are. */
export interface SampleCount {
  readonly sample: string;
  readonly cases: number;
}

/** How many of these cases are in each sample, by name of the sample. */
export function countBySample(cases: readonly { readonly sample: string }[]): SampleCount[] {
  const counts = new Map<string, number>();
  for (const { sample } of cases) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  return [...counts].sort().map(([sample, n]) => ({ sample, cases: n }));
}
