import { and, asc, eq, sql } from "drizzle-orm";
import type {
  CaseType,
  IncidentType,
  Involvement,
  Methodology,
  MotherAgeBand,
  Registration,
} from "@/domain/cases";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { holds } from "@/domain/people";
import {
  mayAssignCoders,
  mayBeginSecondLook,
  mayEndSecondLook,
  mayHandBack,
  mayHoldOpening,
  mayListCases,
  mayOpenCase,
  mayRate,
  mayReadAgain,
  mayRegisterCase,
  mayReleaseCoder,
  mayReopen,
  mayTakeBack,
  needsCoders,
  type Stage,
  stageOf,
} from "@/domain/workflow";
import { type CaseCoder, codersOf, insertAssignments, whyNotAssignable } from "./assignments";
import { personIdOf, record } from "./audit";
import { mayKnowCase } from "./blinding";
import { type KnownCase, knownCase, knownCases } from "./case-facts";
import { currentCodebook } from "./codebooks";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { theRow } from "./rows";
import { caseRecords, cases, indexChildren, involvementPeriods } from "./schema";
import { reader, write } from "./store";

/** A case as the list shows it. */
export interface CaseListRow {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: CaseType;
  readonly incidentType: IncidentType;
  readonly stage: Stage;
  readonly included: boolean;
  readonly coders: number;
  readonly submitted: number;
}

/** A case with its details, coders and what the viewer may do with it. */
export interface CaseView {
  readonly reference: string;
  readonly sample: string;
  readonly origin: "registered" | "imported";
  readonly caseType: CaseType;
  readonly incidentType: IncidentType;
  readonly methodology: Methodology | null;
  readonly involvement: Involvement | null;
  readonly motherAgeBand: MotherAgeBand | null;
  readonly included: boolean;
  readonly exclusionReason: string;
  readonly children: number;
  readonly periods: number;
  readonly codebookVersion: string;
  readonly registeredAt: string;
  readonly stage: Stage;
  /**
   * Null for viewers to whom it is not told, those who neither lead nor code the case, and for
   * imported cases that nobody codes.
   */
  readonly coders: readonly CaseCoder[] | null;
  /** It has too few coders ever to open. */
  readonly needsCoders: boolean;
  readonly may: {
    readonly assign: boolean;
    readonly goOnWithout: boolean;
    readonly rate: boolean;
    readonly handBack: boolean;
    readonly takeBack: boolean;
    readonly reconcile: boolean;
    readonly reopen: boolean;
    /** Let it wait for a lead, instead of opening by itself. */
    readonly hold: boolean;
    readonly open: boolean;
    readonly beginSecondLook: boolean;
    readonly readAgain: boolean;
    readonly endSecondLook: boolean;
  };
}

/**
 * Registers a case and, when some are given, assigns its coders, both or neither. Only leads may;
 * the reference must be new.
 */
export async function registerCase(
  viewer: Viewer,
  registration: Registration,
  coderIds: readonly string[] = [],
): Promise<Outcome<{ reference: string }>> {
  if (!mayRegisterCase(viewer)) return notFound;
  return write(async (tx) => {
    const { reference, sample, caseType, incidentType } = registration;
    if (await referenceIsTaken(tx, reference))
      return refused("reference", `There is already a case ${reference}`);
    const wrong = await whyNotAssignable(tx, { coderIds, earlier: [] });
    if (coderIds.length > 0 && wrong) return refused("coders", wrong);
    const codebook = await currentCodebook(tx);
    const caseId = await insertCase(tx, viewer, {
      reference,
      sample,
      origin: "registered",
      codebookVersion: codebook.version,
      record: { caseType, incidentType },
    });
    await record(tx, viewer, { action: "registered the case", caseId });
    await insertAssignments(tx, viewer, { caseId, coderIds, joinedLater: false });
    return done({ reference });
  });
}

/** Whether a case has this reference, in capitals or not. For use inside db/. */
export async function referenceIsTaken(tx: Db, reference: string): Promise<boolean> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(sql`lower(${cases.reference}) = ${reference.toLowerCase()}`);
  return rows.length > 0;
}

