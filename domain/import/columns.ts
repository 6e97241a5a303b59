import type { Codebook } from "../codebook/codebook";

const detailColumns = [
  "case_ref",
  "sample",
  "case_type",
  "scr_methodology",
  "involvement",
  "incident_type",
  "mother_age_at_first_birth",
  "included",
  "exclusion_reason",
] as const;

/** The columns of cases.csv: the details, then a score for each factor in codebook order. */
export function caseColumns(codebook: Codebook): string[] {
  return [...detailColumns, ...codebook.factors.map((factor) => factor.key)];
}

/** The columns of children.csv. */
export const childColumns = ["case_ref", "age_years", "sex", "outcome"] as const;

/** The columns of involvement_periods.csv. */
export const periodColumns = ["case_ref", "start_date", "end_date"] as const;
