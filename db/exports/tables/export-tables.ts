import type { Made } from "@/domain/dataset/made";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { analysesTables } from "@/domain/tables/analyses/tables";
import { takenByCoder } from "@/domain/tables/coders/tables";
import { figuresOf } from "@/domain/tables/figures";
import { withheldIn } from "@/domain/tables/published-table";
import { shownTable } from "@/domain/tables/shown-table";
import { type TableFile, tableFileNamed } from "@/domain/tables/table-files";
import { mayExport } from "@/domain/workflow";
import { record } from "../../audit";
import type { Viewer } from "../../people/people";
import { type ReleaseGiven, releaseToGive, releaseToPublish } from "../../releases/releases";
import { write } from "../../store/store";
import { getContextFigures } from "../../study/context-figures";
import { studyKind } from "../../study/study";
import { getAnalyses } from "../../tables/analyses";
import { getByCoder } from "../../tables/by-coder";
import { isChosen } from "../../tables/cases-behind";
import type { TablesAsked } from "../../tables/report";
import { getTables, type TablesForReaders } from "../../tables/tables";
import { expectDocuments } from "../apart";
import { contentOf, type TablesToTake } from "./content";

/** Tables as a file, and who made it when. */
export interface TablesTaken {
  readonly bytes: Buffer;
  readonly made: Made;
}

/**
 * One file of tables and charts: those of the team, made of the samples that are chosen, or those of
 * a release as they may be published; what is worked out beside them, and for leads what coders gave,
 * which are never for publication. The transfer is logged. The same tables give the same bytes in
 * the same minute, which they say, those of a release always. Not found for those who may not export or may not see the page
 * of the table, and when there is no such file, release or sample; refused without an analysed case,
 * for publication without a release, and while a case of the release is being rated again, or for
 * publication one of a release before it.
 */
export async function exportTables(
  viewer: Viewer,
  name: string,
  asked: TablesForReaders,
): Promise<Outcome<TablesTaken>> {
  const file = tableFileNamed(name);
  if (!file || !mayExport(viewer)) return notFound;
  // It starts while the tables are counted.
  expectDocuments();
  const found = await tablesOfPage[file.page](viewer, asked, file);
  if (found.kind !== "done") return found;
  if (!found.value) return refused("tables", "There is no analysed case");
  const { tables, view } = found.value;
  if (view.kind !== "publication" && !isChosen(choiceAsked(asked, view), view.choice))
    return notFound;
  if (file.table !== null && !tables.some(({ shown }) => shown.name === file.table))
    return notFound;
  const logged = await logTaken(viewer, file, view);
  if (logged.kind !== "done") return logged;
  const by = viewer.isCommandLine ? null : viewer.name;
  const made = { by, at: new Date().toISOString() };
  const { kind, withheldUpTo } = view;
  const source = { ...logged.value, view: { kind, withheldUpTo }, made };
  return done({ bytes: await contentOf(file, found.value, source), made });
}

/** The tables of each page, made by what the page is made by. */
const tablesOfPage = {
  async report(viewer: Viewer, asked: TablesForReaders): Promise<Outcome<TablesToTake | null>> {
    const found = await getTables(viewer, asked);
    if (found.kind !== "done") return found;
    if (!found.value) return done(null);
    const { tables: all, view } = found.value;
    const tables = all.map((table) => ({
      shown: shownTable(table, all, view),
      figures: figuresOf(table),
    }));
    const elsewhere = view.release ? null : await getContextFigures(viewer);
    return done({ view, tables, withheld: all.flatMap(withheldIn), elsewhere });
  },
  async analyses(
    viewer: Viewer,
    { forPublication, ...asked }: TablesForReaders,
    { table }: TableFile,
  ): Promise<Outcome<TablesToTake | null>> {
    if (forPublication) return notFound;
    const intervals = table === "table_10_intervals" || table === "table_5_intervals";
    const found = await getAnalyses(viewer, { ...asked, intervals });
    if (found.kind !== "done") return found;
    if (!found.value) return done(null);
    const view = { ...found.value, kind: "team" } as const;
    return done({ view, tables: analysesTables(view), withheld: [], elsewhere: null });
  },
  async coders(
    viewer: Viewer,
    { forPublication, release, thisSample }: TablesForReaders,
  ): Promise<Outcome<TablesToTake | null>> {
    if (forPublication) return notFound;
    const found = await getByCoder(viewer, { release, thisSample });
    if (found.kind !== "done") return found;
    if (!found.value) return done(null);
    const choice = { thisSample: found.value.sample, earlierSamples: [] };
    const view = { ...found.value, choice, kind: "leads" } as const;
    return done({ view, tables: takenByCoder(view), withheld: [], elsewhere: null });
  },
};

/** Of what coders gave there is a choice of one sample alone. */
function choiceAsked(
  { earlierSamples, ...asked }: TablesForReaders,
  { kind }: TablesToTake["view"],
): TablesAsked {
  return kind === "leads" ? asked : { ...asked, earlierSamples };
}

/** Logs that tables are taken away; those of a release as long as it still may be given. */
function logTaken(
  viewer: Viewer,
  file: TableFile,
  view: TablesToTake["view"],
): Promise<Outcome<{ release: ReleaseGiven | null; invented: boolean }>> {
  const number = view.release?.number ?? null;
  return write(async (tx) => {
    const toGive = view.kind === "publication" ? releaseToPublish : releaseToGive;
    const given = number === null ? done(null) : await toGive(tx, viewer, number);
    if (given.kind !== "done") return given;
    const subject = `${file.name}, ${chosenInWords(view)}`;
    await record(tx, viewer, { action: "exported the dataset", subject });
    return done({ release: given.value, invented: (await studyKind(tx)) === "demonstration" });
  });
}

/** Example: "release 1, sample 2015 beside 2012, 2013"; "release 1, for publication". */
function chosenInWords({ kind, release, choice }: TablesToTake["view"]): string {
  const beside = choice.earlierSamples.join(", ");
  const samples = `sample ${choice.thisSample}${beside === "" ? "" : ` beside ${beside}`}`;
  return [
    ...(release ? [`release ${release.number}`] : []),
    kind === "publication" ? "for publication" : samples,
  ].join(", ");
}
