import { type CaseRecord, changedFacts, type Fact } from "./case-record";

/** What the report shows that a fact of a committed case goes into. */
const outputsOf: Record<Fact, readonly Output[]> = {
  sample: ["1", "3", "4", "5", "6", "7", "8", "9", "10", "range", "chart1", "chart2", "export"],
  submissionKind: ["export"],
  methodology: ["3", "export"],
  caseType: ["6", "10", "range", "chart2", "export"],
  caseTypeDetail: ["export"],
  involvement: ["4", "export"],
  periods: ["5", "export"],
  incidentType: ["9", "export"],
  incidentRationale: ["export"],
  children: ["7", "export"],
  motherAge: ["8", "export"],
  motherAgeBand: ["8", "export"],
  practice: ["export"],
  actions: ["export"],
  included: ["1", "4", "5", "6", "7", "8", "9", "10", "range", "chart1", "chart2", "export"],
  exclusionReason: ["export"],
};

const outputs = {
  "1": "Table 1, submissions",
  "3": "Table 3, SCR methodology",
  "4": "Table 4, involvement",
  "5": "Table 5, months of involvement",
  "6": "Table 6, case types",
  "7": "Table 7, ages of the index children",
  "8": "Table 8, mother’s age at birth of first child",
  "9": "Table 9, index incidents",
  "10": "Table 10, average risk rating by case type",
  range: "Lowest and highest risk rating by law group",
  chart1: "Chart 1, cases by level of each risk factor",
  chart2: "Chart 2, public beside private law",
  export: "The dataset and its files",
} as const;
type Output = keyof typeof outputs;

/**
 * The tables, charts and files of the report that a change to the record of a committed case
 * moves, in the order of the report; none when nothing changed.
 * Example: another incident type → "Table 9, index incidents" and "The dataset and its files".
 */
export function outputsMoved(before: CaseRecord, after: CaseRecord): string[] {
  const moved = new Set(changedFacts(before, after).flatMap((fact) => outputsOf[fact]));
  const order: readonly Output[] = [
    ...(["1", "3", "4", "5", "6", "7", "8", "9", "10"] as const),
    ...(["range", "chart1", "chart2", "export"] as const),
  ];
  return order.filter((output) => moved.has(output)).map((output) => outputs[output]);
}
