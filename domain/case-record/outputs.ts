import type { Output } from "../caveats";
import type { CodeListName } from "../code-lists/code-lists";
import { type TableName, tablesOfPages } from "../tables/table-files";
import { type CaseRecord, changedFacts, type Fact } from "./case-record";

/** What leads see of who decides: independent ratings beside what was agreed. */
const outputsByCoder = [
  "mean_by_coder",
  "table_10_by_coder",
  "range_by_coder",
  "chart_1_by_coder",
  "chart_2_by_coder",
] as const;
// Every table of a page has a title here, also one of tomorrow.
type Moved = Output | TableName;

const titles: Record<Moved, string> = {
  table_1: "Table 1, submissions",
  table_3: "Table 3, SCR methodology",
  table_4: "Table 4, involvement",
  table_5: "Table 5, months of involvement",
  table_6: "Table 6, case types",
  table_7: "Table 7, ages of the index children",
  table_8: "Table 8, mother’s age at birth of first child",
  table_9: "Table 9, index incidents",
  table_10: "Table 10, average risk rating by case type",
  range: "Lowest and highest risk rating by law group",
  chart_1: "Chart 1, cases by level of each risk factor",
  chart_2: "Chart 2, public beside private law",
  case_mix: "The mean risk rating at the earlier case mix",
  table_10_intervals: "Mean risk rating, with intervals",
  table_5_intervals: "Mean months, with intervals",
  index_children: "Sex and outcome of the index children",
  children_per_case: "Cases by number of index children",
  factors_together: "Risk factors that occur together",
  practice_strengths: "Practice strengths by sample",
  practice_shortcomings: "Practice shortcomings by sample",
  other_themes: "Themes of Other by sample",
  agreement: "Agreement between coders by sample",
  mean_by_coder: "Mean risk rating, by who decides",
  table_10_by_coder: "Table 10, by who decides",
  range_by_coder: "Lowest and highest risk rating, by who decides",
  chart_1_by_coder: "Chart 1, by who decides",
  chart_2_by_coder: "Chart 2, by who decides",
  dataset: "The dataset and its files",
};

/** Where each fact goes, besides the dataset and its files, which hold every fact. */
const outputsOf: Record<Fact, readonly Moved[]> = {
  sample: [
    "table_1",
    "table_3",
    "table_4",
    "table_5",
    "table_6",
    "table_7",
    "table_8",
    "table_9",
    "table_10",
    "range",
    "chart_1",
    "chart_2",
    "case_mix",
    "table_10_intervals",
    "table_5_intervals",
    "index_children",
    "children_per_case",
    "factors_together",
    "practice_strengths",
    "practice_shortcomings",
    "other_themes",
    "agreement",
    ...outputsByCoder,
  ],
  submissionKind: [],
  methodology: ["table_3"],
  caseType: [
    ...(["table_6", "table_10", "range", "chart_2", "case_mix", "table_10_intervals"] as const),
    ...(["table_10_by_coder", "range_by_coder", "chart_2_by_coder"] as const),
  ],
  caseTypeDetail: [],
  involvement: ["table_4"],
  periods: ["table_5", "table_5_intervals"],
  incidentType: ["table_9"],
  incidentRationale: [],
  children: ["table_7", "index_children", "children_per_case"],
  motherAge: ["table_8"],
  motherAgeBand: ["table_8"],
  practice: ["practice_strengths", "practice_shortcomings"],
  actions: [],
  included: [
    "table_1",
    "table_4",
    "table_5",
    "table_6",
    "table_7",
    "table_8",
    "table_9",
    "table_10",
    "range",
    "chart_1",
    "chart_2",
    "case_mix",
    "table_10_intervals",
    "table_5_intervals",
    "index_children",
    "children_per_case",
    "factors_together",
    "practice_strengths",
    "practice_shortcomings",
    "other_themes",
    ...outputsByCoder,
  ],
  exclusionReason: [],
};

/** The fact of a record that is a value of a code list. */
const factOf: Record<CodeListName, Fact> = {
  submission_kind: "submissionKind",
  methodology: "methodology",
  case_type: "caseType",
  involvement: "involvement",
  incident_type: "incidentType",
  practice_theme: "practice",
  action_status: "actions",
};

/**
 * The tables, charts and files that a change to the record of a committed case moves, in the order
 * of the report and the dataset last; none when nothing changed. Which kind a case was is named
 * first where it goes: it goes along with a case type, whether or not anybody has touched it.
 * Example: another incident type → "Table 9, index incidents" and "The dataset and its files".
 */
export function outputsMoved(before: CaseRecord, after: CaseRecord): string[] {
  const moved = outputsOfFacts(changedFacts(before, after));
  const isGone = before.caseTypeDetail !== "" && after.caseTypeDetail === "";
  return isGone ? ["“Which kind”, which becomes blank", ...moved] : moved;
}

/** The same for changes to several records: what any of these facts goes into. */
export function outputsOfFacts(facts: readonly Fact[]): string[] {
  if (facts.length === 0) return [];
  const moved = new Set(facts.flatMap((fact) => outputsOf[fact]));
  const { report, analyses } = tablesOfPages;
  const last = ["other_themes", "agreement", ...outputsByCoder] as const;
  const besides = [...report, ...analyses, ...last].filter((output) => moved.has(output));
  return [...besides, "dataset" as const].map((output) => titles[output]);
}

/** What an edit of a code list moves, where committed cases have a value that it changes. */
export function outputsOfList(list: CodeListName): string[] {
  return outputsOfFacts([factOf[list]]);
}
