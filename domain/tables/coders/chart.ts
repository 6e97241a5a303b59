import type { LevelChart } from "../level-chart";
import type { Table } from "../table";

/** What must be said where bars of fewer cases are as long as others. */
export const ofOneLength = "Bars are of one length, also where there are fewer cases.";

/** Chart 1 with a bar for each rule: the first of a factor bears its name. */
export function chartByCoder(
  chart: LevelChart | null,
  title: string,
  { columns }: Table,
): LevelChart | null {
  const rules = columns.map(({ label }) => label);
  return (
    chart && {
      ...chart,
      title,
      notes: [ofOneLength, ...chart.notes],
      bars: chart.bars.map((bar, index) => {
        const rule = rules[index % rules.length] ?? "";
        const factor = bar.label.slice(0, -`, ${rule}`.length);
        const short = rule.replace(" alone", "");
        return { ...bar, label: index % rules.length === 0 ? `${factor}: ${short}` : short };
      }),
    }
  );
}
