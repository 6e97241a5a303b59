/** The tables and charts of the report, in its order. */
export const outputsOfReport = [
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
] as const;

/**
 * What the program gives out: the dataset, the tables and charts of the report by their number,
 * what is worked out beside them, agreement.
 */
export const outputs = [
  "dataset",
  ...outputsOfReport,
  "case_mix",
  "index_children",
  "children_per_case",
  "factors_together",
  "practice_strengths",
  "practice_shortcomings",
  "other_themes",
  "agreement",
] as const;
export type Output = (typeof outputs)[number];

/** A sentence that travels with outputs, on the page and in every file. */
export interface Caveat {
  readonly key: string;
  readonly text: string;
  readonly belongsTo: readonly Output[];
}

/** The caveats in the order in which they stand under an output. */
export const caveats: readonly Caveat[] = [
  {
    key: "judgements",
    text: "Agreed ratings are judgements. They stay subjective even when two or three people agree them.",
    belongsTo: outputs,
  },
  {
    key: "known_at_the_time",
    text: "Ratings show what the submission says was known at the time, not the true level of risk.",
    belongsTo: outputs,
  },
  {
    key: "zero_is_not_absence",
    text: "A score of 0 means that the submission gives no indication of a risk. It does not mean that the risk was absent.",
    belongsTo: outputs,
  },
  {
    key: "thin_submissions",
    text: "A thin submission understates risk.",
    belongsTo: outputs,
  },
  {
    key: "small_numbers",
    text: "Numbers are small, and differences from year to year are not trends.",
    belongsTo: outputs,
  },
  {
    key: "no_prediction",
    text: "Ratings do not predict, and a low rating in private law does not mean safer.",
    belongsTo: outputs,
  },
  {
    key: "mixed_cases_left_out",
    text: "Chart 2 leaves out mixed cases, those with both public and private law.",
    belongsTo: ["chart_2"],
  },
];

/** The sentences that belong to every output, in order. */
export const sharedCaveats: readonly string[] = caveats
  .filter(({ belongsTo }) => outputs.every((output) => belongsTo.includes(output)))
  .map(({ text }) => text);

/** The sentences that stand under an output, in order. */
export function caveatsFor(output: Output): string[] {
  return caveats.filter((caveat) => caveat.belongsTo.includes(output)).map(({ text }) => text);
}
