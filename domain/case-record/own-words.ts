import {
  type CaseRecord,
  changedFacts,
  type Fact,
  type Section,
  sameFacts,
  sections,
} from "./case-record";

/** What stands in place of a text that is not told yet. */
export const untold = "Written after the case opened, so not shown yet";

function withTexts(record: CaseRecord, change: (text: string) => string): CaseRecord {
  const described = <T extends { description: string }>(one: T): T => ({
    ...one,
    description: change(one.description),
  });
  return {
    ...record,
    caseTypeDetail: change(record.caseTypeDetail),
    incidentRationale: change(record.incidentRationale),
    exclusionReason: change(record.exclusionReason),
    practice: record.practice.map(described),
    actions: record.actions.map(described),
  };
}

/** What people wrote in their own words in these facts, without blanks. */
export function textsIn(facts: Partial<CaseRecord>): { fact: Fact; text: string }[] {
  const { practice = [], actions = [] } = facts;
  const all: readonly (readonly [Fact, readonly (string | undefined)[]])[] = [
    ["caseTypeDetail", [facts.caseTypeDetail]],
    ["incidentRationale", [facts.incidentRationale]],
    ["practice", practice.map(({ description }) => description)],
    ["actions", actions.map(({ description }) => description)],
    ["exclusionReason", [facts.exclusionReason]],
  ];
  return all.flatMap(([fact, texts]) => texts.flatMap((text) => (text ? [{ fact, text }] : [])));
}

/** A record in which `untold` stands for each text that is not one of these. */
export function withTextsTold(record: CaseRecord, told: ReadonlySet<string>): CaseRecord {
  return withTexts(record, (text) => (text === "" || told.has(text) ? text : untold));
}

/**
 * The record of a case as the dataset has it without its ratings, for everybody alike: in it
 * `untold` stands for each text that is not one of these. Why the case is left out stays, because
 * whoever writes that is told that it goes into files.
 */
export function withoutRatingsTold(record: CaseRecord, told: ReadonlySet<string>): CaseRecord {
  return { ...withTextsTold(record, told), exclusionReason: record.exclusionReason };
}

/**
 * The sections that cannot be changed by somebody to whom not all that stands in them is told: what
 * they save would write over it. Why a case is left out does not hold up taking it in again.
 */
export function sectionsUntold(record: CaseRecord, told: CaseRecord): Section[] {
  const all = Object.entries(sections) as [Section, { facts: readonly (keyof CaseRecord)[] }][];
  return all
    .filter(([, { facts }]) =>
      facts.some(
        (fact) =>
          fact !== "exclusionReason" &&
          !sameFacts({ [fact]: record[fact] }, { [fact]: told[fact] }),
      ),
    )
    .map(([section]) => section);
}

/**
 * The sections that a change would write over, of those that cannot be changed: it is compared with
 * what is told alone, so that it says nothing of what is not.
 */
export function sectionsWrittenOver(
  { record, told }: { readonly record: CaseRecord; readonly told: CaseRecord },
  after: CaseRecord,
): Section[] {
  const changed = changedFacts(told, after);
  return sectionsUntold(record, told).filter((section) =>
    sections[section].facts.some((fact) => changed.includes(fact)),
  );
}

/** Whether `untold` stands in these facts, as in a file that was made while a text was not told. */
export function holdsUntold(facts: Partial<CaseRecord>): boolean {
  return textsIn(facts).some(({ text }) => text === untold);
}
