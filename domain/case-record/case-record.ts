import type { ChildOutcome, MotherAgeBand, Sex } from "../cases";

/** Whose involvement a period was. */
export const subjects = { child: { label: "The index child" }, family: { label: "The family" } };
export type Subject = keyof typeof subjects;

/** A period of involvement. Dates such as 2014-10-14, both days included; no end: still open. */
export interface Period {
  readonly startDate: string;
  readonly endDate: string | null;
  /** Null where it is not recorded. */
  readonly subject: Subject | null;
}

/** An index child; age in whole years at the incident. What is not recorded is null. */
export interface IndexChild {
  readonly ageYears: number | null;
  readonly sex: Sex | null;
  readonly outcome: ChildOutcome | null;
}

/** What is said of practice in the case. */
export const practiceKinds = {
  strength: { label: "Strength" },
  shortcoming: { label: "Shortcoming" },
} as const;
export type PracticeKind = keyof typeof practiceKinds;

/** A strength or a shortcoming of practice, with its theme (a key of the list practice_theme). */
export interface PracticePoint {
  readonly kind: PracticeKind;
  readonly theme: string;
  readonly description: string;
}

/** Something done or to be done because of the case; status is a key of action_status. */
export interface CaseAction {
  readonly description: string;
  readonly status: string | null;
}

/**
 * The record of a case: what the study notes about it apart from ratings, as one revision has it.
 * What is not recorded is null, or "" where it is a text: never 0.
 */
export interface CaseRecord {
  readonly sample: string;
  readonly submissionKind: string | null;
  readonly methodology: string | null;
  readonly caseType: string;
  /** Which kind it was, for a case type that asks. */
  readonly caseTypeDetail: string;
  readonly involvement: string | null;
  readonly periods: readonly Period[];
  readonly incidentType: string;
  readonly incidentRationale: string;
  readonly children: readonly IndexChild[];
  /** In whole years at the birth of her first child, where it is known. */
  readonly motherAge: number | null;
  /** What is known in place of the age: a band, or that it is unknown. */
  readonly motherAgeBand: MotherAgeBand | null;
  readonly practice: readonly PracticePoint[];
  readonly actions: readonly CaseAction[];
  readonly included: boolean;
  readonly exclusionReason: string;
}

/** The record of a case of which no more is known than what it was registered with. */
export function emptyRecord(
  known: Pick<CaseRecord, "sample" | "caseType" | "incidentType">,
): CaseRecord {
  return {
    submissionKind: null,
    methodology: null,
    caseTypeDetail: "",
    involvement: null,
    periods: [],
    incidentRationale: "",
    children: [],
    motherAge: null,
    motherAgeBand: null,
    practice: [],
    actions: [],
    included: true,
    exclusionReason: "",
    ...known,
  };
}

/** The sections of the record, in the order of its pages, with the facts in each. */
export const sections = {
  case: {
    label: "The case",
    facts: ["sample", "submissionKind", "methodology", "caseType", "caseTypeDetail"],
  },
  involvement: { label: "Involvement", facts: ["involvement", "periods"] },
  incident: { label: "Index incident", facts: ["incidentType", "incidentRationale"] },
  children: { label: "Children and mother", facts: ["children", "motherAge", "motherAgeBand"] },
  practice: { label: "Practice", facts: ["practice"] },
  actions: { label: "Actions", facts: ["actions"] },
  analysis: { label: "In the analysis", facts: ["included", "exclusionReason"] },
} as const satisfies Record<string, { label: string; facts: readonly (keyof CaseRecord)[] }>;
export type Section = keyof typeof sections;
export type Fact = keyof CaseRecord;

/** The facts of a section as a form gives them. */
export type SectionFacts<S extends Section = Section> = S extends Section
  ? Pick<CaseRecord, (typeof sections)[S]["facts"][number]>
  : never;

/** Whether two records, or two parts of records, say the same. */
export function sameFacts(a: Partial<CaseRecord>, b: Partial<CaseRecord>): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(record: Partial<CaseRecord>): unknown {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The facts in which two records differ, in the order of the pages. */
export function changedFacts(before: CaseRecord, after: CaseRecord): Fact[] {
  const all: readonly Fact[] = Object.values(sections).flatMap(({ facts }) => facts);
  return all.filter((fact) => !sameFacts({ [fact]: before[fact] }, { [fact]: after[fact] }));
}

/**
 * The facts that one record has and the next has no longer, in the order of the pages.
 * Example: the mother's age 24, and then null → motherAge.
 */
export function factsEmptied(before: CaseRecord, after: CaseRecord): Fact[] {
  return changedFacts(before, after).filter((fact) => {
    const said = after[fact];
    return said === null || said === "" || (Array.isArray(said) && said.length === 0);
  });
}

/** How much of a section is recorded. */
export type Progress = "complete" | "part" | "nothing";

/**
 * How much of a section is recorded. Where there was no involvement there need be no period;
 * practice and actions are complete as soon as there is one.
 */
export function progressOf(section: Section, record: CaseRecord): Progress {
  const parts = Object.values(partsOf(record)[section]);
  const done = parts.filter(Boolean).length;
  if (done === parts.length) return "complete";
  const given = section === "case" || section === "incident" || done > 0;
  return given ? "part" : "nothing";
}

/**
 * The facts that a section still needs to be complete, in the order of its page.
 * Example: neither a mother's age nor a band, but children → motherAge.
 */
export function factsMissing(section: Section, record: CaseRecord): Fact[] {
  const parts: Partial<Record<Fact, boolean>> = partsOf(record)[section];
  return sections[section].facts.filter((fact) => parts[fact] === false);
}

// Whether each fact is recorded that makes a section complete.
function partsOf(record: CaseRecord): Record<Section, Partial<Record<Fact, boolean>>> {
  return {
    case: {
      submissionKind: record.submissionKind !== null,
      methodology: record.methodology !== null,
    },
    involvement: {
      involvement: record.involvement !== null,
      periods: record.periods.length > 0 || record.involvement === "none",
    },
    incident: { incidentRationale: record.incidentRationale !== "" },
    children: {
      children: record.children.length > 0,
      motherAge: record.motherAge !== null || record.motherAgeBand !== null,
    },
    practice: { practice: record.practice.length > 0 },
    actions: { actions: record.actions.length > 0 },
    analysis: {},
  };
}

/** The section whose page comes after that of another; null after the last. */
export function sectionAfter(section: Section): Section | null {
  const all = Object.keys(sections) as Section[];
  return all[all.indexOf(section) + 1] ?? null;
}
