import { aboutRounding, allCases, ofAnalysedCases } from "./analysed-cases";
import { bySample } from "./columns";
import { linesOfCaseTypes, partLine, shownOf, subtotalLine, totalLine } from "./lines";
import type { Line, TableKind } from "./table";

/** Table 6: which proceedings there were, with sub-totals by law. */
export const table6: TableKind = {
  ...ofAnalysedCases,
  output: "table_6",
  title: "Table 6: case types",
  lineLabel: "Case type",
  lines: (book, found) => linesOfCaseTypes(book, found, "count"),
  partsOf: ({ caseType }) => [caseType],
};

/** Table 9: what the index incident was, and in how many a child died. */
export const table9: TableKind = {
  ...ofAnalysedCases,
  output: "table_9",
  title: "Table 9: index incidents",
  lineLabel: "Incident",
  percent: true,
  note: `Number of cases, and in brackets their share of the column in whole per cent. ${aboutRounding}`,
  columns: bySample,
  lines: ({ lists }, found) => {
    const types = shownOf(lists.incident_type, found);
    const ofKind = (key: string, label: string, fatal: boolean): Line[] => {
      const own = types.filter((type) => type.fatal === fatal);
      const lines = own.map((type) => partLine(type.key, type.label));
      return [...lines, subtotalLine(key, label, own)];
    };
    const lines = [
      ...ofKind("all_fatal", "All fatal", true),
      ...ofKind("all_other", "All other", false),
    ];
    return [...lines, totalLine(lines, allCases)];
  },
  partsOf: ({ incidentType }) => [incidentType],
};
