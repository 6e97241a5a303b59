import type { CaseRecord, Fact } from "../case-record/case-record";
import { withCurrentCodes } from "../case-record/codes";
import { changesInWords, type FactChange } from "../case-record/words";
import { type CodeListName, type CodeLists, codeListNames } from "../code-lists/code-lists";
import { editInWords } from "../code-lists/words";
import { type Codebook, levelOf } from "../codebook/codebook";

/** A case as a state of the dataset has it. */
export interface CaseState {
  readonly record: CaseRecord;
  /** Level keys by factor key; null without agreed ratings. */
  readonly levels: Readonly<Record<string, string>> | null;
}

/** Why a case is another than it was, in the words of those who changed it. */
export interface Reasons {
  /** Why its record was changed, one after the other. */
  readonly record: readonly string[];
  /** Why it was reopened, one after the other. */
  readonly reopening: readonly string[];
  /** Why each level was agreed, by factor key; "" where nothing was said. */
  readonly levels: Readonly<Record<string, string>>;
}

/** An agreed level that is another than it was. */
export interface LevelChange {
  readonly factor: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** What changed of a case that both states have. */
export interface CaseChange {
  readonly reference: string;
  readonly facts: readonly FactChange[];
  readonly recordReasons: readonly string[];
  /** The version that it has now, where that is another; null where it is the same. */
  readonly version: number | null;
  /** Whether it has ratings now and had none. */
  readonly rated: boolean;
  /** Whether it had a version and has none now, because its ratings are hidden. */
  readonly unrated: boolean;
  readonly reopeningReasons: readonly string[];
  readonly levels: readonly LevelChange[];
}

/** What changed from one state of the dataset to a later one. */
export interface DatasetChanges {
  /** References, in order. */
  readonly added: readonly string[];
  readonly takenOut: readonly string[];
  readonly cases: readonly CaseChange[];
  readonly lists: readonly { readonly label: string; readonly changes: readonly string[] }[];
  /** The version of the codebook, where it is another now. */
  readonly codebook: { readonly before: string; readonly after: string } | null;
}

/** Whether nothing changed. */
export function isSame({ added, takenOut, cases, lists, codebook }: DatasetChanges): boolean {
  return [added, takenOut, cases, lists].every(({ length }) => length === 0) && codebook === null;
}

/** What a change is put into words by. */
interface Wording {
  readonly lists: CodeLists;
  readonly codebook: Codebook;
  readonly told?: (record: CaseRecord) => CaseRecord;
}

/**
 * What changed of a case from one state to a later one. A value that was merged in its code list
 * since has not changed: that is a change of the list. What is `told` of its records stands in the
 * words; that something else changed is said all the same.
 */
export function changeOfCase(
  reference: string,
  before: CaseState,
  after: CaseState & Pick<CaseChange, "version" | "unrated">,
  reasons: Reasons,
  { lists, codebook, told }: Wording,
): CaseChange {
  const now = (record: CaseRecord) => withCurrentCodes(record, lists);
  return {
    reference,
    facts: changesInWords(now(before.record), now(after.record), lists, told),
    recordReasons: reasons.record,
    version: after.version,
    rated: before.levels === null && after.levels !== null,
    unrated: after.unrated,
    reopeningReasons: reasons.reopening,
    levels: levelChanges(codebook, before.levels, after.levels, reasons.levels),
  };
}

function levelChanges(
  { factors }: Codebook,
  before: CaseState["levels"],
  after: CaseState["levels"],
  reasons: Reasons["levels"],
): LevelChange[] {
  return factors.flatMap((factor): LevelChange[] => {
    const [was, is] = [before?.[factor.key], after?.[factor.key]];
    if (was === undefined || is === undefined || was === is) return [];
    const label = (level: string) => levelOf(factor, level).label;
    const reason = reasons[factor.key] ?? "";
    return [{ factor: factor.label, before: label(was), after: label(is), reason }];
  });
}

/** What changed in the code lists, by the name of each list that changed. */
export function changesOfLists(before: CodeLists, after: CodeLists): DatasetChanges["lists"] {
  return Object.entries(codeListNames)
    .map(([name, { label }]) => {
      const list = name as CodeListName;
      return { label, changes: editInWords(before[list].values, after[list].values) };
    })
    .filter(({ changes }) => changes.length > 0);
}

const freeFacts: readonly Fact[] = [
  "caseTypeDetail",
  "incidentRationale",
  "practice",
  "actions",
  "exclusionReason",
];

/** Whether people write in a fact in their own words. */
export function isOwnWords(fact: Fact): boolean {
  return freeFacts.includes(fact);
}
