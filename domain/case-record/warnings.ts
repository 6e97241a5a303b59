import { type CodeLists, valueFor } from "../code-lists/code-lists";
import { identifyingIn, identifyingInWords } from "../ratings/identifying";
import { type CaseRecord, type Fact, type Section, sections } from "./case-record";
import { textsIn } from "./own-words";
import { overlaps } from "./periods";
import { factLabels, periodInWords } from "./words";

/** Something in a record to look at, and the section where it can be mended. */
export interface RecordWarning {
  readonly section: Section;
  readonly message: string;
}

/** What may not fit together in a record, each with the facts that it rests on. */
export const misfitKinds = {
  overlap: ["periods"],
  open: ["periods"],
  "none died": ["incidentType", "children"],
  died: ["incidentType", "children"],
  which: ["caseType", "caseTypeDetail"],
  nobody: ["children"],
} as const satisfies Record<string, readonly Fact[]>;
export type MisfitKind = keyof typeof misfitKinds;

/** Something that does not fit together; it is put in words only where it is shown. */
export interface Misfit {
  readonly kind: MisfitKind;
  readonly section: Section;
  inWords(): string;
}

/**
 * What is worth another look in a record: what does not fit together, and texts that look as if they
 * could tell who the case is about, a warning for each fact. It keeps nobody from anything: a
 * submission can be like that, and a text can be wrongly taken for one.
 * Examples: suicide and one child who survived → "The incident type is fatal, and no index child is
 * recorded as having died."; the rationale "Mother dob 1.5.1990" → "Why this type: this looks like a
 * date of birth. Leave out what could tell who it is about."
 */
export function warningsOf(record: CaseRecord, lists: CodeLists): RecordWarning[] {
  return [...misfitsOf(record, lists).map(warningOf), ...identifyingTexts(record)];
}

/**
 * What does not fit together in a record. Periods that overlap; a period that is still open; a fatal
 * incident without a child who died, or without any child, and the reverse; a case type that asks
 * which kind, and is not told; a child of whom nothing is recorded.
 */
export function misfitsOf(record: CaseRecord, lists: CodeLists): Misfit[] {
  return [
    ...aboutPeriods(record),
    ...aboutOutcomes(record, lists),
    ...aboutCaseType(record, lists),
    ...nobodies(record),
  ];
}

/**
 * The children of whom nothing is recorded, which an earlier import can have brought: they are rows
 * of the form in which nothing stands, and such rows are left out when it is saved.
 */
export function childrenLeftOut(record: CaseRecord): RecordWarning[] {
  return nobodies(record).map(warningOf);
}

function warningOf({ section, inWords }: Misfit): RecordWarning {
  return { section, message: inWords() };
}

function nobodies({ children }: CaseRecord): Misfit[] {
  return children.flatMap(({ ageYears, sex, outcome }, index): Misfit[] => {
    if (ageYears !== null || sex !== null || outcome !== null) return [];
    const inWords = () =>
      `Nothing is recorded of child ${index + 1}: it is left out when “${sections.children.label}” is saved, unless something is given there.`;
    return [{ kind: "nobody", section: "children", inWords }];
  });
}

function aboutPeriods({ periods }: CaseRecord): Misfit[] {
  const section = "involvement";
  const wordsAt = (place: number) =>
    periods
      .slice(place, place + 1)
      .map(periodInWords)
      .join();
  const openAt = periods.flatMap(({ endDate }, place) => (endDate === null ? [place] : []));
  return [
    ...overlaps(periods).map(([one, other]): Misfit => {
      const inWords = () => `Two periods overlap: ${wordsAt(one)}; and ${wordsAt(other)}.`;
      return { kind: "overlap", section, inWords };
    }),
    ...openAt.map((place): Misfit => {
      const inWords = () => `A period counts no months until it ends: ${wordsAt(place)}.`;
      return { kind: "open", section, inWords };
    }),
  ];
}

function aboutOutcomes(record: CaseRecord, lists: CodeLists): Misfit[] {
  const { fatal } = valueFor(lists.incident_type, record.incidentType);
  const died = record.children.some((child) => child.outcome === "died");
  if (fatal === died) return [];
  if (!fatal)
    return [
      {
        kind: "died",
        section: "incident",
        inWords: () =>
          "The incident type is not fatal, and an index child is recorded as having died.",
      },
    ];
  const asDead = record.children.length === 0 ? "" : " as having died";
  const inWords = () => `The incident type is fatal, and no index child is recorded${asDead}.`;
  return [{ kind: "none died", section: "children", inWords }];
}

function aboutCaseType(record: CaseRecord, lists: CodeLists): Misfit[] {
  const { asksWhich, label } = valueFor(lists.case_type, record.caseType);
  if (!asksWhich || record.caseTypeDetail !== "") return [];
  const inWords = () => `The case type is “${label}”, and it does not say which.`;
  return [{ kind: "which", section: "case", inWords }];
}

function identifyingTexts(record: CaseRecord): RecordWarning[] {
  const texts = textsIn(record);
  return (Object.keys(sections) as Section[]).flatMap((section) =>
    sections[section].facts.flatMap((fact): RecordWarning[] => {
      const own = texts.filter((one) => one.fact === fact).map(({ text }) => text);
      const words = identifyingInWords(identifyingIn(own.join("\n")));
      if (words === "") return [];
      const message = `${factLabels[fact]}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
      return [{ section, message }];
    }),
  );
}
