import { caveats } from "@/domain/caveats";
import { done, type Outcome, refused } from "@/domain/outcome";
import { releaseInWords } from "@/domain/releases/release";
import { baseInWords } from "@/domain/tables/base";
import { withheldIn } from "@/domain/tables/published-table";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { releaseToPublish } from "../releases/releases";
import { write } from "../store/store";
import { studyKind } from "../study/study";
import { getPublication, type PublicationView } from "../tables/publication";
import type { ExportFile } from "./dataset";
import { demonstration } from "./notes";
import { sheetOfTable } from "./table-sheet";
import { whatIsWithheld } from "./tables/remarks";
import { type Sheet, workbook } from "./workbook";

/** The tables and charts of a release as they may be published. */
export const publicationFile: ExportFile = {
  name: "publication.xlsx",
  title: "The tables of a release for publication",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * A workbook with the tables and charts of a release as they may be published: a sheet for each,
 * one that lists what is withheld, and notes. The same release gives the same bytes. The transfer
 * is logged. Refused without a release, and while a case of it or of one before it is being rated
 * again. Not found for those who may not export, and when there is no such release.
 */
export async function exportPublication(
  viewer: Viewer,
  release: number | null,
): Promise<Outcome<Buffer>> {
  const view = await getPublication(viewer, release);
  if (view.kind !== "done") return view;
  if (!view.value) return refused("publication", "The release has no analysed case");
  const logged = await logGiven(viewer, view.value.release.number);
  if (logged.kind !== "done") return logged;
  return done(await workbook(sheetsOf(view.value, logged.value.invented)));
}

/** Logs that a release is taken away, as long as it still may be. */
function logGiven(viewer: Viewer, release: number): Promise<Outcome<{ invented: boolean }>> {
  return write(async (tx) => {
    const given = await releaseToPublish(tx, viewer, release);
    if (given.kind !== "done") return given;
    const subject = `${publicationFile.name}, release ${release}`;
    await record(tx, viewer, { action: "exported the dataset", subject });
    return done({ invented: (await studyKind(tx)) === "demonstration" });
  });
}

function sheetsOf(view: PublicationView, invented: boolean): Sheet[] {
  const notes = notesSheet(notesOf(view, invented));
  return [...view.tables.map(sheetOfTable), withheldSheet(view), notes];
}

function withheldSheet({ tables }: PublicationView): Sheet {
  return {
    name: "withheld",
    title: "What is withheld",
    fields: ["table", "line", "column"].map((name) => ({ name, type: "text" as const })),
    rows: tables.flatMap((table) => withheldIn(table).map((place) => ({ ...place }))),
  };
}

interface Note {
  readonly about: string;
  readonly note: string;
}

function notesSheet(notes: readonly Note[]): Sheet {
  return {
    name: "notes",
    title: "What to keep in mind",
    fields: ["about", "note"].map((name) => ({ name, type: "text" as const })),
    rows: notes.map((note) => ({ ...note })),
  };
}

function notesOf(view: PublicationView, invented: boolean): Note[] {
  const { tables, choice, release, withheldUpTo } = view;
  const about = "All tables";
  const general = [
    ...(invented ? [demonstration] : []),
    `${releaseInWords(release)}, SHA-256 ${release.sha256}.`,
    ...whatIsWithheld(withheldUpTo),
  ];
  return [
    ...general.map((note) => ({ about, note })),
    ...caveats.map(({ text }) => ({ about, note: text })),
    ...tables.flatMap((table) => [
      { about: table.kind.title, note: `Base: ${baseInWords(table, tables, choice)}` },
      { about: table.kind.title, note: table.kind.note },
    ]),
  ];
}
