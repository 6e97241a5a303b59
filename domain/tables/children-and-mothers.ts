import { childAgeBands } from "../case-record/derived";
import { motherAgeBands } from "../cases";
import { aboutRounding, allCases, ofAnalysedCases } from "./analysed-cases";
import { notRecorded, partLine, withTotal } from "./lines";
import type { TableKind } from "./table";

/** Table 7: how old the index children were at the incident. */
export const table7: TableKind = {
  ...ofAnalysedCases,
  output: "table_7",
  title: "Table 7: ages of the index children",
  lineLabel: "Age at the incident",
  unit: "index children",
  percent: true,
  note: `Number of index children, and in brackets their share of the column in whole per cent. ${aboutRounding}`,
  lines: (_book, found) =>
    withTotal(
      childAgeBands.map(({ key, label }) => partLine(key, label)),
      found,
      "All index children",
    ),
  partsOf: ({ children }) =>
    children.map(
      ({ ageYears }) =>
        childAgeBands.find(({ upTo }) => isUpTo(ageYears, upTo))?.key ?? notRecorded,
    ),
};

function isUpTo(years: number | null, upTo: number): boolean {
  return years !== null && years <= upTo;
}

/** Table 8: how old the mother was at the birth of her first child. */
export const table8: TableKind = {
  ...ofAnalysedCases,
  output: "table_8",
  title: "Table 8: mother’s age at the birth of her first child",
  lineLabel: "Age",
  percent: true,
  note: `Number of cases, and in brackets their share of the column in whole per cent. ${aboutRounding}`,
  lines: (_book, found) => {
    const bands = Object.entries(motherAgeBands).map(([key, { label }]) => partLine(key, label));
    return withTotal(bands, found, allCases);
  },
  partsOf: ({ motherAgeBand }) => [motherAgeBand ?? notRecorded],
};
