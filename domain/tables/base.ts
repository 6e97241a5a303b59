import { rangeOf } from "./columns";
import { subtotalOf } from "./lines";
import type { PublishedTable } from "./published-table";
import type { SampleChoice } from "./table";

/**
 * What a table is based on: how many there are, and of which samples. Examples: "82 analysed,
 * committed cases of 2012 to 2015." "13 analysed, committed cases of public law and 7 of private
 * law, of 2015." `all` are the tables that it stands among; Table 1 knows how many cases there are.
 */
export function baseInWords(
  table: PublishedTable,
  all: readonly PublishedTable[],
  { thisSample, earlierSamples }: SampleChoice,
): string {
  const { output, unit } = table.kind;
  if (output === "chart_2") return basesByLaw(table, all, thisSample);
  const samples = output === "chart_1" ? [thisSample] : [...earlierSamples, thisSample];
  const things = unit === "cases" ? analysedCases : unit;
  const total = table.lines.find(({ look }) => look === "total");
  const n = unit === "cases" ? analysedOf(all, samples) : (total?.cells.at(-1)?.n ?? 0);
  return `${n} ${things} of ${rangeOf(samples)}.`;
}

const analysedCases = "analysed, committed cases";

/**
 * The cases of each law group of chart 2, which its shares are of, as Table 6 tells them. A number
 * that is withheld there is not told here, and so not the number of both groups either.
 */
function basesByLaw({ columns }: PublishedTable, all: readonly PublishedTable[], sample: string) {
  const groups = columns
    .filter(({ unseen }) => !unseen)
    .map(({ key, label }) => ({ law: label.toLowerCase(), n: casesOfLaw(all, key) }));
  const [first, ...more] = groups.filter(({ n }) => n !== null);
  const rest = more.map(({ n, law }) => ` and ${n} of ${law}`).join("");
  const hidden = groups.filter(({ n }) => n === null).map(({ law }) => law);
  return [
    ...(first ? [`${first.n} ${analysedCases} of ${first.law}${rest}, of ${sample}.`] : []),
    ...(hidden.length > 0
      ? [`How many of ${hidden.join(" and ")} there are in ${sample} is withheld.`]
      : []),
  ].join(" ");
}

/** How many cases of a law group this sample has; null where that is withheld. */
function casesOfLaw(all: readonly PublishedTable[], law: string): number | null {
  const table6 = all.find(({ kind }) => kind.output === "table_6");
  const line = subtotalOf(table6?.lines ?? [], law);
  const index = table6?.columns.findIndex(({ key }) => key === "this") ?? -1;
  const isTold = line?.withheld[index]?.count === false;
  return isTold ? (line?.cells[index]?.n ?? null) : null;
}

function analysedOf(all: readonly PublishedTable[], samples: readonly string[]): number {
  const table1 = all.find(({ kind }) => kind.output === "table_1");
  const analysed = table1?.lines.find(({ key }) => key === "analysed");
  return (table1?.columns ?? [])
    .map(({ key }, index) => (samples.includes(key) ? (analysed?.cells[index]?.n ?? 0) : 0))
    .reduce((sum, n) => sum + n, 0);
}
