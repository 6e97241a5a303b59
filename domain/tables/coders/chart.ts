import type { LevelChart } from "../level-chart";
import type { Table } from "../table";

/** What must be said where bars of fewer cases are as long as others. */
export function aboutBars({ columns }: Table): string[] {
  return [
    "Bars are of one length, also where there are fewer cases.",
    ...(columns.some(({ undrawn }) => undrawn)
      ? ["What was agreed for these fewer cases is not drawn: it is in the table."]
      : []),
  ];
}

/** Chart 1 with a bar for each rule: the first of a factor bears its name. */
export function chartByCoder(
  chart: LevelChart | null,
  title: string,
  table: Table,
): LevelChart | null {
  const rules = table.columns.flatMap(({ label, undrawn }) => (undrawn ? [] : [label]));
  return (
    chart && {
      ...chart,
      title,
      notes: [...aboutBars(table), ...chart.notes],
      bars: chart.bars.map((bar, index) => {
        const rule = rules[index % rules.length] ?? "";
        const factor = bar.label.slice(0, -`, ${rule}`.length);
        const short = rule.replace(" alone", "");
        return { ...bar, label: index % rules.length === 0 ? `${factor}: ${short}` : short };
      }),
    }
  );
}
