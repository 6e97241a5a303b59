import type { ReportLine } from "@/components/tables/report-table";
import { hasCases, lineName } from "@/domain/tables/cases-behind";
import type { PublishedTable } from "@/domain/tables/published-table";
import type { View } from "./words";

/** What chooses these tables, and no others, in the address of a page. */
export function choiceInAddress({ choice, release }: Pick<View, "choice" | "release">) {
  const chosen = new URLSearchParams();
  if (release) chosen.set("release", String(release.number));
  chosen.set("sample", choice.thisSample);
  chosen.set("beside", choice.thisSample);
  for (const sample of choice.earlierSamples) chosen.append("earlier", sample);
  return chosen;
}

/** The lines of a table, in which each figure leads to the cases behind it. */
export function withCases(
  lines: readonly ReportLine[],
  { kind, columns, lines: own }: PublishedTable,
  view: View,
): ReportLine[] {
  const chosen = choiceInAddress(view);
  const seen = columns.flatMap((column, index) => (column.unseen ? [] : [{ column, index }]));
  return lines.map((line, at) => ({
    ...line,
    cells: line.cells.map((cell, place) => {
      const [from, where] = [own[at], seen[place]];
      const found = from && where && from.cells[where.index];
      if (!found || !hasCases(from, found)) return cell;
      const named = { table: kind.output, line: lineName(from), column: where.column.key };
      return { ...cell, href: `/tables/cases?${new URLSearchParams(named)}&${chosen}` };
    }),
  }));
}
