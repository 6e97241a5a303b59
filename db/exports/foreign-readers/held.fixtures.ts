import type Database from "better-sqlite3";
import { monthBand, monthsOf, totalMonths } from "@/domain/case-record/periods";
import { pastTheProgram } from "../../fixtures";
import {
  codeListsIn,
  factorsIn,
  fixed,
  type Labels,
  levelsOf,
  valuesIn,
} from "./held-labels.fixtures";
import { ratingsIn } from "./held-ratings.fixtures";

/* What a study holds, read from its database by SQL: no code that writes files has a part in it. */

type Cell = string | number | null;
export type HeldRow = Readonly<Record<string, Cell>>;

/** The rows of a table, and of each coded column the values with their labels, in order. */
export interface Held {
  readonly rows: readonly HeldRow[];
  readonly labels: Readonly<Record<string, Labels>>;
}

/** The tables of the dataset as the database of a data directory has them. */
export function heldIn(dataDir: string): Record<string, Held> {
  return pastTheProgram(dataDir, (db) => {
    const all = <T>(query: string, ...values: unknown[]) => db.prepare(query).all(...values) as T[];
    const lists = codeListsIn(db);
    const factors = factorsIn(db);
    const found = all<Found>(currentCases);
    const of = (id: string, revision: number, query: string) => all<HeldRow>(query, id, revision);
    const each = (query: string, more: (row: HeldRow) => HeldRow = () => ({})) =>
      found.flatMap(({ id, revision, case_ref }) =>
        of(id, revision, query).map((row) => ({ case_ref, ...row, ...more(row) })),
      );
    const periods = each(`select start_date, end_date, position period, subject
      from involvement_periods where case_id = ? and revision = ? order by position`);
    return {
      "agreed-ratings": {
        rows: found.map((one) => wideRow(db, one, periods)),
        labels: { ...lists, ...fixed.wide, ...levelsOf(factors) },
      },
      "agreed-ratings-long": {
        rows: found.flatMap((one) =>
          factors.flatMap(({ key }) =>
            levelsIn(db, one.version_id)
              .filter(({ factor }) => factor === key)
              .map((row) => ({ case_ref: one.case_ref, ...row })),
          ),
        ),
        labels: {
          factor: new Map(factors.map(({ key, label }) => [key, label])),
          level: new Map(
            factors.flatMap(({ levels }) => levels.map((one) => [one.key, one.label])),
          ),
        },
      },
      children: {
        rows: each(`select age_years, sex, outcome, position child, ${ageBand} age_band
          from index_children where case_id = ? and revision = ? order by position`),
        labels: fixed.children,
      },
      "involvement-periods": {
        rows: periods.map((row) => ({ ...row, months: monthsOf(periodOf(row)) })),
        labels: fixed.periods,
      },
      practice: {
        rows: each(`select position point, kind, theme, nullif(description, '') description
          from practice_points where case_id = ? and revision = ? order by position`),
        labels: { ...fixed.practice, theme: lists.theme },
      },
      actions: {
        rows: each(`select position action, description, status
          from case_actions where case_id = ? and revision = ? order by position`),
        labels: { status: lists.status },
      },
      ...ratingsIn(db),
    };
  });
}

interface Found {
  readonly id: string;
  readonly revision: number;
  readonly version_id: string | null;
  readonly case_ref: string;
  readonly [name: string]: Cell;
}

const currentCases = `
  select c.id, r.revision, v.id version_id, c.reference case_ref, c.origin, r.sample, r.case_type,
    r.methodology scr_methodology, r.involvement, r.incident_type, r.mother_age mother_age_years,
    case when r.mother_age is null then r.mother_age_band when r.mother_age < 21 then 'under_21'
      when r.mother_age <= 25 then '21_25' when r.mother_age <= 30 then '26_30'
      when r.mother_age <= 35 then '31_35' else '36_39' end mother_age_at_first_birth,
    case r.included when 1 then 'yes' else 'no' end included,
    nullif(r.exclusion_reason, '') exclusion_reason, r.submission_kind,
    nullif(r.case_type_detail, '') case_type_detail,
    nullif(r.incident_rationale, '') incident_rationale,
    v.version, v.codebook_version, substr(v.committed_at, 1, 10) committed_on,
    nullif((select count(*) from index_children i where i.case_id = c.id
      and i.revision = r.revision), 0) index_children,
    (select case when count(outcome) = count(*) and count(*) > 0 then sum(outcome = 'died') end
      from index_children i where i.case_id = c.id and i.revision = r.revision) index_children_died
  from cases c
  join case_records r on r.case_id = c.id
    and r.revision = (select max(revision) from case_records where case_id = c.id)
  left join dataset_versions v on v.case_id = c.id
    and v.version = (select max(version) from dataset_versions where case_id = c.id)
  where v.id is not null or r.included = 0
  order by c.reference`;

const ageBand = `case when age_years < 1 then 'Under 1' when age_years <= 5 then '1 to 5'
  when age_years <= 10 then '6 to 10' when age_years <= 15 then '11 to 15'
  when age_years <= 17 then '16 to 17' end`;

function wideRow(db: Database.Database, found: Found, periods: readonly HeldRow[]): HeldRow {
  const { id: _, revision: __, version_id, ...row } = found;
  const factors = factorsIn(db);
  const levels = levelsIn(db, version_id);
  const scoreOf = new Map(levels.map(({ factor, score }) => [factor, score]));
  const own = periods.filter(({ case_ref }) => case_ref === found.case_ref).map(periodOf);
  const months = totalMonths(own);
  const inList = (list: string, key: Cell) => valuesIn(db, list).find((one) => one.key === key);
  return {
    ...row,
    ...Object.fromEntries(factors.map(({ key }) => [key, scoreOf.get(key) ?? null])),
    risk_rating: levels.length === 0 ? null : levels.reduce((sum, one) => sum + one.score, 0),
    law_group: inList("case_type", found.case_type ?? null)?.lawGroup ?? null,
    fatal: inList("incident_type", found.incident_type ?? null)?.fatal ? "yes" : "no",
    involvement_months: months,
    involvement_months_band: months === null ? null : monthBand(months),
  };
}

const periodOf = ({ start_date, end_date }: HeldRow) => ({
  startDate: String(start_date),
  endDate: end_date === null ? null : String(end_date),
  subject: null,
});

interface HeldLevel {
  readonly factor: string;
  readonly level: string;
  readonly score: number;
  readonly version: number;
  readonly codebook_version: string;
}

function levelsIn(db: Database.Database, versionId: string | null): HeldLevel[] {
  const query = `select d.factor, d.level, l.score, v.version, v.codebook_version
    from dataset_ratings d join dataset_versions v on v.id = d.version_id
    join codebook_levels l on l.codebook_version = v.codebook_version
      and l.factor = d.factor and l.level = d.level where v.id = ?`;
  return db.prepare(query).all(versionId) as HeldLevel[];
}
