import type { CellNamed } from "@/domain/tables/cases-behind";
import type { View } from "@/domain/tables/shown-table";
import { filesOf, reportFile, type TableName, tableFormats } from "@/domain/tables/table-files";

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
export function casesLink({ table, line, column }: CellNamed, chosen: URLSearchParams) {
  return `/tables/cases?${new URLSearchParams({ table, line, column })}&${chosen}`;
}

/** The files that a table can be taken away as, of what is chosen. */
export function fileLinks(table: TableName, chosen: URLSearchParams) {
  return filesOf(table).map(({ name, format }) => ({
    label: tableFormats[format].label,
    lacks: tableFormats[format].lacks,
    href: `/tables/${name}?${chosen}`,
  }));
}

/** Where tables may be published from: a release, or the newest. */
export function publicationLink(release: number | null): string {
  return `/tables?view=publication${release === null ? "" : `&release=${release}`}`;
}

/** Where all tables are one Word document. */
export function reportLink(chosen: URLSearchParams): string {
  return `/tables/${reportFile.name}?${chosen}`;
}

/** What chooses the files of the tables of the report: a release is published with one choice. */
export function filesOfReport(view: View): URLSearchParams {
  if (view.kind !== "publication") return choiceInAddress(view);
  return new URLSearchParams({ release: String(view.release?.number), view: "publication" });
}

/** The same for what coders gave. */
export function filesByCoder(sample: string, release: View["release"]): URLSearchParams {
  const chosen = codedChoiceInAddress(sample, release);
  chosen.delete("by");
  return chosen;
}
