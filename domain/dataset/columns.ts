import type { IndexChild, Period } from "../case-record/case-record";
import { motherAgeBandOf } from "../case-record/derived";
import type { MotherAgeBand } from "../cases";
import { type CodeLists, valueFor } from "../code-lists/code-lists";
import { type Codebook, levelOf } from "../codebook/codebook";
import { dayOf } from "../dates";
import { riskRating } from "../ratings";

/** A cell of a row that goes into a file. An empty cell is "". */
export type Cell = string | number;
/** A row that goes into a file, by column name. */
export type DatasetRow = Readonly<Record<string, Cell>>;

/**
 * One case of the dataset: its details and, once committed, the agreed level of each factor by
 * level key. `levels`, `version`, `codebookVersion` and `committedOn` are null until then.
 */
export interface DatasetRecord {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly methodology: string | null;
  readonly involvement: string | null;
  readonly incidentType: string;
  readonly motherAge: number | null;
  readonly motherAgeBand: MotherAgeBand | null;
  readonly included: boolean;
  readonly exclusionReason: string;
  readonly levels: Readonly<Record<string, string>> | null;
  readonly version: number | null;
  readonly codebookVersion: string | null;
  readonly origin: "registered" | "imported";
  /** A UTC instant, or a date such as 2016-02-29. */
  readonly committedOn: string | null;
}

/** An index child of a case. */
export interface DatasetChild extends IndexChild {
  readonly reference: string;
}

/** A period of involvement of a case. */
export interface DatasetPeriod extends Period {
  readonly reference: string;
}

/** The columns of cases.csv before the scores. */
export const detailColumns = [
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

/** The columns of children.csv. */
export const childColumns = ["case_ref", "age_years", "sex", "outcome"] as const;

/** The columns of involvement_periods.csv. */
export const periodColumns = ["case_ref", "start_date", "end_date"] as const;

/** The columns of the long form of the agreed ratings: a row for each case and factor. */
export const longColumns = [
  "case_ref",
  "factor",
  "level",
  "score",
  "version",
  "codebook_version",
] as const;

/** The columns of cases.csv: the details, then a score for each factor in codebook order. */
export function caseColumns(codebook: Codebook): string[] {
  return [...detailColumns, ...codebook.factors.map((factor) => factor.key)];
}

/** The columns of the wide form: those of cases.csv, then what Concord adds. */
export function wideColumns(codebook: Codebook): string[] {
  return [
    ...caseColumns(codebook),
    "risk_rating",
    "version",
    "codebook_version",
    "origin",
    "committed_on",
  ];
}

/**
 * A case as one row of the wide form, with the columns of `wideColumns` in that order.
 * A score that is missing is an empty cell, never 0; the risk rating is empty unless every factor
 * has a score. `codebook` is the version that the case was rated under; what was merged in `lists`
 * is the value that it counts as. Throws when a level is not one of its factor.
 * Example: a registered case has 13 empty scores and an empty risk rating.
 */
export function wideRow(codebook: Codebook, lists: CodeLists, record: DatasetRecord): DatasetRow {
  const code = (list: keyof CodeLists, key: string | null) =>
    key === null ? "" : valueFor(lists[list], key).key;
  const scores = codebook.factors.map((factor): [string, Cell] => {
    const level = record.levels?.[factor.key];
    return [factor.key, level === undefined ? "" : levelOf(factor, level).score];
  });
  const complete = record.levels !== null && scores.every(([, score]) => score !== "");
  return {
    case_ref: record.reference,
    sample: record.sample,
    case_type: code("case_type", record.caseType),
    scr_methodology: code("methodology", record.methodology),
    involvement: code("involvement", record.involvement),
    incident_type: code("incident_type", record.incidentType),
    mother_age_at_first_birth: motherAgeBandOf(record) ?? "",
    included: record.included ? "yes" : "no",
    exclusion_reason: record.exclusionReason,
    ...Object.fromEntries(scores),
    risk_rating: complete && record.levels ? riskRating(codebook, record.levels) : "",
    version: record.version ?? "",
    codebook_version: record.codebookVersion ?? "",
    origin: record.origin,
    committed_on: record.committedOn === null ? "" : dayOf(record.committedOn),
  };
}

/**
 * A case as rows of the long form, one for each factor in codebook order; none while it has no
 * agreed levels. A factor without a level has an empty level and an empty score.
 * Throws when a level is not one of its factor.
 */
export function longRows(codebook: Codebook, record: DatasetRecord): DatasetRow[] {
  const { levels } = record;
  if (levels === null) return [];
  return codebook.factors.map((factor) => {
    const level = levels[factor.key];
    return {
      case_ref: record.reference,
      factor: factor.key,
      level: level ?? "",
      score: level === undefined ? "" : levelOf(factor, level).score,
      version: record.version ?? "",
      codebook_version: record.codebookVersion ?? "",
    };
  });
}

/** An index child as a row of children.csv. */
export function childRow(child: DatasetChild): DatasetRow {
  return {
    case_ref: child.reference,
    age_years: child.ageYears ?? "",
    sex: child.sex ?? "",
    outcome: child.outcome ?? "",
  };
}

/** A period as a row of involvement_periods.csv. */
export function periodRow(period: DatasetPeriod): DatasetRow {
  return {
    case_ref: period.reference,
    start_date: period.startDate,
    end_date: period.endDate ?? "",
  };
}
