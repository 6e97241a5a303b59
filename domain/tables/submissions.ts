import { ofAnalysedCases } from "./analysed-cases";
import { bySample } from "./columns";
import { linesOfList, notRecorded, partLine, totalLine, withTotal } from "./lines";
import type { TableKind } from "./table";
import { isAnalysed } from "./table-case";

/** Table 1: how many submissions there are, and how many of them are analysed, by sample. */
export const table1: TableKind = {
  ...ofAnalysedCases,
  output: "table_1",
  title: "Table 1: submissions, and cases analysed",
  lineLabel: "Submissions",
  unit: "submissions",
  note: "Number of submissions that are committed or excluded from the analysis.",
  columns: bySample,
  isAbout: () => true,
  lines: () => {
    const lines = [partLine("analysed", "Analysed"), partLine("excluded", "Excluded")];
    return [...lines, totalLine(lines, "All submissions")];
  },
  partsOf: (each) => [isAnalysed(each) ? "analysed" : "excluded"],
};

/** Table 3: how the serious case review was made. It counts excluded submissions too. */
export const table3: TableKind = {
  ...ofAnalysedCases,
  output: "table_3",
  title: "Table 3: SCR methodology",
  lineLabel: "Methodology",
  unit: "submissions",
  note: "Number of submissions, excluded ones too.",
  columns: bySample,
  isAbout: () => true,
  lines: ({ lists }, found) =>
    withTotal(linesOfList(lists.methodology, found), found, "All submissions"),
  partsOf: ({ methodology }) => [methodology ?? notRecorded],
};
