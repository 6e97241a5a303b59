import { type CaseRecord, emptyRecord } from "../case-record/case-record";
import { motherAgeBandOf } from "../case-record/derived";
import { type CodeLists, valueFor } from "../code-lists/code-lists";

/** What is wrong with a draft beside what the study has: the value found, and what is expected. */
export interface Mismatch {
  readonly value: string;
  readonly expected: string;
}

const neededOfNew = {
  sample: { value: "no sample", expected: "the sample of a case that the study does not have" },
  caseType: {
    value: "no case type",
    expected: "the case type of a case that the study does not have",
  },
  incidentType: {
    value: "no index incident type",
    expected: "the index incident type of a case that the study does not have",
  },
} as const satisfies Partial<Record<keyof CaseRecord, Mismatch>>;

/**
 * The record of a case that is new to the study, from the facts of a draft; or what they lack for
 * one: a sample, a case type and an index incident type.
 */
export function newRecord(
  facts: Partial<CaseRecord>,
  lists: CodeLists,
): { record: CaseRecord; faults: [] } | { record: null; faults: Mismatch[] } {
  const { sample, caseType, incidentType } = facts;
  if (sample === undefined || caseType === undefined || incidentType === undefined) {
    const needed = Object.entries(neededOfNew) as [keyof typeof neededOfNew, Mismatch][];
    return { record: null, faults: needed.flatMap(([k, one]) => (facts[k] ? [] : [one])) };
  }
  return mergedRecord(emptyRecord({ sample, caseType, incidentType }), facts, lists);
}

/**
 * A record with the facts of a draft in place of its own; or why the two do not go together. What
 * belongs together moves together: an age of the mother takes the place of a band, a case that is
 * taken into the analysis loses the reason for its exclusion, and a case type that does not ask
 * which one it was loses that. A band that the age falls into anyway leaves the age as it is, and so
 * does a blank band in a file without ages: it says nothing of an age.
 * Example: { motherAgeBand: "under_21" } over a record with the age 20 changes nothing.
 */
export function mergedRecord(
  before: CaseRecord,
  facts: Partial<CaseRecord>,
  lists: CodeLists,
): { record: CaseRecord; faults: [] } | { record: null; faults: Mismatch[] } {
  const record = inShape({
    ...before,
    ...given(facts),
    ...motherOf(before, facts),
    ...inclusionOf(before, facts),
    ...whichOf(before, facts, lists),
  });
  const faults = whatDoesNotFit(record, facts);
  return faults.length > 0 ? { record: null, faults } : { record, faults: [] };
}

function given(facts: Partial<CaseRecord>): Partial<CaseRecord> {
  const told = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as Partial<CaseRecord>;
}

function motherOf(before: CaseRecord, facts: Partial<CaseRecord>): Partial<CaseRecord> {
  const { motherAge, motherAgeBand } = facts;
  if (motherAge === undefined && motherAgeBand === undefined) return {};
  const age = motherAge === undefined ? before.motherAge : motherAge;
  const band = motherAgeBand ?? null;
  const agrees = band === null || band === motherAgeBandOf({ motherAge: age, motherAgeBand: null });
  if (motherAge === undefined)
    return agrees
      ? { motherAge: age, motherAgeBand: null }
      : { motherAge: null, motherAgeBand: band };
  if (age === null)
    return {
      motherAge: null,
      motherAgeBand: motherAgeBand === undefined ? before.motherAgeBand : band,
    };
  return { motherAge: age, motherAgeBand: agrees ? null : band };
}

function inclusionOf(before: CaseRecord, facts: Partial<CaseRecord>): Partial<CaseRecord> {
  const { included = before.included, exclusionReason } = facts;
  return { exclusionReason: exclusionReason ?? (included ? "" : before.exclusionReason) };
}

function whichOf(
  before: CaseRecord,
  facts: Partial<CaseRecord>,
  lists: CodeLists,
): Partial<CaseRecord> {
  const { caseType = before.caseType, caseTypeDetail } = facts;
  if (caseTypeDetail !== undefined || caseType === before.caseType) return {};
  return valueFor(lists.case_type, caseType).asksWhich ? {} : { caseTypeDetail: "" };
}

function whatDoesNotFit(record: CaseRecord, facts: Partial<CaseRecord>): Mismatch[] {
  const faults: Mismatch[] = [];
  if (!record.included && record.exclusionReason === "")
    faults.push({
      value: "no reason for exclusion",
      expected: "a reason in the column “Reason for exclusion”, because it is excluded",
    });
  if (record.included && record.exclusionReason !== "")
    faults.push({
      value: "a reason for exclusion",
      expected: "none, because it is in the analysis, or “No” in the column “In the analysis”",
    });
  if (record.motherAge !== null && record.motherAgeBand !== null)
    faults.push({
      value: `${facts.motherAge} years as the mother’s age at the birth of her first child`,
      expected: "an age that is in the band beside it",
    });
  return faults;
}

// Records are compared as text, so the parts of each item stand in one order.
function inShape(record: CaseRecord): CaseRecord {
  const { periods, children, practice, actions } = record;
  return {
    ...record,
    periods: periods.map(({ startDate, endDate, subject }) => ({ startDate, endDate, subject })),
    children: children.map(({ ageYears, sex, outcome }) => ({ ageYears, sex, outcome })),
    practice: practice.map(({ kind, theme, description }) => ({ kind, theme, description })),
    actions: actions.map(({ description, status }) => ({ description, status })),
  };
}
