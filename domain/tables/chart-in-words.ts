import type { Legend, LevelBar, LevelChart } from "./level-chart";

/** What a picture has in place of a bar that it has nothing of, withheld or without cases; null where it has a bar. */
export function inPlaceOfBar({ parts, withheld }: Pick<LevelBar, "parts" | "withheld">) {
  if (parts.every(({ n }) => n !== null)) return parts.some(({ n }) => n) ? null : "No cases";
  if (!withheld) return "Withheld, as is how many cases there are";
  return parts.some(({ n }) => n) ? null : "Withheld";
}

/**
 * What kind of picture a chart is, by its columns and its legend, and what factors with a scale of
 * their own have in a legend beneath.
 * Example: "A bar for each risk factor, in parts by level: High, Medium, Low, Not indicated."
 */
export function kindOfChart(
  columns: readonly string[],
  legend: Legend,
  otherScales: readonly string[],
): string {
  const [one, ...more] = columns;
  const bars =
    more.length > 0
      ? `Bars for each risk factor (${[one, ...more].join(", ")})`
      : "A bar for each risk factor";
  const usual = `${bars}, in parts by level: ${legend.map(({ label }) => label).join(", ")}.`;
  return [usual, ...otherScales].join(" ");
}

/** What a picture shows, where the table with its numbers stands beneath. */
export function chartAboveTable({ description }: LevelChart): string {
  return `${description} The same figures are in the table below.`;
}

/**
 * What a picture shows, bar by bar with its numbers, for those who do not see it.
 * Example: "Neglect: High 4, Medium 4, Low 7, Not indicated 8; Emotional abuse: …".
 */
export function chartInWords({ description, bars }: LevelChart): string {
  return `${description} ${bars.map(barInWords).join("; ")}.`;
}

const allOf = new Intl.ListFormat("en-GB");

function barInWords(bar: LevelBar): string {
  const { label: name } = bar;
  const words = inPlaceOfBar(bar);
  if (words !== null) return `${name}: ${words.toLowerCase()}`;
  const shown = bar.parts.filter(({ n }) => n !== null);
  const withheld = bar.parts.flatMap(({ n, label }) => (n === null ? label : []));
  return [
    `${name}: ${shown.map((part) => `${part.label} ${part.text}`).join(", ")}`,
    ...(bar.withheld ? [`${allOf.format(withheld)} (withheld) together ${bar.withheld.text}`] : []),
  ].join(", ");
}
