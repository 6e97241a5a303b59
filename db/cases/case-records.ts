import { and, asc, eq, or, sql } from "drizzle-orm";
import {
  type CaseAction,
  type CaseRecord,
  type IndexChild,
  type Period,
  type PracticePoint,
  type Section,
  type SectionFacts,
  sameFacts,
  sections,
} from "@/domain/case-record/case-record";
import { withCurrentCodes } from "@/domain/case-record/codes";
import { mergedSince } from "@/domain/case-record/merged-since";
import { outputsMoved } from "@/domain/case-record/outputs";
import { sectionsUntold, withTextsTold } from "@/domain/case-record/own-words";
import { changesInWords, type FactChange } from "@/domain/case-record/words";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { reasonFrom, reasonSchema } from "@/domain/reason";
import { mayChangeRecord } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { mayLearnReasons } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import {
  caseActions,
  caseRecords,
  indexChildren,
  involvementPeriods,
  people,
  practicePoints,
} from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";
import { currentCodeLists } from "../study/code-lists";
import { mergedAsAt } from "../study/merged-as-at";
import { type KnownCase, knownCase } from "./case-facts";
import { textsTold } from "./told-texts";

/** A case's record, and what the viewer may do with it. */
export interface RecordView {
  readonly reference: string;
  readonly record: CaseRecord;
  /** The revision that this is. */
  readonly revision: number;
  /** Whether a change needs a reason, because the case is in the dataset. */
  readonly committed: boolean;
  readonly mayChange: boolean;
  /** The sections in which not all is told to the viewer, and which they cannot change as long. */
  readonly untold: readonly Section[];
}

/**
 * The record of a case as it is now, but for what people wrote in it that the viewer may not read yet;
 * null when there is no case that they may know of.
 */
export async function getCaseRecord(viewer: Viewer, reference: string): Promise<RecordView | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  return found && viewOf(db, viewer, found);
}

async function viewOf(db: Db, viewer: Viewer, found: KnownCase): Promise<RecordView> {
  const record = await currentRecord(db, found, await currentCodeLists(db));
  const told = withTextsTold(record, await textsTold(db, viewer, found.id));
  return {
    reference: found.reference,
    record: told,
    revision: found.recordRevision,
    committed: found.facts.versions > 0,
    mayChange: mayChangeRecord(viewer),
    untold: sectionsUntold(record, told),
  };
}

// What was merged in a code list since counts as the other value.
async function currentRecord(db: Db, found: KnownCase, lists: CodeLists): Promise<CaseRecord> {
  return withCurrentCodes(await recordAt(db, found.id, found.recordRevision), lists);
}

const singleFacts = {
  sample: caseRecords.sample,
  submissionKind: caseRecords.submissionKind,
  methodology: caseRecords.methodology,
  caseType: caseRecords.caseType,
  caseTypeDetail: caseRecords.caseTypeDetail,
  involvement: caseRecords.involvement,
  incidentType: caseRecords.incidentType,
  incidentRationale: caseRecords.incidentRationale,
  motherAge: caseRecords.motherAge,
  motherAgeBand: caseRecords.motherAgeBand,
  included: caseRecords.included,
  exclusionReason: caseRecords.exclusionReason,
};

/** One revision of a case's record, whole. For use inside db/. */
export async function recordAt(db: Db, caseId: string, revision: number): Promise<CaseRecord> {
  const rows = await db
    .select(singleFacts)
    .from(caseRecords)
    .where(and(eq(caseRecords.caseId, caseId), eq(caseRecords.revision, revision)));
  return {
    ...theRow(rows, "A case has no record"),
    periods: await periodsAt(db, caseId, revision),
    children: await childrenAt(db, caseId, revision),
    practice: await practiceAt(db, caseId, revision),
    actions: await actionsAt(db, caseId, revision),
  };
}

type ListTable =
  | typeof indexChildren
  | typeof involvementPeriods
  | typeof practicePoints
  | typeof caseActions;

