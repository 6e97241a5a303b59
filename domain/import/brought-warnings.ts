import { type CaseRecord, changedFacts, type Fact } from "../case-record/case-record";
import { textsIn } from "../case-record/own-words";
import { type MisfitKind, misfitKinds, misfitsOf } from "../case-record/warnings";
import { factLabels } from "../case-record/words";
import type { CodeLists } from "../code-lists/code-lists";
import { type Identifying, identifyingIn } from "../ratings/identifying";
import type { CaseDraft } from "./draft";

/** Something to look at in what a file brings; `where` names the text that looks so, else "". */
export interface BroughtWarning {
  readonly kind: MisfitKind | Identifying;
  readonly where: string;
}

/**
 * What is worth another look in what a draft brings to a case, each kind once: what does not fit
 * together in the record as it would be, where it rests on a fact that changes, and texts of the file
 * that look as if they could tell who the case is about. `told` is the record of the case as far as the
 * viewer may read it, null for a new case; nothing is told of a text in `after` that is not the file's.
 * Example: a new case with the rationale "dob 1.5.1990" → a date of birth, in “Why this type”.
 */
export function warningsBrought(
  draft: CaseDraft,
  { told, after }: { readonly told: CaseRecord | null; readonly after: CaseRecord },
  lists: CodeLists,
): BroughtWarning[] {
  const warnings = new Map<BroughtWarning["kind"], BroughtWarning>();
  const note = (kind: BroughtWarning["kind"], where = "") => {
    if (!warnings.has(kind)) warnings.set(kind, { kind, where });
  };
  const changed: readonly Fact[] | null = told && changedFacts(told, after);
  for (const { kind } of misfitsOf(after, lists))
    if (!changed || misfitKinds[kind].some((fact) => changed.includes(fact))) note(kind);
  const known = new Set(told ? textsIn(told).map(({ text }) => text) : []);
  for (const { where, text } of textsBrought(draft, told === null))
    if (!known.has(text)) for (const kind of identifyingIn(text)) note(kind, where);
  return [...warnings.values()];
}

interface Placed {
  readonly where: string;
  readonly text: string;
}

// A case that the study has takes none of the words beside its levels.
function* textsBrought(draft: CaseDraft, isNew: boolean): Generator<Placed> {
  for (const { fact, text } of textsIn(draft.facts)) yield { where: `“${factLabels[fact]}”`, text };
  if (!isNew) return;
  for (const { reason } of Object.values(draft.decided ?? {}))
    yield { where: "a reason", text: reason };
  for (const { first = {}, second = {} } of draft.ratings)
    for (const { note } of [...Object.values(first), ...Object.values(second)])
      yield { where: "a note", text: note };
}

/** What is said of each misfit, and what may have been meant. */
const misfitWords: Readonly<Record<MisfitKind, readonly [string, string]>> = {
  overlap: ["two periods overlap", "periods of which one ends before the next starts"],
  open: [
    "a period has no end, and counts no months until it ends",
    "a period with the day on which it ended",
  ],
  "none died": [
    "the incident type is fatal, and no index child is recorded as having died",
    "a child who died, or another incident type",
  ],
  died: [
    "the incident type is not fatal, and an index child is recorded as having died",
    "a fatal incident type, or a child who survived",
  ],
  which: [
    "the case type asks which kind it was, and nothing says that",
    "a case type and its kind",
  ],
  nobody: ["nothing is recorded of one of its children", "a child of whom something is known"],
};

/**
 * A warning in words for all cases that have it, with what may have been meant; `reference` is that of
 * the first, `count` how many they are.
 * Example: two periods overlap, in three cases → "2015-01 and 2 other cases: two periods overlap".
 */
export function broughtInWords(
  { kind, where }: BroughtWarning,
  reference: string,
  count: number,
): { value: string; expected: string } {
  const others = count === 2 ? "1 other case" : `${count - 1} other cases`;
  const whose = count === 1 ? reference : `${reference} and ${others}`;
  if (isMisfit(kind)) {
    const [value, expected] = misfitWords[kind];
    return { value: `${whose}: ${value}`, expected };
  }
  const place = count === 1 ? `in ${where}` : `first in ${where}`;
  return {
    value: `${whose}: something looks like ${kind}, ${place}`,
    expected: "words that do not tell who a case is about",
  };
}

function isMisfit(kind: BroughtWarning["kind"]): kind is MisfitKind {
  return Object.hasOwn(misfitWords, kind);
}
