import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { CaseFacts, OwnPart } from "@/domain/workflow";
import {
  fromOwnAssignment,
  hasReadAgain,
  hasSubmitted,
  mayKnowCase,
  stillAssigned,
} from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { caseRecords, cases } from "../schema";
import type { Db } from "../store/engine";

/**
 * What the rules need to know of a case, for use inside db/ alone: `facts.agreed` must not leave
 * it for a viewer to whom the case is not open.
 */
export interface KnownCase {
  readonly id: string;
  readonly reference: string;
  readonly sample: string;
  readonly origin: "registered" | "imported";
  readonly codebookVersion: string;
  readonly madeAt: string;
  readonly recordRevision: number;
  readonly caseType: string;
  readonly incidentType: string;
  readonly included: boolean;
  readonly exclusionReason: string;
  readonly facts: CaseFacts;
  readonly own: OwnPart;
  /** The viewer's own assignment to it; null when they have none. */
  readonly assignmentId: string | null;
  /** Whether the viewer codes it, or did until they were no coder any more. */
  readonly coded: boolean;
}

/** The newest revision of a case's record. */
export const isCurrentRecord = sql`${caseRecords.revision} = (
  select max(m.revision) from case_records m where m.case_id = ${cases.id})`;

const assignedTo = sql`from assignments a where a.case_id = ${cases.id} and ${stillAssigned}`;

const roundUnderWay = sql`from reconciliations c where c.case_id = ${cases.id}
  and not exists (select 1 from dataset_versions v where v.reconciliation_id = c.id)`;

const number = (query: SQL) => sql<number>`(${query})`.mapWith(Number);

/** Whether a condition holds, as a column. For use inside db/. */
export const yesOrNo = (condition: SQL) =>
  sql<boolean>`(case when ${condition} then 1 else 0 end)`.mapWith((value) => Number(value) === 1);

const columns = {
  id: cases.id,
  reference: cases.reference,
  sample: caseRecords.sample,
  origin: cases.origin,
  codebookVersion: cases.codebookVersion,
  madeAt: cases.madeAt,
  recordRevision: caseRecords.revision,
  caseType: caseRecords.caseType,
  incidentType: caseRecords.incidentType,
  included: caseRecords.included,
  exclusionReason: caseRecords.exclusionReason,
  coders: number(sql`select count(*) ${assignedTo}`),
  waitingFor: number(sql`select count(*) ${assignedTo} and not (${hasSubmitted})`),
  opened: yesOrNo(sql`exists (select 1 from reconciliations c where c.case_id = ${cases.id})`),
  held: yesOrNo(sql`exists (select 1 from opening_holds h where h.case_id = ${cases.id})`),
  secondLook: yesOrNo(sql`exists (select 1 from second_looks l where l.case_id = ${cases.id})`),
  toReadAgain: number(sql`select count(*) ${assignedTo} and not (${hasReadAgain})`),
  underWay: yesOrNo(sql`exists (select 1 ${roundUnderWay})`),
  agreed: number(sql`select count(distinct g.factor) from agreed_ratings g
    where g.reconciliation_id = (select c.id ${roundUnderWay})`),
  versions: number(sql`select coalesce(max(v.version), 0) from dataset_versions v
    where v.case_id = ${cases.id}`),
};

/** Which cases to read: those of a sample, one reference, those after a reference. */
export interface CaseChoice {
  readonly reference?: string;
  readonly sample?: string;
  readonly after?: string;
  readonly limit?: number;
  readonly where?: SQL;
}

/** The cases that the viewer may know of, by reference. */
export async function knownCases(db: Db, viewer: Viewer, choice: CaseChoice): Promise<KnownCase[]> {
  const mine = fromOwnAssignment(viewer, cases.id);
  const query = db
    .select({
      ...columns,
      assignmentId: sql<string | null>`(select a.id ${mine})`,
      coded: yesOrNo(sql`exists (select 1 ${assignedTo} and a.coder_id = ${viewer.id})`),
      submitted: yesOrNo(sql`exists (select 1 ${mine} and ${hasSubmitted})`),
      readAgain: yesOrNo(sql`exists (select 1 ${mine} and ${hasReadAgain})`),
    })
    .from(cases)
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .where(
      and(
        mayKnowCase(viewer, cases.id),
        choice.reference === undefined ? undefined : eq(cases.reference, choice.reference),
        choice.sample === undefined ? undefined : eq(caseRecords.sample, choice.sample),
        choice.after === undefined ? undefined : gt(cases.reference, choice.after),
        choice.where,
      ),
    )
    .orderBy(asc(cases.reference))
    .$dynamic();
  const rows = await (choice.limit === undefined ? query : query.limit(choice.limit));
  return rows.map(({ submitted, readAgain, ...row }) => {
    const { coders, waitingFor, opened, held, secondLook, toReadAgain, ...rest } = row;
    const { underWay, agreed, versions, ...found } = rest;
    const excluded = !row.included;
    const before = { coders, waitingFor, opened, held, secondLook, toReadAgain };
    return {
      ...found,
      facts: { ...before, underWay, agreed, versions, excluded },
      own: { assigned: row.assignmentId !== null, submitted, readAgain },
    };
  });
}

/** The case with this reference, or null when there is none that the viewer may know of. */
export async function knownCase(
  db: Db,
  viewer: Viewer,
  reference: string,
): Promise<KnownCase | null> {
  const [found] = await knownCases(db, viewer, { reference });
  return found ?? null;
}
