import { and, asc, eq } from "drizzle-orm";
import type { CaseRecord } from "@/domain/case-record/case-record";
import { withoutRatingsTold } from "@/domain/case-record/own-words";
import { isFromBeforeOpening, mayReadOwnWords } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { caseActions, caseRecords, cases, practicePoints } from "../schema";
import type { Db } from "../store/engine";
import { yesOrNo } from "./case-facts";

/**
 * What the viewer may read of what people wrote in their own words in the record of a case: all that
 * stood in a revision that they may read, and what they wrote themselves, which is what no revision
 * before theirs has. For use inside db/.
 */
export async function textsTold(
  db: Db,
  viewer: Viewer,
  caseId: string,
): Promise<ReadonlySet<string>> {
  const revisions = await db
    .select({
      revision: caseRecords.revision,
      by: caseRecords.recordedBy,
      isTold: yesOrNo(mayReadOwnWords(viewer, caseRecords)),
    })
    .from(caseRecords)
    // With another table beside them, Drizzle names the columns with that of their own.
    .innerJoin(cases, eq(cases.id, caseRecords.caseId))
    .where(eq(caseRecords.caseId, caseId))
    .orderBy(asc(caseRecords.revision));
  const texts = await textsByRevision(db, caseId);
  const told = new Set<string>();
  const stoodBefore = new Set<string>();
  for (const { revision, by, isTold } of revisions) {
    const own = texts.get(revision) ?? [];
    for (const text of own)
      if (isTold || (by === viewer.id && !stoodBefore.has(text))) told.add(text);
    for (const text of own) stoodBefore.add(text);
  }
  return told;
}

/**
 * What the dataset tells of the record of a case: all of it where it has the case with its ratings,
 * and else nothing that people wrote in it since the case opened. It is the same whoever asks and
 * whenever, so that a release stays the same. For use inside db/.
 */
export async function toldInDataset(
  db: Db,
  { id, versionId }: { readonly id: string; readonly versionId: string | null },
): Promise<(record: CaseRecord) => CaseRecord> {
  if (versionId !== null) return (record) => record;
  const told = await textsFromBeforeOpening(db, id);
  return (record) => withoutRatingsTold(record, told);
}

async function textsFromBeforeOpening(db: Db, caseId: string): Promise<ReadonlySet<string>> {
  const revisions = await db
    .select({ revision: caseRecords.revision })
    .from(caseRecords)
    .innerJoin(cases, eq(cases.id, caseRecords.caseId))
    .where(and(eq(caseRecords.caseId, caseId), isFromBeforeOpening(caseRecords)));
  const texts = await textsByRevision(db, caseId);
  return new Set(revisions.flatMap(({ revision }) => texts.get(revision) ?? []));
}

async function textsByRevision(db: Db, caseId: string): Promise<Map<number, string[]>> {
  const { revision, caseTypeDetail, incidentRationale, exclusionReason } = caseRecords;
  const single = [caseTypeDetail, incidentRationale, exclusionReason].map((text) =>
    db.select({ revision, text }).from(caseRecords).where(eq(caseRecords.caseId, caseId)),
  );
  const inRows = [practicePoints, caseActions].map((table) =>
    db
      .select({ revision: table.revision, text: table.description })
      .from(table)
      .where(eq(table.caseId, caseId)),
  );
  const texts = new Map<number, string[]>();
  for (const rows of await Promise.all([...single, ...inRows]))
    for (const row of rows) texts.set(row.revision, [...(texts.get(row.revision) ?? []), row.text]);
  return texts;
}
