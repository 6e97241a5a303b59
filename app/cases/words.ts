import type { HistoryEntry } from "@/db/cases/history";
import { type CodeList, type CodeLists, choicesOf, valueFor } from "@/domain/code-lists/code-lists";

/** The short facts under a case's heading. */
export function caseFacts(
  lists: CodeLists,
  found: { sample: string; caseType: string; incidentType?: string },
): string[] {
  return [
    `Sample ${found.sample}`,
    valueFor(lists.case_type, found.caseType).label,
    ...(found.incidentType ? [valueFor(lists.incident_type, found.incidentType).label] : []),
  ];
}

/** The values of a code list that a form offers: those offered, and those held already. */
export function codeOptions(
  list: CodeList,
  ...held: readonly (string | null)[]
): { value: string; label: string }[] {
  return choicesOf(list, ...held).map(({ key, label }) => ({ value: key, label }));
}

/** A fixed list as the options of a form field. */
export function optionsOf(
  list: Readonly<Record<string, { readonly label: string }>>,
): { value: string; label: string }[] {
  return Object.entries(list).map(([value, { label }]) => ({ value, label }));
}

/** What was done, as the history of a case says it: the words of the log, but for those below. */
export function deedInWords({ action, subject }: Pick<HistoryEntry, "action" | "subject">): string {
  const words = inOtherWords[action] ?? action;
  return subject === "" ? words : `${words}: ${subject}`;
}

// What the log holds is never changed, so that it keeps the names that things had at first.
const inOtherWords: Readonly<Record<string, string>> = {
  "held the opening": "let the case wait for a lead",
};
