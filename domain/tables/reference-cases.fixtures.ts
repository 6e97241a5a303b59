import { readFileSync } from "node:fs";
import { join } from "node:path";
import { totalMonths } from "../case-record/periods";
import type { ChildOutcome, MotherAgeBand, Sex } from "../cases";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import type { TableBook } from "./table";
import type { TableCase } from "./table-case";

/** What the lines of the tests' tables are named by. */
export const firstBook: TableBook = {
  lists: firstCodeLists,
  codebook: readCodebook(firstCodebook),
};

/** The invented cases that stand in for the report's, all 86, as tables count them. */
export function referenceCases(): TableCase[] {
  const children = rowsOf("children.csv");
  const periods = rowsOf("involvement_periods.csv");
  return rowsOf("cases.csv").map((row): TableCase => {
    const isOwn = ({ case_ref }: Record<string, string>) => case_ref === row.case_ref;
    const included = row.included === "yes";
    const scores = firstBook.codebook.factors.map(({ key }) => [key, Number(row[key])] as const);
    return {
      reference: row.case_ref ?? "",
      sample: row.sample ?? "",
      included,
      methodology: row.scr_methodology || null,
      caseType: row.case_type ?? "",
      involvement: row.involvement || null,
      months: totalMonths(
        periods.filter(isOwn).map(({ start_date, end_date }) => ({
          startDate: start_date ?? "",
          endDate: end_date || null,
          subject: null,
        })),
      ),
      incidentType: row.incident_type ?? "",
      motherAgeBand: (row.mother_age_at_first_birth || null) as MotherAgeBand | null,
      children: children.filter(isOwn).map(({ age_years, sex, outcome }) => ({
        ageYears: Number(age_years),
        sex: sex as Sex,
        outcome: outcome as ChildOutcome,
      })),
      practice: [],
      scores: included ? Object.fromEntries(scores) : null,
    };
  });
}

/** The rows of a file of the reference data, by the names of their columns. */
export function rowsOf(file: string): Record<string, string>[] {
  const folder = join(import.meta.dirname, "../../commands/demo/reference");
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split("\n");
  const names = header.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, index) => [names[index], cell])),
  );
}
