import { subjects } from "../case-record/case-record";
import { childAgeBandOf, childAgeBands } from "../case-record/derived";
import { monthsOf } from "../case-record/periods";
import { childOutcomes, sexes } from "../cases";
import { fixedCodes } from "./codes";
import { caseRef, type TableKind } from "./table";

/** The index children, a row for each. */
export const indexChildren: TableKind = {
  name: "children",
  title: "Index children",
  description: "The index children of the cases, in the order in which they are recorded.",
  key: ["case_ref", "child"],
  fields: () => [
    caseRef,
    {
      type: "integer",
      least: 0,
      most: 17,
      name: "age_years",
      label: "Age in years",
      description: "Age in whole years at the incident.",
    },
    {
      type: "code",
      name: "sex",
      label: "Sex",
      description: "The sex of the child.",
      codes: fixedCodes(sexes),
    },
    {
      type: "code",
      name: "outcome",
      label: "Outcome",
      description: "What became of the child in the incident.",
      codes: fixedCodes(childOutcomes),
    },
    {
      type: "integer",
      least: 1,
      name: "child",
      label: "Child",
      description: "The number of the child within the case.",
    },
    {
      type: "code",
      name: "age_band",
      label: "Age band",
      description: "The band of Table 7. Computed.",
      codes: childAgeBands.map(({ label }) => ({ key: label, label })),
    },
  ],
  rowsOf: (_, { reference, record }) =>
    record.children.map(({ ageYears, sex, outcome }, index) => ({
      case_ref: reference,
      age_years: ageYears,
      sex,
      outcome,
      child: index + 1,
      age_band: ageYears === null ? null : childAgeBandOf(ageYears),
    })),
};

/** The periods of involvement, a row for each. */
export const involvementPeriods: TableKind = {
  name: "involvement-periods",
  title: "Involvement periods",
  description: "When the organisation was involved, in the order in which it is recorded.",
  key: ["case_ref", "period"],
  fields: () => [
    caseRef,
    { type: "date", name: "start_date", label: "Start", description: "The first day." },
    {
      type: "date",
      name: "end_date",
      label: "End",
      description: "The last day; missing while the period is open.",
    },
    {
      type: "integer",
      least: 1,
      name: "period",
      label: "Period",
      description: "The number of the period within the case.",
    },
    {
      type: "code",
      name: "subject",
      label: "With whom",
      description: "Whether the child or the family was known.",
      codes: fixedCodes(subjects),
    },
    {
      type: "integer",
      least: 0,
      name: "months",
      label: "Months",
      description: "Whole months, rounded. Computed; missing while the period is open.",
    },
  ],
  rowsOf: (_, { reference, record }) =>
    record.periods.map((period, index) => ({
      case_ref: reference,
      start_date: period.startDate,
      end_date: period.endDate,
      period: index + 1,
      subject: period.subject,
      months: monthsOf(period),
    })),
};
