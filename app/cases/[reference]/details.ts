import type { SummaryRow } from "@/components/ui/summary-list";
import type { CaseView } from "@/db/cases";
import {
  caseTypes,
  incidentTypes,
  involvements,
  methodologies,
  motherAgeBands,
} from "@/domain/cases";
import { formatDate } from "@/domain/dates";

const notRecorded = "Not recorded";

/** The details of a case as names and values. */
export function detailRows(found: CaseView): SummaryRow[] {
  const { methodology, involvement, motherAgeBand } = found;
  const count = (n: number) => (n === 0 ? notRecorded : String(n));
  return [
    { key: "Sample", value: found.sample },
    { key: "Case type", value: caseTypes[found.caseType].label },
    { key: "Index incident type", value: incidentTypes[found.incidentType].label },
    { key: "SCR methodology", value: methodology ? methodologies[methodology].label : notRecorded },
    { key: "Involvement", value: involvement ? involvements[involvement].label : notRecorded },
    { key: "Involvement periods", value: count(found.periods) },
    { key: "Index children", value: count(found.children) },
    {
      key: "Mother’s age at birth of first child",
      value: motherAgeBand ? motherAgeBands[motherAgeBand].label : notRecorded,
    },
    {
      key: "In the analysis",
      value: found.included ? "Yes" : `No, excluded: ${found.exclusionReason}`,
    },
    { key: "Codebook", value: `Version ${found.codebookVersion}` },
    {
      key: found.origin === "imported" ? "Imported" : "Registered",
      value: formatDate(found.registeredAt),
    },
  ];
}
