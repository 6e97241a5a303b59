import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { mayListCases, type Stage, stageOf } from "@/domain/workflow";
import { mayKnowCase } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { caseRecords, cases } from "../schema";
import { reader } from "../store/store";
import { isCurrentRecord, type KnownCase, knownCases } from "./case-facts";

/** A case as the list shows it. */
export interface CaseListRow {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly incidentType: string;
  readonly stage: Stage;
  readonly included: boolean;
  readonly origin: "registered" | "imported";
  readonly coders: number;
  readonly submitted: number;
}

/** How many cases a page of the list holds. */
export const casesPerPage = 100;

/**
 * The cases that the viewer may know of, by reference, a page at a time: those after `after`, of a
 * sample, at a stage, with `text` in the reference, in capitals or not. Null for those who do not work on cases. `next` continues the list.
 */
export async function listCases(
  viewer: Viewer,
  filter: { sample?: string; stage?: Stage; text?: string; after?: string },
): Promise<{ rows: CaseListRow[]; next: string | null } | null> {
  if (!mayListCases(viewer)) return null;
  const rows: CaseListRow[] = [];
  let after = filter.after;
  for (;;) {
    const page = await knownCases(reader(), viewer, {
      sample: filter.sample,
      where: filter.text === undefined ? undefined : hasInReference(filter.text),
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

function hasInReference(text: string): SQL {
  const pattern = `%${text.trim().toLowerCase().replace(/[!%_]/g, "!$&")}%`;
  return sql`lower(${cases.reference}) like ${pattern} escape '!'`;
}

function listRow({ facts, ...found }: KnownCase): CaseListRow {
  return {
    reference: found.reference,
    sample: found.sample,
    caseType: found.caseType,
    incidentType: found.incidentType,
    stage: stageOf(facts),
    included: found.included,
    origin: found.origin,
    coders: facts.coders,
    submitted: facts.coders - facts.waitingFor,
  };
}

/** The samples of the cases that the viewer may know of, in order. */
export async function listSamples(viewer: Viewer): Promise<string[]> {
  const rows = await reader()
    .selectDistinct({ sample: caseRecords.sample })
    .from(cases)
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .where(mayKnowCase(viewer, cases.id))
    .orderBy(asc(caseRecords.sample));
  return rows.map((row) => row.sample);
}
