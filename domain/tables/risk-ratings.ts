import { ofAnalysedCases } from "./analysed-cases";
import { linesOfCaseTypes, linesOfLawGroups } from "./lines";
import type { TableKind } from "./table";
import { riskRatingOf } from "./table-case";

/**
 * Table 10: the mean risk rating, and the number of cases, by case type with sub-totals.
 *
 * Formula: each cell takes the cases of its types in its samples, and divides the sum of their risk
 * ratings by their number. So a sub-total is pooled over cases: it is never the mean of the means
 * above it, which would give a single case the weight of eighteen.
 *
 * Source: Learning from Cafcass Submissions to Serious Case Reviews (2016), Table 10.
 *
 * Worked example: public law of 2015 has twelve s31 cases with ratings that sum to 186 (15.5) and
 * one other case with 13 (13.0). Pooled: 199 over 13 = 15.3, as printed. The mean of the two means
 * would be 14.3.
 */
export const table10: TableKind = {
  ...ofAnalysedCases,
  output: "table_10",
  title: "Table 10: average risk rating by case type",
  lineLabel: "Case type",
  note: "Mean risk rating, and in brackets the number of cases. Means are taken over all cases of a row together and rounded to one decimal.",
  lines: (book, found) => linesOfCaseTypes(book, found, "mean"),
  partsOf: ({ caseType }) => [caseType],
  valueOf: riskRatingOf,
  valueLabel: "Risk rating",
};

/** The lowest and the highest risk rating of each law group. */
export const ranges: TableKind = {
  ...ofAnalysedCases,
  output: "range",
  title: "Lowest and highest risk rating by law group",
  lineLabel: "Law group",
  note: "The lowest and the highest risk rating of a case.",
  lines: (book, found) => {
    const lowest = linesOfLawGroups(book, found, "lowest");
    const highest = linesOfLawGroups(book, found, "highest");
    return [...lowest, ...highest].map((line) => ({
      ...line,
      key: `${line.key}_${line.measure}`,
      label: `${line.label}, ${line.measure}`,
    }));
  },
  partsOf: ({ caseType }) => [caseType],
  valueOf: riskRatingOf,
  valueLabel: "Risk rating",
};
