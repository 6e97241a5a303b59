import type { ImportFault } from "../faults";
import type { MatchedRow } from "./matched-row";
import type { SheetMatching } from "./matching";
import type { NamedSheet } from "./rows";

/** Some risk factors have a column of scores and others none: one for the sheet, mended once. */
export function withoutFactors(
  { label }: NamedSheet,
  { headerLine }: SheetMatching,
  factors: readonly string[],
): ImportFault {
  const expected = `a column with scores of each factor; there is none of ${factors.join(", ")}: choose it under Columns, or leave the scores of all factors out there`;
  const value = "headers without some of the risk factors";
  return { file: label, line: headerLine, column: "", value, expected };
}

/** No column has references: one for the sheet, whose rows have nothing that could be mended. */
export function withoutReference(
  { label }: NamedSheet,
  { headerLine }: SheetMatching,
): ImportFault {
  return {
    file: label,
    line: headerLine,
    column: "",
    value: "headers without a column of references",
    expected:
      "the column that has the reference of each case: choose it under Columns, or leave the sheet out there",
  };
}

/** A row of totals: one, whatever of a case is missing in it. */
export function ofTotals({ place, text }: MatchedRow): ImportFault {
  return {
    file: place.sheet,
    line: place.line,
    column: "",
    value: `“${text("case_ref")}”, a row of totals`,
    expected: `cases alone: where none stands below it, enter ${place.line - 1} under Columns as “Last row of the table”; else take the row out of the file`,
  };
}
