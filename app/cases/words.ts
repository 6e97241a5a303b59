import { type CaseType, caseTypes, type IncidentType, incidentTypes } from "@/domain/cases";

/** The short facts under a case's heading. */
export function caseFacts(found: {
  sample: string;
  caseType: CaseType;
  incidentType?: IncidentType;
}): string[] {
  return [
    `Sample ${found.sample}`,
    caseTypes[found.caseType].label,
    ...(found.incidentType ? [incidentTypes[found.incidentType].label] : []),
  ];
}

/** A code list as the options of a form field. */
export function optionsOf(
  list: Readonly<Record<string, { readonly label: string }>>,
): { value: string; label: string }[] {
  return Object.entries(list).map(([value, { label }]) => ({ value, label }));
}
