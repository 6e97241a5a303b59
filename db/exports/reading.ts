import { and, asc, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import { withCurrentCodes } from "@/domain/case-record/codes";
import type { DatasetCase } from "@/domain/dataset/case";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { Book } from "@/domain/dataset/table";
import { mayLearnCommitted } from "../blinding";
import { isCurrentRecord } from "../case-facts";
import { recordAt } from "../case-records";
import { currentCodeLists } from "../code-lists";
import { allCodebooks, currentCodebook } from "../codebooks";
import { isLatestVersion } from "../dataset";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { caseRecords, cases, datasetRatings, datasetVersions } from "../schema";

const casesPerChunk = 500;

/** What the tables of the dataset are made by now. For use inside db/. */
export async function bookNow(db: Db): Promise<Book> {
  const codebooks = await allCodebooks(db);
  return {
    lists: await currentCodeLists(db),
    codebook: await currentCodebook(db),
    codebookOf(version) {
      const codebook = codebooks.get(version);
      if (!codebook) throw new Error(`The study has no codebook ${version}`);
      return codebook;
    },
  };
}

/**
 * The cases of a choice that are committed or left out of the analysis, as far as the viewer may
 * know their ratings, by reference, some at a time. For use inside db/.
 */
export async function* datasetCases(
  db: Db,
  viewer: Viewer,
  choice: Cases,
): AsyncGenerator<DatasetCase[]> {
  const { lists } = await bookNow(db);
  for (let after = ""; ; ) {
    const rows = await someCases(db, viewer, choice, after);
    const levels = await levelsOf(
      db,
      rows.flatMap((row) => row.versionId ?? []),
    );
    const found: DatasetCase[] = [];
    for (const { id, revision, versionId, ...row } of rows)
      found.push({
        ...row,
        record: withCurrentCodes(await recordAt(db, id, revision), lists),
        levels: versionId === null ? null : (levels.get(versionId) ?? null),
      });
    if (found.length > 0) yield found;
    const last = rows[casesPerChunk - 1];
    if (!last) return;
    after = last.reference;
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Cases = Pick<ExportChoice, "samples" | "analysedOnly" | "references">;

function someCases(db: Db, viewer: Viewer, choice: Cases, after: string) {
  return db
    .select({
      id: cases.id,
      reference: cases.reference,
      origin: cases.origin,
      revision: caseRecords.revision,
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
        isChosen(choice),
        gt(cases.reference, after),
      ),
    )
    .orderBy(asc(cases.reference))
    .limit(casesPerChunk);
}

function isChosen({ samples, analysedOnly, references }: Cases) {
  const typed = references?.map((reference) => reference.toLowerCase());
  return and(
    samples === null ? undefined : inArray(caseRecords.sample, [...samples]),
    analysedOnly ? eq(caseRecords.included, true) : undefined,
    typed && inArray(sql`lower(${cases.reference})`, typed),
  );
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
