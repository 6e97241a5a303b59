import { LevelBars } from "@/components/tables/level-bars";
import { ReportTable } from "@/components/tables/report-table";
import { Details } from "@/components/ui/details";
import type { ByCoderView } from "@/db/tables/by-coder";
import { caveatsFor } from "@/domain/caveats";
import { otherScales } from "@/domain/tables/level-chart";
import { linesOf, marksOf, withNothingWithheld } from "@/domain/tables/shown-table";
import type { Table } from "@/domain/tables/table";
import { codedChoiceInAddress, withCases } from "../links";
import { chartByCoder } from "./chart";

interface SideBySideProps {
  readonly table: Table;
  readonly caption: string;
  readonly base: string;
  readonly view: ByCoderView;
}

/** A table of what coders gave; one as long and wide as chart 2 opens in place. */
export function SideBySide({ table, caption, base, view }: SideBySideProps) {
  const { kind, columns } = table;
  const asTeam = { kind: "team", withheldUpTo: view.withheldUpTo } as const;
  const isChart = kind.output === "chart_1" || kind.output === "chart_2";
  const chart = chartByCoder(table, view);
  const [shown] = withNothingWithheld([table]);
  if (!shown) return null;
  const chosen = codedChoiceInAddress(view.sample, view.release);
  const section = (
    <ReportTable
      id={kind.output}
      caption={caption}
      lineLabel={kind.lineLabel}
      columns={columns.map(({ label }) => label)}
      lines={withCases(linesOf(shown, asTeam), shown, chosen)}
      notes={[
        ...(chart ? ["Bars are of one length, also where there are fewer cases."] : []),
        ...(isChart ? otherScales(view.codebook) : []),
        kind.note,
        ...marksOf(shown, asTeam),
      ]}
      base={base}
      caveats={caveatsFor(kind.output)}
    >
      {chart && <LevelBars chart={chart} />}
    </ReportTable>
  );
  return kind.output === "chart_2" ? <Details summary={caption}>{section}</Details> : section;
}
