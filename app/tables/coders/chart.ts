import type { ByCoderView } from "@/db/tables/by-coder";
import { chartOf, type LevelChart } from "@/domain/tables/level-chart";
import { withNothingWithheld } from "@/domain/tables/shown-table";
import type { Table } from "@/domain/tables/table";

/** Chart 1 with a bar for each rule: the first of a factor bears its name. Null for another table. */
export function chartByCoder(table: Table, { codebook }: ByCoderView): LevelChart | null {
  const [shown] = withNothingWithheld([table]);
  const chart = shown && table.kind.output === "chart_1" ? chartOf(shown, codebook) : null;
  const rules = table.columns.map(({ label }) => label);
  return (
    chart && {
      ...chart,
      bars: chart.bars.map((bar, index) => {
        const rule = rules[index % rules.length] ?? "";
        const factor = bar.label.slice(0, -`, ${rule}`.length);
        const short = rule.replace(" alone", "");
        return { ...bar, label: index % rules.length === 0 ? `${factor}: ${short}` : short };
      }),
    }
  );
}
