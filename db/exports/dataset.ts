import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import {
  childColumns,
  childRow,
  type DatasetRecord,
  type DatasetRow,
  longColumns,
  longRows,
  periodColumns,
  periodRow,
  wideColumns,
  wideRow,
} from "@/domain/dataset/columns";
import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayExport } from "@/domain/workflow";
import { record } from "../audit";
import { mayLearnCommitted } from "../blinding";
import { isCurrentRecord } from "../case-facts";
import { childrenAt, periodsAt } from "../case-records";
import { currentCodeLists } from "../code-lists";
import { currentCodebook, getCodebook } from "../codebooks";
import { isLatestVersion } from "../dataset";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { caseRecords, cases, datasetRatings, datasetVersions } from "../schema";
import { reader, write } from "../store";

/** The files of an export, by what they hold. */
export const exportFiles = {
  "agreed-ratings.csv": "Agreed ratings, one row per case",
  "agreed-ratings-long.csv": "Agreed ratings, one row per case and factor",
  "children.csv": "Index children",
  "involvement-periods.csv": "Involvement periods",
} as const;
export type ExportFile = keyof typeof exportFiles;

const casesPerChunk = 500;

/**
 * One file of the dataset as CSV text, a chunk at a time: every case that is committed or
 * excluded, as far as the viewer may know its ratings, with its latest version. The transfer is
 * logged before the first chunk. Not found for those who may not export.
 */
export async function exportDataset(
  viewer: Viewer,
  file: ExportFile,
): Promise<Outcome<AsyncIterable<string>>> {
  if (!mayExport(viewer)) return notFound;
  await write((tx) => record(tx, viewer, { action: "exported the dataset", subject: file }));
  return done(chunksOf(viewer, file));
}

async function* chunksOf(viewer: Viewer, file: ExportFile): AsyncGenerator<string> {
  const db = reader();
  yield lines([], await columnsOf(db, file), true);
  let after = "";
  for (;;) {
    const page = await finishedCases(db, viewer, after);
    const rows = await rowsOf(db, file, page);
    if (rows.length > 0) yield lines(rows, await columnsOf(db, file), false);
    const last = page[page.length - 1];
    if (!last) return;
    after = last.reference;
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function columnsOf(db: Db, file: ExportFile): Promise<readonly string[]> {
  if (file === "agreed-ratings.csv") return wideColumns(await currentCodebook(db));
  if (file === "agreed-ratings-long.csv") return longColumns;
  return file === "children.csv" ? childColumns : periodColumns;
}

// Numbers are written as they are; a text that a spreadsheet could take for a formula is marked.
function lines(rows: readonly DatasetRow[], columns: readonly string[], header: boolean): string {
  return stringify([...rows], {
    columns: [...columns],
    header,
    escape_formulas: true,
    record_delimiter: "unix",
  });
}

type FinishedCase = DatasetRecord & { readonly id: string; readonly recordRevision: number };

async function finishedCases(db: Db, viewer: Viewer, after: string): Promise<FinishedCase[]> {
  const rows = await db
    .select({
      id: cases.id,
      reference: cases.reference,
      sample: caseRecords.sample,
      origin: cases.origin,
      recordRevision: caseRecords.revision,
      caseType: caseRecords.caseType,
      incidentType: caseRecords.incidentType,
      methodology: caseRecords.methodology,
      involvement: caseRecords.involvement,
      motherAge: caseRecords.motherAge,
      motherAgeBand: caseRecords.motherAgeBand,
      included: caseRecords.included,
      exclusionReason: caseRecords.exclusionReason,
      versionId: datasetVersions.id,
      version: datasetVersions.version,
      codebookVersion: datasetVersions.codebookVersion,
      committedOn: datasetVersions.committedAt,
    })
    .from(cases)
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .leftJoin(datasetVersions, and(eq(datasetVersions.caseId, cases.id), isLatestVersion))
    .where(
      and(
        mayLearnCommitted(viewer, cases.id),
        or(isNotNull(datasetVersions.id), eq(caseRecords.included, false)),
        gt(cases.reference, after),
      ),
    )
    .orderBy(asc(cases.reference))
    .limit(casesPerChunk);
  const levels = await levelsOf(
    db,
    rows.flatMap((row) => row.versionId ?? []),
  );
  return rows.map(({ versionId, ...row }) => ({
    ...row,
    levels: versionId === null ? null : (levels.get(versionId) ?? null),
  }));
}

async function levelsOf(
  db: Db,
  versionIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const rows = await db
    .select({
      versionId: datasetRatings.versionId,
      factor: datasetRatings.factor,
      level: datasetRatings.level,
    })
    .from(datasetRatings)
    .where(inArray(datasetRatings.versionId, [...versionIds]));
  const levels = new Map<string, Record<string, string>>();
  for (const { versionId, factor, level } of rows) {
    const own = levels.get(versionId) ?? {};
    own[factor] = level;
    levels.set(versionId, own);
  }
  return levels;
}

async function rowsOf(
  db: Db,
  file: ExportFile,
  page: readonly FinishedCase[],
): Promise<DatasetRow[]> {
  const rows: DatasetRow[] = [];
  const lists = await currentCodeLists(db);
  for (const found of page) {
    const { id, recordRevision, reference } = found;
    if (file === "agreed-ratings.csv" || file === "agreed-ratings-long.csv") {
      const version = found.codebookVersion ?? (await currentCodebook(db)).version;
      const codebook = await getCodebook(version, db);
      if (file === "agreed-ratings.csv") rows.push(wideRow(codebook, lists, found));
      else rows.push(...longRows(codebook, found));
    } else if (file === "children.csv") {
      const children = await childrenAt(db, id, recordRevision);
      rows.push(...children.map((child) => childRow({ reference, ...child })));
    } else {
      const periods = await periodsAt(db, id, recordRevision);
      rows.push(...periods.map((period) => periodRow({ reference, ...period })));
    }
  }
  return rows;
}
