import { motherAgeBandOf } from "../case-record/derived";
import { monthBand, totalMonths } from "../case-record/periods";
import { valueFor } from "../code-lists/code-lists";
import { levelOf } from "../codebook/codebook";
import { dayOf } from "../dates";
import { riskRating } from "../ratings/ratings";
import { agreedRatingFields } from "./agreed-rating-fields";
import type { DatasetCase } from "./case";
import { levelCodes } from "./codes";
import type { Row } from "./field";
import { type Book, caseRef, type TableKind } from "./table";

/** The agreed ratings, a row for each case: its record, a score for each factor, and their sum. */
export const agreedRatings: TableKind<DatasetCase> = {
  name: "agreed-ratings",
  title: "Agreed ratings, one row per case",
  description:
    "Every case that is committed or excluded, with its record and the latest agreed ratings. The scores of a case without agreed ratings are missing, never 0.",
  key: ["case_ref"],
  fields: agreedRatingFields,
  rowsOf: (book, each) => [caseRow(book, each)],
};

function caseRow({ lists, codebook, codebookOf }: Book, each: DatasetCase): Row {
  const { record, levels } = each;
  const own = each.codebookVersion === null ? codebook : codebookOf(each.codebookVersion);
  const scores = own.factors.map((factor): [string, number | null] => {
    const level = levels?.[factor.key];
    return [factor.key, level === undefined ? null : levelOf(factor, level).score];
  });
  const complete = levels !== null && scores.every(([, score]) => score !== null);
  const months = totalMonths(record.periods);
  const { children } = record;
  const known = children.length > 0 && children.every(({ outcome }) => outcome !== null);
  return {
    case_ref: each.reference,
    sample: record.sample,
    case_type: record.caseType,
    scr_methodology: record.methodology,
    involvement: record.involvement,
    incident_type: record.incidentType,
    mother_age_at_first_birth: motherAgeBandOf(record),
    included: record.included ? "yes" : "no",
    exclusion_reason: orNull(record.exclusionReason),
    ...Object.fromEntries(scores),
    risk_rating: complete ? riskRating(own, levels) : null,
    version: each.version,
    codebook_version: each.codebookVersion,
    origin: each.origin,
    committed_on: each.committedOn === null ? null : dayOf(each.committedOn),
    submission_kind: record.submissionKind,
    case_type_detail: orNull(record.caseTypeDetail),
    law_group: valueFor(lists.case_type, record.caseType).lawGroup,
    fatal: valueFor(lists.incident_type, record.incidentType).fatal ? "yes" : "no",
    incident_rationale: orNull(record.incidentRationale),
    involvement_months: months,
    involvement_months_band: months === null ? null : monthBand(months),
    index_children: children.length > 0 ? children.length : null,
    index_children_died: known ? children.filter(({ outcome }) => outcome === "died").length : null,
    mother_age_years: record.motherAge,
  };
}

/** A text, or null where it is empty. */
export function orNull(text: string): string | null {
  return text === "" ? null : text;
}

/** The agreed ratings, a row for each case and factor. */
export const agreedRatingsLong: TableKind = {
  name: "agreed-ratings-long",
  title: "Agreed ratings, one row per case and factor",
  description: "The latest agreed level of each factor of each committed case.",
  key: ["case_ref", "factor"],
  fields: ({ codebook }) => [
    caseRef,
    {
      type: "code",
      name: "factor",
      label: "Risk factor",
      description: "One of the 13 risk factors.",
      codes: codebook.factors.map(({ key, label }) => ({ key, label })),
    },
    {
      type: "code",
      name: "level",
      label: "Level",
      description: "The agreed level.",
      codes: levelCodes(codebook),
    },
    {
      type: "integer",
      least: 0,
      most: 3,
      name: "score",
      label: "Score",
      description: "The score of that level.",
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
  ],
  rowsOf({ codebookOf }, { reference, levels, version, codebookVersion }) {
    if (levels === null || codebookVersion === null) return [];
    return codebookOf(codebookVersion).factors.map((factor) => {
      const level = levels[factor.key];
      return {
        case_ref: reference,
        factor: factor.key,
        level: level ?? null,
        score: level === undefined ? null : levelOf(factor, level).score,
        version,
        codebook_version: codebookVersion,
      };
    });
  },
};
