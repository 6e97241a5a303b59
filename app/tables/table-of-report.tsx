import { LevelBars } from "@/components/tables/level-bars";
import { ReportTable } from "@/components/tables/report-table";
import { TakeAway } from "@/components/tables/take-away";
import type { PublishedTable } from "@/domain/tables/published-table";
import { shownTable, type View } from "@/domain/tables/shown-table";
import { choiceInAddress, fileLinks, withCases } from "./links";
import { stateOf } from "./words";

interface TableOfReportProps {
  readonly table: PublishedTable;
  /** The tables that it stands among. */
  readonly all: readonly PublishedTable[];
  readonly view: View;
  readonly mayTakeAway: boolean;
}

/** A table or chart of the report, with what travels with it and the ways to take it away. */
export function TableOfReport({ table, all, view, mayTakeAway }: TableOfReportProps) {
  const shown = shownTable(table, all, view);
  const { output, title, chart } = shown;
  const isForTeam = view.kind === "team";
  const notes = [...shown.notes, ...shown.marks];
  const base = `${shown.base} ${stateOf(view)}`;
  const warning = isForTeam ? ["For the team, not for publication as it is."] : [];
  const remarks = [...notes, `Base: ${base}`, ...warning];
  const files = mayTakeAway ? fileLinks(output, view) : [];
  return (
    <ReportTable
      id={output}
      caption={title}
      lineLabel={shown.lineLabel}
      columns={shown.columns}
      lines={isForTeam ? withCases(shown.lines, table, choiceInAddress(view)) : shown.lines}
      notes={notes}
      base={base}
      caveats={shown.caveats}
      takeAway={<TakeAway title={title} remarks={remarks} files={files} />}
    >
      {chart && <LevelBars chart={chart} />}
    </ReportTable>
  );
}
