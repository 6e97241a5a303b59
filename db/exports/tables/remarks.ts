import { type Made, makerInWords } from "@/domain/dataset/made";
import { formatDateTime } from "@/domain/dates";
import { releaseInWords } from "@/domain/releases/release";
import { withheldInWords, withheldNote } from "@/domain/tables/cell-text";
import type { View } from "@/domain/tables/shown-table";
import type { ReleaseGiven } from "../../releases/releases";
import { demonstration } from "../notes";

/** What files of tables are made of, by whom, and when. */
export interface TablesSource {
  readonly view: Pick<View, "kind" | "withheldUpTo">;
  readonly release: ReleaseGiven | null;
  readonly made: Made;
  /** Whether it is the demonstration, in which nothing is real. */
  readonly invented: boolean;
}

/** What is said of every table in a file, a sentence each. For use inside db/. */
export function remarksOn(source: TablesSource): string[] {
  const { view, invented } = source;
  return [
    ...(invented ? [demonstration] : []),
    ...forWhom[view.kind],
    originOf(source),
    ...(view.kind === "publication" ? whatIsWithheld(view.withheldUpTo) : []),
  ];
}

const forWhom = {
  team: ["For the team, and not for publication: some figures may rest on few cases."],
  leads: ["For leads, and not for publication: it shows what single coders gave."],
  publication: [],
};

/** The release, so that the same tables are the same to the byte; for those of now the minute. */
function originOf({ view, release, made }: TablesSource): string {
  if (!release)
    return `Latest version of each case on ${formatDateTime(made.at)}, made ${makerInWords(made.by)}.`;
  const maker = view.kind !== "publication" ? `, made ${makerInWords(release.madeBy)}` : "";
  return `${releaseInWords(release)}${maker}, SHA-256 ${release.sha256}.`;
}

/** What a publication withholds, in words. For use inside db/. */
export function whatIsWithheld(withheldUpTo: number): string[] {
  return [withheldNote, ...withheldInWords(withheldUpTo)];
}
