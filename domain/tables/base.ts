import { rangeOf } from "./columns";
import { subtotalOf } from "./lines";
import type { PublishedTable } from "./published-table";
import type { SampleChoice, TableKind } from "./table";

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
  const total = table.lines.find(({ look }) => look === "total");
  const own = rangeOf(samples);
  if (unit === "cases") return `${analysedCases(analysedOf(all, samples))} of ${own}.`;
  if (total?.withheld.at(-1)?.count) return `How many ${unit} of ${own} there are is withheld.`;
  return `${countedInWords(total?.cells.at(-1)?.n ?? 0, unit)} of ${own}.`;
}

const oneOf = { cases: "case", submissions: "submission", "index children": "index child" };

/** How many of what a table counts. Examples: "1 index child", "12 submissions". */
export function countedInWords(n: number, unit: TableKind["unit"]): string {
  return `${n} ${n === 1 ? oneOf[unit] : unit}`;
}

/** How many cases tables are made of. Examples: "1 analysed, committed case", "82 analysed, committed cases". */
export function analysedCases(n: number): string {
  return `${n} analysed, committed ${n === 1 ? "case" : "cases"}`;
}

/** The cases of several law groups. Example: "13 analysed, committed cases of public law and 7 of private law". */
export function analysedOfLaws(groups: readonly { law: string; n: number }[]): string {
  const [first, ...more] = groups;
  if (!first) return "";
  const rest = more.map(({ n, law }) => ` and ${n} of ${law}`).join("");
  return `${analysedCases(first.n)} of ${first.law}${rest}`;
}

/**
 * The cases of each law group of chart 2, which its shares are of, as Table 6 tells them. A number
 * that is withheld there is not told here, and so not the number of both groups either.
 */
function basesByLaw({ columns }: PublishedTable, all: readonly PublishedTable[], sample: string) {
  const groups = columns
    .filter(({ unseen }) => !unseen)
    .map(({ key, label }) => ({ law: label.toLowerCase(), n: casesOfLaw(all, key) }));
  const told = groups.flatMap(({ law, n }) => (n === null ? [] : [{ law, n }]));
  const hidden = groups.filter(({ n }) => n === null).map(({ law }) => law);
  return [
    ...(told.length > 0 ? [`${analysedOfLaws(told)}, of ${sample}.`] : []),
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
