import { rangeOf } from "./columns";
import type { PublishedTable } from "./published-table";
import type { SampleChoice } from "./table";

/**
 * What a table is based on: how many there are, and of which samples. Example: "82 analysed,
 * committed cases of 2012 to 2015." `all` are the tables that it stands among; Table 1 knows how
 * many cases there are.
 */
export function baseInWords(
  { kind: { output, unit }, lines }: PublishedTable,
  all: readonly PublishedTable[],
  { thisSample, earlierSamples }: SampleChoice,
): string {
  const ofThis = output === "chart_1" || output === "chart_2";
  const samples = ofThis ? [thisSample] : [...earlierSamples, thisSample];
  const things = unit === "cases" ? "analysed, committed cases" : unit;
  const total = lines.find(({ look }) => look === "total");
  const n = unit === "cases" ? analysedOf(all, samples) : (total?.cells.at(-1)?.n ?? 0);
  return `${n} ${things} of ${rangeOf(samples)}.`;
}

function analysedOf(all: readonly PublishedTable[], samples: readonly string[]): number {
  const table1 = all.find(({ kind }) => kind.output === "table_1");
  const analysed = table1?.lines.find(({ key }) => key === "analysed");
  return (table1?.columns ?? [])
    .map(({ key }, index) => (samples.includes(key) ? (analysed?.cells[index]?.n ?? 0) : 0))
    .reduce((sum, n) => sum + n, 0);
}
