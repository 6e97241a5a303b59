import { choiceInWords, type ExportChoice } from "@/domain/dataset/choice";
import { datasetTables, tableNamed } from "@/domain/dataset/tables";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayExport } from "@/domain/workflow";
import { record } from "../audit";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { releaseToGive } from "../releases/releases";
import { atOneMoment, write } from "../store";
import { changesText } from "./changes-text";
import { csvLines } from "./csv";
import { datasetPackage, datasetWorkbook, spssTable } from "./package";
import { bookOf, datasetCases } from "./reading";
import { chosenFields, wholeTables } from "./whole-tables";

/** A file that can be taken away: a table in a format, or the whole dataset. */
export interface ExportFile {
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
}

const csv = "text/csv; charset=utf-8";
const whole: readonly ExportFile[] = [
  {
    name: "dataset.zip",
    title: "Everything in one zip",
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
  ...whole,
  ...datasetTables.map(({ name, title }) => ({ name: `${name}.csv`, title, mediaType: csv })),
  ...datasetTables.map(({ name, title }) => ({
    name: `${name}.sav`,
    title,
    mediaType: "application/x-spss-sav",
  })),
];

/** The file with this name; undefined when there is none. */
export function exportFileNamed(name: string): ExportFile | undefined {
  return exportFiles.find((file) => file.name === name);
}

/**
 * One file of the dataset, some of it at a time: the cases that are committed or left out of the
 * analysis, as far as the viewer may know their ratings, all as they are at one moment; or those of
 * a release, as they were. The transfer is logged before the first bytes. Not found for those who
 * may not export, and for a file or a release that there is not; refused while a case of the
 * release is being rated again.
 */
export async function exportDataset(
  viewer: Viewer,
  name: string,
  choice: ExportChoice,
): Promise<Outcome<AsyncIterable<string | Buffer>>> {
  const file = exportFileNamed(name);
  if (!file || !mayExport(viewer)) return notFound;
  return write(async (tx) => {
    const source = await sourceOf(tx, viewer, choice);
    if (source.kind !== "done") return source;
    const subject = `${file.name}, ${choiceInWords(choice)}`;
    await record(tx, viewer, { action: "exported the dataset", subject });
    return done(atOneMoment((db) => contentOf(db, viewer, file, choice)));
  });
}

async function sourceOf(db: Db, viewer: Viewer, { release }: ExportChoice) {
  return release === null ? done(null) : releaseToGive(db, viewer, release);
}

async function* contentOf(
  db: Db,
  viewer: Viewer,
  { name }: ExportFile,
  choice: ExportChoice,
): AsyncGenerator<string | Buffer> {
  // A coder who joins between the answer and its first bytes hides a case of the release.
  const source = await sourceOf(db, viewer, choice);
  if (source.kind !== "done") throw new Error("The release is given to nobody any more");
  const book = await bookOf(db, choice.release);
  const table = tableNamed(name.replace(/\.(csv|sav)$/, ""));
  if (table && name.endsWith(".csv")) {
    const fields = chosenFields(table, book, choice);
    yield csvLines(fields, [], true);
    for await (const cases of datasetCases(db, viewer, choice))
      yield csvLines(
        fields,
        cases.flatMap((each) => table.rowsOf(book, each)),
        false,
      );
    return;
  }
  const tables = await wholeTables(db, viewer, book, choice);
  const own = tables.find((one) => one.kind === table);
  const about = { codebook: book.codebook, choice, release: source.value };
  if (own) yield spssTable(own);
  else if (name === "dataset.xlsx") yield await datasetWorkbook(tables, about);
  else yield await datasetPackage(tables, about, await changesText(db, viewer, about));
}