const ofRevision = (table: ListTable, caseId: string, revision: number) =>
  and(eq(table.caseId, caseId), eq(table.revision, revision));

/** The involvement periods of a revision, in their order. For use inside db/. */
export function periodsAt(db: Db, caseId: string, revision: number): Promise<Period[]> {
  const { startDate, endDate, subject, position } = involvementPeriods;
  return db
    .select({ startDate, endDate, subject })
    .from(involvementPeriods)
    .where(ofRevision(involvementPeriods, caseId, revision))
    .orderBy(asc(position));
}

/** The index children of a revision, in their order. For use inside db/. */
export function childrenAt(db: Db, caseId: string, revision: number): Promise<IndexChild[]> {
  const { ageYears, sex, outcome, position } = indexChildren;
  return db
    .select({ ageYears, sex, outcome })
    .from(indexChildren)
    .where(ofRevision(indexChildren, caseId, revision))
    .orderBy(asc(position));
}

function practiceAt(db: Db, caseId: string, revision: number): Promise<PracticePoint[]> {
  const { kind, theme, description, position } = practicePoints;
  return db
    .select({ kind, theme, description })
    .from(practicePoints)
    .where(ofRevision(practicePoints, caseId, revision))
    .orderBy(asc(position));
}

function actionsAt(db: Db, caseId: string, revision: number): Promise<CaseAction[]> {
  const { description, status, position } = caseActions;
  return db
    .select({ description, status })
    .from(caseActions)
    .where(ofRevision(caseActions, caseId, revision))
    .orderBy(asc(position));
}

/** What a lead changes: one section of the record, as they typed it over a revision they saw. */
export interface RecordChange<S extends Section = Section> {
  readonly section: S;
  readonly facts: SectionFacts<S>;
  readonly seenRevision: number;
  readonly reason: string;
  /** Whether they have seen which outputs it moves, and go on. */
  readonly confirmed?: boolean;
}

/**
 * Records a change to one section of a case's record, as the next revision; nothing when nothing
 * is changed. Refused when the record has been changed since, naming what, where not all
 * that stands in the section is told to the viewer, and without a reason for a case that is in the dataset. For such a case a change that is not `confirmed` is not stored:
 * `moves` names the outputs that it would move. Only leads may.
 */
export async function changeRecord(
  viewer: Viewer,
  reference: string,
  change: RecordChange,
): Promise<Outcome<{ stored: boolean; moves: readonly string[] }>> {
  return write(async (tx) => {
    const found = await knownCase(tx, viewer, reference);
    if (!found || !mayChangeRecord(viewer)) return notFound;
    const revision = found.recordRevision;
    const lists = await currentCodeLists(tx);
    const before = await currentRecord(tx, found, lists);
    if (revision !== change.seenRevision) {
      const seen = await seenRecord(tx, found, change.seenRevision, lists);
      return refused("revision", changedSince(seen ? changesInWords(seen, before, lists) : []));
    }
    const after = { ...before, ...change.facts };
    const told = withTextsTold(before, await textsTold(tx, viewer, found.id));
    if (sectionsUntold(before, told).includes(change.section)) return refused("", notToldYet);
    if (sameFacts(before, after)) return done({ stored: true, moves: [] });
    const reason = reasonOf(change.reason, found);
    if (reason.kind !== "done") return reason;
    const moves = found.facts.versions > 0 ? outputsMoved(before, after) : [];
    if (moves.length > 0 && !change.confirmed) return done({ stored: false, moves });
    const by = { recordedBy: personIdOf(viewer), reason: reason.value };
    const made = { caseId: found.id, revision: revision + 1, ...by };
    await insertRecord(tx, made, withCurrentCodes(after, lists));
    await record(tx, viewer, {
      action: "changed the record",
      caseId: found.id,
      subject: sections[change.section].label,
    });
    return done({ stored: true, moves });
  });
}

const notToldYet =
  "Something that stands here was written after the case opened. It can be read and changed when every coder of the case has submitted.";

