import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Book } from "@/domain/dataset/table";
import {
  type CaseChange,
  type CaseState,
  changeOfCase,
  changesOfLists,
  type DatasetChanges,
  type Reasons,
} from "@/domain/releases/changes";
import { mayLearnCommitted } from "../blinding";
import { recordAt } from "../case-records";
import type { Db } from "../engine";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people";
import { caseRecords, datasetRatings, datasetVersions, reconciliations } from "../schema";
import { type CaseInRelease, type CaseOfState, casesOfRelease, casesOfState } from "./cases";

/**
 * What changed from a release to a later one, or to the dataset as it is now (null), in the cases of
 * these samples or of all. Of a case that is no more in it nothing but its reference is said. For
 * use inside db/, for a later state that the viewer may learn.
 */
export async function changesSince(
  db: Db,
  viewer: Viewer,
  before: number,
  { release, samples }: { readonly release: number | null; readonly samples: Samples },
): Promise<DatasetChanges> {
  const [was, is] = [await bookOf(db, before), await bookOf(db, release)];
  const old = await casesOfRelease(db, before, samples);
  const now = await casesOfState(db, viewer, { release, samples });
  const oldById = new Map(old.map((one) => [one.id, one]));
  const ids = new Set(now.map(({ id }) => id));
  const changed: CaseChange[] = [];
  for (const after of now) {
    const one = oldById.get(after.id);
    if (!one || isWhereItWas(one, after)) continue;
    const change = await changeOf(db, viewer, one, after, is);
    if (change.facts.length > 0 || change.version !== null) changed.push(change);
  }
  const versions = { before: was.codebook.version, after: is.codebook.version };
  return {
    added: now.filter(({ id }) => !oldById.has(id)).map(({ reference }) => reference),
    takenOut: old.filter(({ id }) => !ids.has(id)).map(({ reference }) => reference),
    cases: changed,
    lists: changesOfLists(was.lists, is.lists),
    codebook: versions.before === versions.after ? null : versions,
  };
}

type Samples = readonly string[] | null;

function isWhereItWas(one: CaseInRelease, after: CaseOfState): boolean {
  return one.revision === after.revision && one.versionId === after.versionId;
}

async function changeOf(
  db: Db,
  viewer: Viewer,
  one: CaseInRelease,
  after: CaseOfState,
  { lists, codebook, codebookOf }: Book,
): Promise<CaseChange> {
  const state = await stateOf(db, viewer, after);
  return changeOfCase(
    after.reference,
    await stateOf(db, viewer, one),
    { ...state, version: one.versionId === after.versionId ? null : after.version },
    {
      record: await recordReasons(db, viewer, one, after),
      reopening: await reopeningReasons(db, viewer, one, after),
      levels: state.levelReasons,
    },
    { lists, codebook: codebookOf(after.codebookVersion ?? codebook.version) },
  );
}

interface RatedState extends CaseState {
  readonly levelReasons: Reasons["levels"];
}

async function stateOf(db: Db, viewer: Viewer, at: Place): Promise<RatedState> {
  const record = await recordAt(db, at.id, at.revision);
  if (at.versionId === null) return { record, levels: null, levelReasons: {} };
  const rows = await db
    .select({
      factor: datasetRatings.factor,
      level: datasetRatings.level,
      reason: datasetRatings.reason,
    })
    .from(datasetRatings)
    .innerJoin(datasetVersions, eq(datasetVersions.id, datasetRatings.versionId))
    .where(
      and(
        eq(datasetRatings.versionId, at.versionId),
        mayLearnCommitted(viewer, datasetVersions.caseId),
      ),
    );
  return {
    record,
    levels: Object.fromEntries(rows.map(({ factor, level }) => [factor, level])),
    levelReasons: Object.fromEntries(rows.map(({ factor, reason }) => [factor, reason])),
  };
}

type Place = Pick<CaseInRelease, "id" | "revision" | "versionId" | "version">;

// As on the history of a record: its reasons are told once something is committed.
async function recordReasons(
  db: Db,
  viewer: Viewer,
  before: Place,
  { id, revision, version }: Place,
): Promise<string[]> {
  if (version === null) return [];
  const rows = await db
    .select({ reason: caseRecords.reason })
    .from(caseRecords)
    .where(
      and(
        eq(caseRecords.caseId, id),
        gt(caseRecords.revision, before.revision),
        lte(caseRecords.revision, revision),
        mayLearnCommitted(viewer, caseRecords.caseId),
      ),
    )
    .orderBy(asc(caseRecords.revision));
  return rows.flatMap(({ reason }) => reason || []);
}

async function reopeningReasons(
  db: Db,
  viewer: Viewer,
  before: Place,
  { id, version }: Place,
): Promise<string[]> {
  const rows = await db
    .select({ reason: reconciliations.reason })
    .from(datasetVersions)
    .innerJoin(reconciliations, eq(reconciliations.id, datasetVersions.reconciliationId))
    .where(
      and(
        eq(datasetVersions.caseId, id),
        gt(datasetVersions.version, before.version ?? 0),
        lte(datasetVersions.version, version ?? 0),
        mayLearnCommitted(viewer, datasetVersions.caseId),
      ),
    )
    .orderBy(asc(datasetVersions.version));
  return rows.flatMap(({ reason }) => reason || []);
}
