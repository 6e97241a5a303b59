import { monthBand, monthBands, monthsInBand } from "../case-record/periods";
import { allCases, ofAnalysedCases } from "./analysed-cases";
import { linesOfList, notRecorded, partLine, withTotal } from "./lines";
import type { Line, TableKind } from "./table";

/** Table 4: when the organisation was involved with the index child. */
export const table4: TableKind = {
  ...ofAnalysedCases,
  output: "table_4",
  title: "Table 4: involvement with the index child",
  lineLabel: "Involvement",
  lines: ({ lists }, found) => withTotal(linesOfList(lists.involvement, found), found, allCases),
  partsOf: ({ involvement }) => [involvement ?? notRecorded],
};

/** Table 5: how many months the involvement lasted, its periods added up. */
export const table5: TableKind = {
  ...ofAnalysedCases,
  output: "table_5",
  title: "Table 5: months of involvement",
  lineLabel: "Months",
  note: "Number of cases. Each period is counted in whole months, rounded, and the periods of a case are added up. The mean is over the cases of the bands together, to one decimal, with their number in brackets; a case without a period, or with one that is open, is not in it.",
  lines: (_book, found) => {
    const bands = monthBands.map(({ label }) => partLine(label, label));
    const mean: Line = {
      key: "mean",
      label: "Mean months",
      look: "subtotal",
      measure: "mean",
      parts: bands.map(({ key }) => key),
    };
    return [...withTotal(bands, found, allCases), mean];
  },
  partsOf: ({ months }) => [months === null ? notRecorded : monthBand(months)],
  valueOf: ({ months }) => months,
  bandOf: monthsInBand,
  valueLabel: "Months of involvement",
};