// Null where there is no such revision before the one that holds: what a page says it saw is sent.
async function seenRecord(db: Db, found: KnownCase, revision: number, lists: CodeLists) {
  const isThere = Number.isInteger(revision) && revision >= 1 && revision < found.recordRevision;
  return isThere ? withCurrentCodes(await recordAt(db, found.id, revision), lists) : null;
}

function changedSince(changes: readonly FactChange[]): string {
  const what = changes.length > 0 ? `: ${changes.map(({ label }) => label).join(", ")}` : "";
  return `This record has been changed since you opened the page${what}. What you typed is still here, and not saved. Compare it with what is recorded now, then save again.`;
}

function reasonOf(typed: string, found: KnownCase): Outcome<string> {
  if (found.facts.versions > 0)
    return reasonFrom(typed, "Say why the record of a committed case is changed");
  const checked = reasonSchema().safeParse(typed);
  if (checked.success) return done(checked.data);
  return refused("reason", checked.error.issues[0]?.message ?? "");
}

/** Stores a revision of a case's record, whole. For use inside db/. */
export async function insertRecord(
  tx: Db,
  made: Pick<
    typeof caseRecords.$inferInsert,
    "caseId" | "revision" | "reason" | "recordedBy" | "recordedAt"
  >,
  { periods, children, practice, actions, ...facts }: CaseRecord,
): Promise<void> {
  await tx.insert(caseRecords).values({ ...facts, ...made });
  const { caseId, revision } = made;
  const placed = <T extends object>(items: readonly T[]) =>
    items.map((item, index) => ({ ...item, caseId, revision, position: index + 1 }));
  if (periods.length > 0) await tx.insert(involvementPeriods).values(placed(periods));
  if (children.length > 0) await tx.insert(indexChildren).values(placed(children));
  if (practice.length > 0) await tx.insert(practicePoints).values(placed(practice));
  if (actions.length > 0) await tx.insert(caseActions).values(placed(actions));
}

/** One revision of a record: what it changed, who recorded it, when and why. */
export interface RevisionInWords {
  readonly revision: number;
  readonly at: string;
  /** Null when it was done from the command line. */
  readonly who: string | null;
  readonly reason: string;
  readonly changes: ReturnType<typeof changesInWords>;
  /** What it changed between values that count as one now. */
  readonly merged: readonly string[];
}

/**
 * Every revision of a case's record, newest first, with what it changed from the one before. Null
 * when there is no case that the viewer may know of. A lead who has read an open case may say in a
 * reason what they read there: reasons are for whoever gave them, and for those who may learn the
 * ratings, or what is committed once something is. So is what was written in the record since it
 * opened.
 */
export async function listRevisions(
  viewer: Viewer,
  reference: string,
): Promise<RevisionInWords[] | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  if (!found) return null;
  const isReasonTold = or(
    eq(caseRecords.recordedBy, viewer.id),
    mayLearnReasons(viewer, sql`${found.id}`),
  );
  const rows = await db
    .select({
      revision: caseRecords.revision,
      at: caseRecords.recordedAt,
      who: people.name,
      reason: sql<string>`(case when ${isReasonTold} then ${caseRecords.reason} else '' end)`,
    })
    .from(caseRecords)
    .leftJoin(people, eq(people.id, caseRecords.recordedBy))
    .where(eq(caseRecords.caseId, found.id))
    .orderBy(asc(caseRecords.revision));
  const lists = await currentCodeLists(db);
  const texts = await textsTold(db, viewer, found.id);
  const told = (one: CaseRecord) => withTextsTold(one, texts);
  const listsAt = await mergedAsAt(db);
  const now = (one: CaseRecord) => withCurrentCodes(one, lists);
  const revisions: RevisionInWords[] = [];
  let before: CaseRecord | null = null;
  for (const row of rows) {
    const after = await recordAt(db, found.id, row.revision);
    const changes = before ? changesInWords(now(before), now(after), lists, told) : [];
    const merged = before ? mergedSince(before, after, listsAt(row.at), lists) : [];
    revisions.unshift({ ...row, changes, merged });
    before = after;
  }
  return revisions;
}
