import type { LevelBar, LevelChart } from "./level-chart";

/** What a picture has in place of a bar of which a part is withheld. */
export const withheldBar = "Part of it is withheld";

/**
 * What kind of picture a chart is, by its columns and its legend.
 * Example: "A bar for each risk factor, in parts by level: High, Medium, Low, Not indicated."
 */
export function kindOfChart(columns: readonly string[], legend: LevelChart["legend"]): string {
  const [one, ...more] = columns;
  const bars =
    more.length > 0
      ? `Bars for each risk factor (${[one, ...more].join(", ")})`
      : "A bar for each risk factor";
  return `${bars}, in parts by level: ${legend.map(({ label }) => label).join(", ")}.`;
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

function barInWords({ label, parts }: LevelBar): string {
  const name = label.replace(" †", "");
  if (parts.some(({ n }) => n === null)) return `${name}: ${withheldBar.toLowerCase()}`;
  return `${name}: ${parts.map((part) => `${part.label} ${part.text}`).join(", ")}`;
}