/** Inserts a case and the first revision of its record. For use inside db/. */
export async function insertCase(
  tx: Db,
  viewer: Viewer,
  made: {
    reference: string;
    sample: string;
    origin: "registered" | "imported";
    codebookVersion: string;
    record: Omit<typeof caseRecords.$inferInsert, "caseId" | "revision">;
  },
): Promise<string> {
  const { record: details, ...rest } = made;
  const stored = await tx
    .insert(cases)
    .values({ ...rest, madeBy: personIdOf(viewer) })
    .returning({ id: cases.id });
  const row = theRow(stored, "A case was not stored");
  await tx
    .insert(caseRecords)
    .values({ ...details, caseId: row.id, revision: 1, recordedBy: personIdOf(viewer) });
  return row.id;
}

/** How many cases a page of the list holds. */
export const casesPerPage = 100;

/**
 * The cases that the viewer may know of, by reference, a page at a time: those after `after`, of a
 * sample, at a stage. Null for those who do not work on cases. `next` continues the list.
 */
export async function listCases(
  viewer: Viewer,
  filter: { sample?: string; stage?: Stage; after?: string },
): Promise<{ rows: CaseListRow[]; next: string | null } | null> {
  if (!mayListCases(viewer)) return null;
  const rows: CaseListRow[] = [];
  let after = filter.after;
  for (;;) {
    const page = await knownCases(reader(), viewer, {
      sample: filter.sample,
      after,
      limit: casesPerPage,
    });
    for (const found of page) {
      if (filter.stage !== undefined && stageOf(found.facts) !== filter.stage) continue;
      if (rows.length === casesPerPage)
        return { rows, next: rows[rows.length - 1]?.reference ?? null };
      rows.push(listRow(found));
    }
    after = page[page.length - 1]?.reference;
    if (page.length < casesPerPage || after === undefined) return { rows, next: null };
  }
}

function listRow({ facts, ...found }: KnownCase): CaseListRow {
  return {
    reference: found.reference,
    sample: found.sample,
    caseType: found.caseType,
    incidentType: found.incidentType,
    stage: stageOf(facts),
    included: found.included,
    coders: facts.coders,
    submitted: facts.coders - facts.waitingFor,
  };
}

/** The samples of the cases that the viewer may know of, in order. */
export async function listSamples(viewer: Viewer): Promise<string[]> {
  const rows = await reader()
    .selectDistinct({ sample: cases.sample })
    .from(cases)
    .where(mayKnowCase(viewer, sql`cases.id`))
    .orderBy(asc(cases.sample));
  return rows.map((row) => row.sample);
}

/** A case with its details and coders; null when there is none that the viewer may know of. */
export async function getCase(viewer: Viewer, reference: string): Promise<CaseView | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  if (!found) return null;
  const { facts, own } = found;
  const takesPart = holds(viewer, "lead") || own.assigned;
  const neverCoded = found.origin === "imported" && facts.coders === 0;
  return {
    reference: found.reference,
    sample: found.sample,
    origin: found.origin,
    caseType: found.caseType,
    incidentType: found.incidentType,
    methodology: found.methodology,
    involvement: found.involvement,
    motherAgeBand: found.motherAgeBand,
    included: found.included,
    exclusionReason: found.exclusionReason,
    children: await countOf(db, indexChildren, found),
    periods: await countOf(db, involvementPeriods, found),
    codebookVersion: found.codebookVersion,
    registeredAt: found.madeAt,
    stage: stageOf(facts),
    coders: takesPart && !neverCoded ? await codersOf(db, found.id) : null,
    needsCoders: needsCoders(facts),
    may: {
      assign: mayAssignCoders(viewer, facts),
      goOnWithout: mayReleaseCoder(viewer, facts),
      rate: mayRate(facts, own),
      handBack: mayHandBack(facts, own),
      takeBack: mayTakeBack(facts, own),
      reconcile: takesPart && facts.underWay && facts.waitingFor === 0,
      reopen: mayReopen(viewer, facts),
      hold: mayHoldOpening(viewer, facts),
      open: mayOpenCase(viewer, facts),
      beginSecondLook: mayBeginSecondLook(viewer, facts),
      readAgain: mayReadAgain(facts, own),
      endSecondLook: mayEndSecondLook(viewer, facts),
    },
  };
}

async function countOf(
  db: Db,
  table: typeof indexChildren | typeof involvementPeriods,
  found: KnownCase,
): Promise<number> {
  const rows = await db
    .select({ position: table.position })
    .from(table)
    .where(and(eq(table.caseId, found.id), eq(table.revision, found.recordRevision)));
  return rows.length;
}
