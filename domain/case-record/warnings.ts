import { type CodeLists, valueFor } from "../code-lists/code-lists";
import { type CaseRecord, type Section, sections } from "./case-record";
import { overlaps } from "./periods";
import { periodInWords } from "./words";

/** Something in a record that does not fit together, and the section where it can be mended. */
export interface RecordWarning {
  readonly section: Section;
  readonly message: string;
}

/**
 * What does not fit together in a record. It keeps nobody from anything: a submission can be like
 * that. Periods that overlap; a period that is still open; a fatal incident without a child who
 * died, or without any child, and the reverse; a case type that asks which kind, and is not told;
 * a child of whom nothing is recorded.
 * Example: suicide and one child who survived → "The incident type is fatal, and no index child
 * is recorded as having died."
 */
export function warningsOf(record: CaseRecord, lists: CodeLists): RecordWarning[] {
  return [
    ...aboutPeriods(record),
    ...aboutOutcomes(record, lists),
    ...aboutCaseType(record, lists),
    ...childrenLeftOut(record),
  ];
}

/**
 * The children of whom nothing is recorded, which an earlier import can have brought: they are rows
 * of the form in which nothing stands, and such rows are left out when it is saved.
 */
export function childrenLeftOut({ children }: CaseRecord): RecordWarning[] {
  return children.flatMap(({ ageYears, sex, outcome }, index) => {
    if (ageYears !== null || sex !== null || outcome !== null) return [];
    const message = `Nothing is recorded of child ${index + 1}: it is left out when “${sections.children.label}” is saved, unless something is given there.`;
    return [{ section: "children", message }];
  });
}

function aboutPeriods({ periods }: CaseRecord): RecordWarning[] {
  const inWords = periods.map(periodInWords);
  const messages = [
    ...overlaps(periods).map(
      ([one, other]) => `Two periods overlap: ${inWords[one]}; and ${inWords[other]}.`,
    ),
    ...inWords
      .filter((_, index) => periods[index]?.endDate === null)
      .map((words) => `A period counts no months until it ends: ${words}.`),
  ];
  return messages.map((message) => ({ section: "involvement", message }));
}

function aboutOutcomes(record: CaseRecord, lists: CodeLists): RecordWarning[] {
  const { fatal } = valueFor(lists.incident_type, record.incidentType);
  const died = record.children.some((child) => child.outcome === "died");
  if (fatal === died) return [];
  if (!fatal)
    return [
      {
        section: "incident",
        message: "The incident type is not fatal, and an index child is recorded as having died.",
      },
    ];
  const asDead = record.children.length === 0 ? "" : " as having died";
  const message = `The incident type is fatal, and no index child is recorded${asDead}.`;
  return [{ section: "children", message }];
}

function aboutCaseType(record: CaseRecord, lists: CodeLists): RecordWarning[] {
  const { asksWhich, label } = valueFor(lists.case_type, record.caseType);
  if (!asksWhich || record.caseTypeDetail !== "") return [];
  return [{ section: "case", message: `The case type is “${label}”, and it does not say which.` }];
}
