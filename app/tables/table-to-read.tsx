import type { ReactNode } from "react";
import { LevelBars } from "@/components/tables/level-bars";
import { ReportTable } from "@/components/tables/report-table";
import { TableSection } from "@/components/tables/table-section";
import { TakeAway } from "@/components/tables/take-away";
import { type ShownTable, seeCaseMix, type View } from "@/domain/tables/shown-table";
import { casesLink, fileLinks } from "./links";
import { stateOf } from "./words";

/** What the tables of a page have in common. */
export interface TablesOfPage extends Pick<View, "kind" | "release"> {
  /** What chooses the cases behind their figures. */
  readonly cases: URLSearchParams;
  /** What chooses their files; null for those who may take none away. */
  readonly files: URLSearchParams | null;
  /** What the page says once for all of them, which travels with each that is copied. */
  readonly reading?: readonly string[];
}

interface TableToReadProps extends TablesOfPage {
  readonly table: ShownTable;
  /** What stands in place of lines and columns. */
  readonly children?: ReactNode;
}

/** A table or chart, with what travels with it and the ways to take it away. */
export function TableToRead({ table, children, ...page }: TableToReadProps) {
  const { name, title, chart, caveats } = table;
  const notes = [...table.notes, ...table.marks];
  const base = `${table.base} ${stateOf(page)}`;
  const reading = [...(table.summary ?? []), ...notes, ...(page.reading ?? [])];
  const remarks = [...reading, `Base: ${base}`, ...warnings[page.kind], ...caveats];
  const links = page.files ? fileLinks(name, page.files) : [];
  const takeAway = <TakeAway title={title} remarks={remarks} files={links} />;
  const noteLink = { text: seeCaseMix, href: `/tables/analyses?${page.cases}#case_mix` };
  const own = { id: name, caption: title, notes, noteLink, base, caveats, takeAway };
  if (children) return <TableSection {...own}>{children}</TableSection>;
  return (
    <ReportTable
      {...own}
      summary={table.summary}
      lineLabel={table.lineLabel}
      columns={table.columns}
      lines={table.lines.map((line) => ({
        ...line,
        cells: line.cells.map(({ behind, ...cell }) => ({
          ...cell,
          ...(behind && { href: casesLink(behind, page.cases) }),
        })),
      }))}
    >
      {chart && <LevelBars chart={chart} />}
    </ReportTable>
  );
}

// What is copied must say it too.
const warnings: Readonly<Record<View["kind"], readonly string[]>> = {
  team: ["For the team, not for publication as it is."],
  leads: ["For leads, not for publication."],
  publication: [],
};
