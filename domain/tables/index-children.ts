import { mostRows } from "../case-record/read-section";
import { childOutcomes, sexes } from "../cases";
import { aboutRounding, allCases, ofAnalysedCases } from "./analysed-cases";
import { countedInWords } from "./base";
import { bySample } from "./columns";
import { partLine, totalLine } from "./lines";
import type { Line, TableKind } from "./table";

const [child, noSex, noOutcome] = ["child", "sex not recorded", "outcome not recorded"];

/**
 * The index children of each sex, and what became of them. A child is counted under its sex and under
 * its outcome, so that all lines together are twice the total.
 */
export const indexChildren: TableKind = {
  ...ofAnalysedCases,
  output: "index_children",
  title: "Sex and outcome of the index children",
  lineLabel: "Sex and outcome",
  unit: "index children",
  percent: true,
  note: `Number of index children, and in brackets their share of all in the column in whole per cent. ${aboutRounding}`,
  columns: bySample,
  lines: (_book, found): Line[] => {
    const lines = [
      ...Object.entries(sexes).map(([key, { label }]) => partLine(key, label)),
      ...(found(noSex) ? [partLine(noSex, "Sex not recorded")] : []),
      ...Object.entries(childOutcomes).map(([key, { label }]) => partLine(key, label)),
      ...(found(noOutcome) ? [partLine(noOutcome, "Outcome not recorded")] : []),
    ];
    const all = totalLine([partLine(child, "")], "All index children");
    return [...lines, all].map((line) => ({ ...line, shareOf: [child] }));
  },
  partsOf: ({ children }) =>
    children.flatMap(({ sex, outcome }) => [sex ?? noSex, outcome ?? noOutcome, child]),
};

/** How many cases have one index child, how many two, and so on. */
export const childrenPerCase: TableKind = {
  ...ofAnalysedCases,
  output: "children_per_case",
  title: "Cases by number of index children",
  lineLabel: "Index children of a case",
  columns: bySample,
  lines: (_book, found) => {
    const numbers = Array.from({ length: mostRows + 1 }, (_, number) => number);
    const lines = numbers
      .filter((number) => found(String(number)))
      .map((number) => partLine(String(number), inWords(number)));
    return [...lines, totalLine(lines, allCases)];
  },
  partsOf: ({ children }) => [String(children.length)],
};

function inWords(children: number): string {
  return children === 0 ? "None recorded" : countedInWords(children, "index children");
}
