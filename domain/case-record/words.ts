import { childOutcomes, motherAgeBands } from "../cases";
import { type CodeLists, lawGroups, valueFor } from "../code-lists/code-lists";
import { dayInWords } from "../dates";
import {
  type CaseRecord,
  changedFacts,
  type Fact,
  type IndexChild,
  type Period,
  practiceKinds,
  type Section,
  sections,
  subjects,
} from "./case-record";
import { monthsOf, totalMonths } from "./periods";

/** A fact of the record by name, and what it says, a line for each item; none: not recorded. */
export interface FactInWords {
  readonly fact: Fact;
  readonly label: string;
  readonly lines: readonly string[];
}

/** The facts by name. */
export const factLabels: Readonly<Record<Fact, string>> = {
  sample: "Sample",
  submissionKind: "Kind of submission",
  methodology: "SCR methodology",
  caseType: "Case type",
  caseTypeDetail: "Which kind",
  involvement: "Involvement with the index child",
  periods: "Involvement periods",
  incidentType: "Index incident type",
  incidentRationale: "Why this type",
  children: "Index children",
  motherAge: "Mother’s age at birth of first child",
  motherAgeBand: "Mother’s age, where not given in years",
  practice: "Practice strengths and shortcomings",
  actions: "Actions",
  included: "In the analysis",
  exclusionReason: "Reason for exclusion",
};

/**
 * The facts of a section in words. Facts that are asked for only at times are left out where they
 * say nothing: which kind of case type, the reason for excluding a case, and one of the two ways
 * to give the mother's age.
 */
export function sectionInWords(
  section: Section,
  record: CaseRecord,
  lists: CodeLists,
): FactInWords[] {
  const facts: readonly Fact[] = sections[section].facts;
  return facts
    .map((fact) => ({ fact, label: factLabels[fact], lines: factInWords(fact, record, lists) }))
    .filter(({ fact, lines }) => lines.length > 0 || !isAskedAtTimes(fact, record));
}

/** A fact that changed: what it said, and what it says. */
export interface FactChange {
  readonly fact: Fact;
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * What changed between two revisions of a record, in words, in the order of the pages. What is `told`
 * of them stands in the words; a change is named all the same.
 */
export function changesInWords(
  before: CaseRecord,
  after: CaseRecord,
  lists: CodeLists,
  told: (record: CaseRecord) => CaseRecord = (record) => record,
): FactChange[] {
  return changedFacts(before, after).map((fact) => ({
    fact,
    label: factLabels[fact],
    before: factInWords(fact, told(before), lists),
    after: factInWords(fact, told(after), lists),
  }));
}

function isAskedAtTimes(fact: Fact, record: CaseRecord): boolean {
  if (fact === "motherAge") return record.motherAgeBand !== null;
  return ["caseTypeDetail", "exclusionReason", "motherAgeBand"].includes(fact);
}

function factInWords(fact: Fact, record: CaseRecord, lists: CodeLists): readonly string[] {
  const words: Record<Fact, () => readonly string[]> = {
    sample: () => [record.sample],
    submissionKind: () => labelsOf(lists, "submission_kind", record.submissionKind),
    methodology: () => labelsOf(lists, "methodology", record.methodology),
    caseType: () => [caseTypeInWords(record.caseType, lists)],
    caseTypeDetail: () => linesOf(record.caseTypeDetail),
    involvement: () => labelsOf(lists, "involvement", record.involvement),
    periods: () => periodsInWords(record.periods),
    incidentType: () => [incidentTypeInWords(record.incidentType, lists)],
    incidentRationale: () => linesOf(record.incidentRationale),
    children: () => record.children.map(childInWords),
    motherAge: () => (record.motherAge === null ? [] : [`${record.motherAge}`]),
    motherAgeBand: () =>
      record.motherAgeBand === null ? [] : [motherAgeBands[record.motherAgeBand].label],
    practice: () =>
      record.practice.map(({ kind, theme, description }) =>
        joined(`${practiceKinds[kind].label}, ${valueFor(lists.practice_theme, theme).label}`, [
          description,
        ]),
      ),
    actions: () =>
      record.actions.map(({ description, status }) =>
        joined(description, labelsOf(lists, "action_status", status)),
      ),
    included: () => [record.included ? "Yes" : "No, excluded"],
    exclusionReason: () => linesOf(record.exclusionReason),
  };
  return words[fact]();
}

function labelsOf(
  lists: CodeLists,
  list: "submission_kind" | "methodology" | "involvement" | "action_status",
  key: string | null,
): string[] {
  return key === null ? [] : [valueFor(lists[list], key).label];
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function joined(start: string, more: readonly string[]): string {
  const words = more.filter((one) => one !== "");
  return words.length > 0 ? `${start}: ${words.join(", ")}` : start;
}

// The law group is told where the label does not say it.
function caseTypeInWords(key: string, lists: CodeLists): string {
  const { label, lawGroup } = valueFor(lists.case_type, key);
  const group = lawGroups[lawGroup].label;
  return label.startsWith(group) ? label : `${label} (${group.toLowerCase()})`;
}

function incidentTypeInWords(key: string, lists: CodeLists): string {
  const { label, fatal } = valueFor(lists.incident_type, key);
  return /fatal\)/i.test(label) ? label : `${label} (${fatal ? "fatal" : "not fatal"})`;
}

/** A child in words: "Girl of 4, survived" or "Age, sex and outcome not recorded". */
export function childInWords({ ageYears, sex, outcome }: IndexChild): string {
  const missing = [
    ageYears === null && "age",
    sex === null && "sex",
    outcome === null && "outcome",
  ].filter((word) => word !== false);
  const who = sex === null ? "Child" : { female: "Girl", male: "Boy" }[sex];
  const age = ageYears === null ? [] : [ageYears === 0 ? "under 1" : `of ${ageYears}`];
  const known = [[who, ...age].join(" "), outcome && childOutcomes[outcome].label.toLowerCase()];
  const said = missing.length > 0 ? ` (${missing.join(" and ")} not recorded)` : "";
  return `${known.filter(Boolean).join(", ")}${said}`;
}

function periodsInWords(periods: readonly Period[]): string[] {
  const total = totalMonths(periods);
  const lines = periods.map(periodInWords);
  return periods.length > 1 && total !== null ? [...lines, `${months(total)} in all`] : lines;
}

/** A period in words: "14 October 2014 to 2 March 2015, 5 months, the family". */
export function periodInWords(period: Period): string {
  const length = monthsOf(period);
  const start = dayInWords(period.startDate);
  const words = [
    period.endDate === null
      ? `Since ${start}, still open`
      : `${start} to ${dayInWords(period.endDate)}`,
    length === null ? "" : months(length),
    period.subject === null ? "" : subjects[period.subject].label.toLowerCase(),
  ];
  return words.filter((word) => word !== "").join(", ");
}

function months(count: number): string {
  return count === 1 ? "1 month" : `${count} months`;
}
