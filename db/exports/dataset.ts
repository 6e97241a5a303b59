import { choiceInWords, type ExportChoice } from "@/domain/dataset/choice";
import { chosenFields } from "@/domain/dataset/chosen-columns";
import { methodsParagraph } from "@/domain/dataset/methods";
import { datasetTables, tableNamed, tablesFor } from "@/domain/dataset/tables";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayExport } from "@/domain/workflow";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { licenceOfRelease } from "../releases/state";
import type { Db } from "../store/engine";
import { atOneMoment, write } from "../store/store";
import { studyKind } from "../study/study";
import { teamSettings } from "../study/team";
import { changesText } from "./changes-text";
import { checkChoice } from "./choice";
import { csvLines } from "./csv";
import { howRated } from "./how-rated";
import type { Source } from "./notes";
import { datasetPackage, datasetWorkbook, spssTable } from "./package";
import { publicationFile } from "./publication";
import { casesFor } from "./ratings";
import { bookOf } from "./reading";
import { sourceOf } from "./source";
import { samplesOf, wholeTables } from "./whole-tables";

/** A file that can be taken away: a table in a format, or the whole dataset. */
export interface ExportFile {
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
}

const csv = "text/csv; charset=utf-8";

/** The files that hold the whole dataset. */
export const wholeFiles: readonly ExportFile[] = [
  {
    name: "dataset.zip",
    title: "All tables in every format, with how to read them",
    mediaType: "application/zip",
  },
  {
    name: "dataset.xlsx",
    title: "All tables as one workbook",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
];

/** The files of an export: the whole dataset first, then each table as CSV and for SPSS. */
export const exportFiles: readonly ExportFile[] = [
  ...wholeFiles,
  ...datasetTables.map(({ name, title }) => ({ name: `${name}.csv`, title, mediaType: csv })),
  ...datasetTables.map(({ name, title }) => ({
    name: `${name}.sav`,
    title,
    mediaType: "application/x-spss-sav",
  })),
];

/** The files that this viewer may have. */
export function exportFilesFor(viewer: Viewer): ExportFile[] {
  const tables = tablesFor(viewer);
  return exportFiles.filter(({ name }) => {
    const table = tableOf(name);
    return !table || tables.includes(table);
  });
}

// The table that a file holds; none for the whole dataset.
const tableOf = (name: string) => tableNamed(name.replace(/\.(csv|sav)$/, ""));

/** The file with this name; undefined when there is none. */
export function exportFileNamed(name: string): ExportFile | undefined {
  return [...exportFiles, publicationFile].find((file) => file.name === name);
}

/**
 * One file of the dataset, some of it at a time: the cases that are committed or left out of the
 * analysis, as far as the viewer may know their ratings, all as they are at one moment; or those of
 * a release, as they were. The transfer is logged before the first bytes. Refused where the choice
 * names what there is not, and while a case of the release is being rated again. Not found for those
 * who may not export, and for a file or a release that there is not, or not for them.
 */
export async function exportDataset(
  viewer: Viewer,
  name: string,
  choice: ExportChoice,
): Promise<Outcome<AsyncIterable<string | Buffer>>> {
  const file = exportFilesFor(viewer).find((one) => one.name === name);
  if (!file || !mayExport(viewer)) return notFound;
  return write(async (tx) => {
    const checked = await checkChoice(tx, viewer, choice);
    if (checked.kind !== "done") return checked;
    const subject = `${file.name}, ${choiceInWords(choice)}`;
    await record(tx, viewer, { action: "exported the dataset", subject });
    const by = viewer.isCommandLine ? null : viewer.name;
    const made = { by, at: new Date().toISOString() };
    return done(atOneMoment((db) => contentOf(db, viewer, file, { choice, made })));
  });
}

async function* contentOf(
  db: Db,
  viewer: Viewer,
  { name }: ExportFile,
  { choice, made }: Pick<Source, "choice" | "made">,
): AsyncGenerator<string | Buffer> {
  // A coder who joins between the answer and its first bytes hides a case of the release.
  const source = await sourceOf(db, viewer, choice);
  if (source.kind !== "done") throw new Error("The release is given to nobody any more");
  const book = await bookOf(db, choice.release);
  const table = tableOf(name);
  if (table && name.endsWith(".csv")) {
    const fields = chosenFields(table, book, choice);
    yield csvLines(fields, [], true);
    for await (const cases of casesFor([table], db, viewer, choice))
      yield csvLines(
        fields,
        cases.flatMap((each) => table.rowsOf(book, each)),
        false,
      );
    return;
  }
  const tables = await wholeTables(db, viewer, book, choice);
  const own = tables.find((one) => one.kind === table);
  const invented = (await studyKind(db)) === "demonstration";
  const { release } = choice;
  const licence =
    release === null ? (await teamSettings(db)).licence : await licenceOfRelease(db, release);
  const about = { book, choice, release: source.value, made, licence, invented };
  if (own) yield spssTable(own, about);
  else if (name === "dataset.xlsx") yield await datasetWorkbook(tables, about);
  else {
    const counts = await howRated(db, viewer, choice);
    yield await datasetPackage(tables, about, {
      samples: await samplesOf(db, tables, source.value),
      changes: await changesText(db, viewer, about),
      methods: counts && methodsParagraph(counts),
    });
  }
}
