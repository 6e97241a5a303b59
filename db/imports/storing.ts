import { sql } from "drizzle-orm";
import type { CaseRecord } from "@/domain/case-record/case-record";
import {
  caseActions,
  caseRecords,
  cases,
  datasetRatings,
  datasetVersions,
  importCases,
  importTotals,
  indexChildren,
  involvementPeriods,
  practicePoints,
} from "../schema";
import type { Db } from "../store/engine";
import { manyRows } from "./many-rows";
import { risingKeys } from "./rising-keys";
import { storeRatings } from "./storing-ratings";
import type { Weighed } from "./weigh";

/** An import that is being made: by whom, when and why. For use inside db/. */
export interface Making {
  readonly importId: string;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
  readonly codebookVersion: string;
}

/** A revision of a record, to be stored with its reason. */
export interface NewRevision {
  readonly caseId: string;
  readonly revision: number;
  readonly reason: string;
  readonly record: CaseRecord;
}

/** Gives a function that stores many revisions of records, all recorded at once. For db/. */
export function storeRecords(
  tx: Db,
  by: { readonly at: string; readonly by: string | null },
): (revisions: readonly NewRevision[]) => Promise<void> {
  const toRecords = manyRows(tx, caseRecords, [
    ...(["caseId", "revision", "sample", "submissionKind", "methodology", "caseType"] as const),
    ...(["caseTypeDetail", "involvement", "incidentType", "incidentRationale"] as const),
    ...(["motherAge", "motherAgeBand", "included", "exclusionReason"] as const),
    ...(["reason", "recordedAt", "recordedBy"] as const),
  ]);
  const place = ["caseId", "revision", "position"] as const;
  const toPeriods = manyRows(tx, involvementPeriods, [...place, "startDate", "endDate", "subject"]);
  const toChildren = manyRows(tx, indexChildren, [...place, "ageYears", "sex", "outcome"]);
  const toPractice = manyRows(tx, practicePoints, [...place, "kind", "theme", "description"]);
  const toActions = manyRows(tx, caseActions, [...place, "description", "status"]);
  return async (revisions) => {
    await toRecords(
      revisions.map(({ record, ...made }) => ({
        ...record,
        ...made,
        recordedAt: by.at,
        recordedBy: by.by,
      })),
    );
    const placed = <T extends object>(itemsOf: (record: CaseRecord) => readonly T[]) =>
      revisions.flatMap(({ caseId, revision, record }) =>
        itemsOf(record).map((item, index) => ({ ...item, caseId, revision, position: index + 1 })),
      );
    await toPeriods(placed((record) => record.periods));
    await toChildren(placed((record) => record.children));
    await toPractice(placed((record) => record.practice));
    await toActions(placed((record) => record.actions));
  };
}

type New = Weighed & { readonly kind: "new" };
/** A new case that was weighed, and the id that it gets. */
export type Made = New & { readonly caseId: string };

/**
 * Gives a function that stores what was weighed: new cases, with their levels and ratings, and
 * changed records. Drafts that are refused or change nothing leave no row, but for totals that
 * differ. For use inside db/.
 */
