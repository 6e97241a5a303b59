import { monthBands } from "../case-record/periods";
import { motherAgeBands } from "../cases";
import { lawGroups } from "../code-lists/code-lists";
import { codesOf, fixedCodes, scoredLabels, yesOrNo } from "./codes";
import type { Field } from "./field";
import { type Book, caseRef } from "./table";

/**
 * The fields of the agreed ratings, a row for each case: those of the reference file first, then
 * the version, then the rest of the record.
 */
export function agreedRatingFields({ lists, codebook }: Book): Field[] {
  return [
    caseRef,
    {
      type: "text",
      name: "sample",
      label: "Sample",
      description: "The sample that the case belongs to.",
    },
    {
      type: "code",
      name: "case_type",
      label: "Case type",
      description: "The law that the proceedings were under.",
      codes: codesOf(lists.case_type),
    },
    {
      type: "code",
      name: "scr_methodology",
      label: "SCR methodology",
      description: "How the serious case review was done, by the closest fit.",
      codes: codesOf(lists.methodology),
    },
    {
      type: "code",
      name: "involvement",
      label: "Involvement with the index child",
      description: "When the organisation was involved with the index child.",
      codes: codesOf(lists.involvement),
    },
    {
      type: "code",
      name: "incident_type",
      label: "Index incident type",
      description: "The type of the incident that led to the review.",
      codes: codesOf(lists.incident_type),
    },
    {
      type: "code",
      name: "mother_age_at_first_birth",
      label: "Mother’s age at birth of first child",
      description: "The band of the mother’s age, from the age where it is recorded.",
      codes: fixedCodes(motherAgeBands),
    },
    {
      type: "code",
      name: "included",
      label: "In the analysis",
      description: "Whether the case counts in the analysis.",
      codes: yesOrNo,
    },
    {
      type: "text",
      free: true,
      name: "exclusion_reason",
      label: "Reason for exclusion",
      description: "Why the case is excluded from the analysis.",
    },
    ...codebook.factors.map(
      (factor): Field => ({
        type: "score",
        name: factor.key,
        label: factor.label,
        description: factor.definition,
        levels: scoredLabels(factor),
      }),
    ),
    {
      type: "integer",
      least: 0,
      most: 39,
      name: "risk_rating",
      label: "Risk rating",
      description: "The sum of the 13 scores; missing unless all are there.",
    },
    {
      type: "integer",
      least: 1,
      name: "version",
      label: "Version",
      description: "How often the case has been committed.",
    },
    {
      type: "text",
      name: "codebook_version",
      label: "Codebook",
      description: "The version of the codebook that the case was rated by.",
    },
    {
      type: "code",
      name: "origin",
      label: "Origin",
      description: "Whether the case was registered in Concord or imported.",
      codes: [
        { key: "registered", label: "Registered" },
        { key: "imported", label: "Imported" },
      ],
    },
    {
      type: "date",
      name: "committed_on",
      label: "Committed on",
      description: "The day of the latest commitment.",
    },
    {
      type: "code",
      name: "submission_kind",
      label: "Kind of submission",
      description: "What the organisation sent to the review.",
      codes: codesOf(lists.submission_kind),
    },
    {
      type: "text",
      free: true,
      name: "case_type_detail",
      label: "Which kind",
      description: "Which kind it was, for a case type that does not say it.",
    },
    {
      type: "code",
      name: "law_group",
      label: "Law group",
      description: "The group that the case type counts towards. Computed.",
      codes: fixedCodes(lawGroups),
    },
    {
      type: "code",
      name: "fatal",
      label: "Fatal",
      description: "Whether a child died in an incident of this type. Computed.",
      codes: yesOrNo,
    },
    {
      type: "text",
      free: true,
      name: "incident_rationale",
      label: "Why this incident type",
      description: "What in the submission the incident type rests on.",
    },
    {
      type: "integer",
      least: 0,
      name: "involvement_months",
      label: "Months of involvement",
      description:
        "The months of all periods together, each rounded. Computed; missing where no period is recorded or one is still open.",
    },
    {
      type: "code",
      name: "involvement_months_band",
      label: "Months of involvement, band",
      description: "The band of Table 5. Computed.",
      codes: monthBands.map(({ label }) => ({ key: label, label })),
    },
    {
      type: "integer",
      least: 0,
      name: "index_children",
      label: "Index children",
      description: "How many index children are recorded; missing where none is.",
    },
    {
      type: "integer",
      least: 0,
      name: "index_children_died",
      label: "Index children who died",
      description: "How many of them died; missing where an outcome is not recorded.",
    },
    {
      type: "integer",
      least: 10,
      most: 60,
      name: "mother_age_years",
      label: "Mother’s age at birth of first child, in years",
      description: "The age where it is known.",
    },
  ];
}
