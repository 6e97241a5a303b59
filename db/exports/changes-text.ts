import { markFormulas } from "@/domain/dataset/formulas";
import { formatDate } from "@/domain/dates";
import { releaseInWords } from "@/domain/releases/release";
import { changesAsText } from "@/domain/releases/words";
import type { Viewer } from "../people/people";
import { changesSince } from "../releases/changes";
import { lastRelease, whenMade } from "../releases/state";
import type { Db } from "../store/engine";
import type { Source } from "./notes";

/**
 * What changed since the last release before what is exported, in its cases, as plain text. The note
 * of a release goes along with it. What a spreadsheet could take for a formula is marked as in CSV. For
 * use inside db/.
 */
export async function changesText(
  db: Db,
  viewer: Viewer,
  { choice, release }: Pick<Source, "choice" | "release">,
): Promise<string> {
  const before = release ? release.number - 1 : ((await lastRelease(db)) ?? 0);
  const start = release ? [releaseInWords(release), "", markFormulas(release.note), ""] : [];
  return [...start, ...(await lines(db, viewer, before, choice)), ""].join("\n");
}

async function lines(
  db: Db,
  viewer: Viewer,
  before: number,
  choice: Source["choice"],
): Promise<string[]> {
  if (before === 0)
    return [choice.release === null ? "There is no release yet." : "It is the first release."];
  const changes = await changesSince(db, viewer, before, choice);
  const day = formatDate(await whenMade(db, before));
  return changesAsText(`Changes since release ${before} of ${day}`, changes, choice);
}
