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
