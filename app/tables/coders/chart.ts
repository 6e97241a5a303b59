import type { LevelBarsProps } from "@/components/tables/level-bars";
import type { ByCoderView } from "@/db/tables/by-coder";
import type { Table } from "@/domain/tables/table";
import { chartOf } from "../charts";
import { withNothingWithheld } from "../words";

/** Chart 1 with a bar for each rule: the first of a factor bears its name. Null for another table. */
export function chartByCoder(table: Table, { codebook }: ByCoderView): LevelBarsProps | null {
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
