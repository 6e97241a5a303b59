import type { Made } from "@/domain/dataset/made";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import type { View } from "@/domain/tables/shown-table";
import { type TableFile, tableFileNamed } from "@/domain/tables/table-files";
import { mayExport } from "@/domain/workflow";
import { record } from "../../audit";
import type { Viewer } from "../../people";
import { type ReleaseGiven, releaseToGive } from "../../releases/releases";
import { write } from "../../store";
import { studyKind } from "../../study";
import { isChosen } from "../../tables/cases-behind";
import { getTables, type TablesForReaders } from "../../tables/tables";
import { contentOf } from "./content";

/** Tables as a file, and who made it when. */
export interface TablesTaken {
  readonly bytes: Buffer;
  readonly made: Made;
}

/**
 * One file of tables and charts: those of the team, made of the samples that are chosen, or those of
 * a release as they may be published. The transfer is logged. The same tables give the same bytes on
 * the same day, those of a release always. Not found for those who may not export, and when there is
 * no such file, release or sample; refused without an analysed case, for publication without a
 * release, and while a case of the release is being rated again.
 */
export async function exportTables(
  viewer: Viewer,
  name: string,
  asked: TablesForReaders,
): Promise<Outcome<TablesTaken>> {
  const file = tableFileNamed(name);
  if (!file || !mayExport(viewer)) return notFound;
  const found = await getTables(viewer, asked);
  if (found.kind !== "done") return found;
  if (!found.value) return refused("tables", "There is no analysed case");
  const { tables, view } = found.value;
  if (view.kind === "team" && !isChosen(asked, view.choice)) return notFound;
  if (file.output !== null && !tables.some(({ kind }) => kind.output === file.output))
    return notFound;
  const logged = await logTaken(viewer, file, view);
  if (logged.kind !== "done") return logged;
  const by = viewer.isCommandLine ? null : viewer.name;
  const made = { by, at: new Date().toISOString() };
  const source = { ...logged.value, view, made };
  return done({ bytes: await contentOf(file, tables, source), made });
}

/** Logs that tables are taken away; those of a release as long as it still may be given. */
function logTaken(
  viewer: Viewer,
  file: TableFile,
  view: View,
): Promise<Outcome<{ release: ReleaseGiven | null; invented: boolean }>> {
  const number = view.release?.number ?? null;
  return write(async (tx) => {
    const given = number === null ? done(null) : await releaseToGive(tx, viewer, number);
    if (given.kind !== "done") return given;
    const subject = `${file.name}, ${chosenInWords(view)}`;
    await record(tx, viewer, { action: "exported the dataset", subject });
    return done({ release: given.value, invented: (await studyKind(tx)) === "demonstration" });
  });
}

/** Example: "release 1, sample 2015 beside 2012, 2013"; "release 1, for publication". */
function chosenInWords({ kind, release, choice }: View): string {
  const beside = choice.earlierSamples.join(", ");
  const samples = `sample ${choice.thisSample}${beside === "" ? "" : ` beside ${beside}`}`;
  return [
    ...(release ? [`release ${release.number}`] : []),
    kind === "publication" ? "for publication" : samples,
  ].join(", ");
}
