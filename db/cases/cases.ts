import { sql } from "drizzle-orm";
import { type CaseRecord, emptyRecord } from "@/domain/case-record/case-record";
import { withCurrentCodes } from "@/domain/case-record/codes";
import type { Registration } from "@/domain/cases";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { holds } from "@/domain/people";
import {
  mayAssignCoders,
  mayBeginSecondLook,
  mayEndSecondLook,
  mayHandBack,
  mayHoldOpening,
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
  willWaitForLead,
} from "@/domain/workflow";
import {
  type CaseCoder,
  codersOf,
  insertAssignments,
  whyNotAssignable,
} from "../assignments/assignments";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { cases } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";
import { currentCodeLists } from "../study/code-lists";
import { currentCodebook } from "../study/codebooks";
import { knownCase } from "./case-facts";
import { insertRecord } from "./case-records";

/** A case with its details, coders and what the viewer may do with it. */
export interface CaseView {
  readonly reference: string;
  readonly sample: string;
  readonly origin: "registered" | "imported";
  readonly caseType: string;
  readonly incidentType: string;
  readonly included: boolean;
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
  /** It will wait for a lead when every coder has submitted. Leads are told; false for others. */
  readonly willWait: boolean;
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
      origin: "registered",
      codebookVersion: codebook.version,
      record: emptyRecord({ sample, caseType, incidentType }),
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
    origin: "registered" | "imported";
    codebookVersion: string;
    record: CaseRecord;
  },
): Promise<string> {
  const { record: details, ...rest } = made;
  const stored = await tx
    .insert(cases)
    .values({ ...rest, madeBy: personIdOf(viewer) })
    .returning({ id: cases.id });
  const row = theRow(stored, "A case was not stored");
  const first = { caseId: row.id, revision: 1, recordedBy: personIdOf(viewer) };
  await insertRecord(tx, first, withCurrentCodes(details, await currentCodeLists(tx)));
  return row.id;
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
    included: found.included,
    codebookVersion: found.codebookVersion,
    registeredAt: found.madeAt,
    stage: stageOf(facts),
    coders: takesPart && !neverCoded ? await codersOf(db, found.id) : null,
    needsCoders: needsCoders(facts),
    willWait: holds(viewer, "lead") && willWaitForLead(facts),
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