export function storeWeighed(tx: Db, making: Making): (chunk: readonly Weighed[]) => Promise<void> {
  const { importId, at, by, reason, codebookVersion } = making;
  const toCases = manyRows(tx, cases, [
    ...(["id", "reference", "origin", "codebookVersion", "madeAt", "madeBy"] as const),
  ]);
  const toRecords = storeRecords(tx, { at, by });
  const toVersions = storeLevels(tx, making);
  const toSubmissions = storeRatings(tx, making);
  const toImportCases = manyRows(tx, importCases, [
    ...(["importId", "caseId", "reference", "kind", "revision", "version", "ratingSets"] as const),
  ]);
  const toTotals = manyRows(tx, importTotals, [
    ...(["importId", "caseId", "field", "stated", "computed"] as const),
  ]);
  const newCase = risingKeys();
  return async (chunk) => {
    const made: Made[] = chunk.flatMap((each) =>
      each.kind === "new" ? [{ ...each, caseId: newCase() }] : [],
    );
    const changed = chunk.flatMap((each) =>
      each.kind === "changed" ? [{ ...each, caseId: each.standing.id }] : [],
    );
    await toCases(
      made.map(({ caseId, draft }) => ({
        id: caseId,
        reference: draft.reference,
        origin: draft.origin ?? "imported",
        codebookVersion,
        madeAt: at,
        madeBy: by,
      })),
    );
    await toRecords(
      made.map(({ caseId, record }) => ({ caseId, revision: 1, reason: "", record })),
    );
    await toRecords(
      changed.map(({ caseId, record, standing }) => ({
        caseId,
        revision: standing.revision + 1,
        reason,
        record,
      })),
    );
    await toVersions(made);
    await toSubmissions(made);
    await toImportCases([
      ...made.map(({ caseId, draft }) => ({
        importId,
        caseId,
        reference: draft.reference,
        kind: "new" as const,
        revision: 1,
        version: draft.levels === null ? null : versionOf(draft),
        ratingSets: draft.ratings.length,
      })),
      ...changed.map(({ caseId, standing }) => ({
        importId,
        caseId,
        reference: standing.reference,
        kind: "changed" as const,
        revision: standing.revision + 1,
        version: null,
        ratingSets: 0,
      })),
    ]);
    await toTotals(
      [...made, ...changed, ...unchangedIn(chunk)].flatMap((each) =>
        each.totals
          .filter(({ field }) => field !== "risk_rating" || isCommitted(each))
          .map((total) => ({ importId, caseId: each.caseId, ...total })),
      ),
    );
  };
}

function unchangedIn(chunk: readonly Weighed[]) {
  return chunk.flatMap((each) =>
    each.kind === "unchanged" ? [{ ...each, caseId: each.standing.id }] : [],
  );
}

// A stated risk rating is a rating: it is kept beside agreed levels only.
function isCommitted(each: Exclude<Weighed, { kind: "refused" }>): boolean {
  return each.kind === "new" ? each.draft.levels !== null : each.standing.agreed !== null;
}

// A day alone is that of a first version.
function versionOf({ commitment }: New["draft"]): number {
  return commitment?.version ?? 1;
}

function storeLevels(tx: Db, { at, by, codebookVersion }: Making) {
  const toVersions = manyRows(
    tx,
    datasetVersions,
    [...(["id", "caseId", "version", "codebookVersion", "committedAt", "committedBy"] as const)],
    { recordRevision: sql`1` },
  );
  const level = ["versionId", "codebookVersion", "factor", "level"] as const;
  const toRatings = manyRows(tx, datasetRatings, level, { reason: sql`''`, tags: sql`'[]'` });
  const toDecided = manyRows(tx, datasetRatings, [...level, "way", "reason", "tags"]);
  const newVersion = risingKeys();
  return async (made: readonly Made[]) => {
    const versions = made.flatMap(({ caseId, draft }) => {
      const { levels, commitment, decided = {} } = draft;
      if (levels === null) return [];
      const committedAt = commitment?.on ?? at;
      const version = versionOf(draft);
      return [{ id: newVersion(), caseId, version, committedAt, levels, decided }];
    });
    await toVersions(versions.map((each) => ({ ...each, codebookVersion, committedBy: by })));
    const rows = versions.flatMap(({ id, levels, decided }) =>
      Object.entries(levels).map(([factor, level]) => ({
        ...{ versionId: id, codebookVersion, factor, level },
        decided: decided[factor],
      })),
    );
    await toRatings(rows.filter(({ decided }) => !decided));
    await toDecided(
      rows.flatMap(({ decided, ...row }) => (decided ? [{ ...row, ...decided }] : [])),
    );
  };
}
