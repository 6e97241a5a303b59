import type { ReportLine } from "@/components/tables/report-table";
import type { Output } from "@/domain/caveats";
import { hasCases, lineName } from "@/domain/tables/cases-behind";
import type { PublishedTable } from "@/domain/tables/published-table";
import type { ShownLine, View } from "@/domain/tables/shown-table";
import { filesOf, reportFile, type TableFile, tableFormats } from "@/domain/tables/table-files";

/** What chooses these tables, and no others, in the address of a page. */
export function choiceInAddress({ choice, release }: Pick<View, "choice" | "release">) {
  const chosen = new URLSearchParams();
  if (release) chosen.set("release", String(release.number));
  chosen.set("sample", choice.thisSample);
  chosen.set("beside", choice.thisSample);
  for (const sample of choice.earlierSamples) chosen.append("earlier", sample);
  return chosen;
}

/** The same for the tables of who decides, which are of one sample. */
export function codedChoiceInAddress(sample: string, release: View["release"]) {
  const chosen = new URLSearchParams({ by: "coders" });
  if (release) chosen.set("release", String(release.number));
  chosen.set("sample", sample);
  return chosen;
}

/** Where the cases behind a cell are listed. */
export function casesLink(table: string, line: string, column: string, chosen: URLSearchParams) {
  return `/tables/cases?${new URLSearchParams({ table, line, column })}&${chosen}`;
}

/** The lines of a table, in which each figure leads to the cases behind it. */
export function withCases(
  lines: readonly ShownLine[],
  { kind, columns, lines: own }: PublishedTable,
  chosen: URLSearchParams,
): ReportLine[] {
  const seen = columns.flatMap((column, index) => (column.unseen ? [] : [{ column, index }]));
  return lines.map((line, at) => ({
    ...line,
    cells: line.cells.map((cell, place) => {
      const [from, where] = [own[at], seen[place]];
      const found = from && where && from.cells[where.index];
      if (!found || !hasCases(from, found)) return cell;
      return { ...cell, href: casesLink(kind.output, lineName(from), where.column.key, chosen) };
    }),
  }));
}

/** The files that a table can be taken away as. */
export function fileLinks(output: Output, view: View): { label: string; href: string }[] {
  return filesOf(output).map((file) => ({
    label: tableFormats[file.format].label,
    href: addressOf(file, view),
  }));
}

/** Where all tables are one Word document. */
export function reportLink(view: View): string {
  return addressOf(reportFile, view);
}

// A release is published with one choice of samples.
function addressOf({ name }: TableFile, view: View): string {
  const chosen =
    view.kind === "publication"
      ? new URLSearchParams({ release: String(view.release?.number), view: "publication" })
      : choiceInAddress(view);
  return `/tables/${name}?${chosen}`;
}
