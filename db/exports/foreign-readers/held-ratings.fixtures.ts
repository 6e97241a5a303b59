import type Database from "better-sqlite3";
import type { Held, HeldRow } from "./held.fixtures";
import { factorsIn, fixed, levelsOf } from "./held-labels.fixtures";

/* What coders gave, read from the database by SQL, for a study in which nobody rated twice. */

const given = `
  select c.reference case_ref, s.factor,
    char(64 + dense_rank() over (partition by c.id
      order by u.imported_coder, a.joined_later, a.id)) coder,
    iif(u.imported_coder is null, 'registered', 'imported') origin,
    iif(a.joined_later, 'yes', iif(a.joined_later = 0, 'no', null)) joined_later,
    s.level, l.score, iif(a.id is null, null, iif(s.unsure, 'yes', 'no')) unsure,
    nullif(s.note, '') note, nullif((select group_concat(value, '; ')
      from json_each(s.themes)), '') other_themes, nullif(s.description, '') other_description,
    g.level second_level, m.score second_score,
    iif(g.unsure, 'yes', iif(g.unsure = 0, 'no', null)) second_unsure,
    nullif(g.note, '') second_note, nullif((select group_concat(value, '; ')
      from json_each(g.themes)), '') second_other_themes,
    nullif(g.description, '') second_other_description, d.level agreed_level, n.score agreed_score, d.way,
    nullif((select group_concat(value, '; ') from json_each(d.tags)), '') tags,
    nullif(d.reason, '') reason, iif(e.reason is null, null, 'yes') dissent,
    e.reason dissent_reason, v.version, v.codebook_version
  from submitted_ratings s
  join rating_submissions u on u.id = s.submission_id
  join cases c on c.id = u.case_id
  left join assignments a on a.id = u.assignment_id
  left join second_look_ratings g on g.assignment_id = a.id and g.factor = s.factor
  join dataset_versions v on v.case_id = c.id
  join dataset_ratings d on d.version_id = v.id and d.factor = s.factor
  left join (select * from dissents join dataset_dissents on dissent_id = id) e
    on e.version_id = v.id and e.assignment_id = a.id and e.factor = s.factor
  join codebook_levels l on l.codebook_version = v.codebook_version
    and l.factor = s.factor and l.level = s.level
  join codebook_levels n on n.codebook_version = v.codebook_version
    and n.factor = s.factor and n.level = d.level
  left join codebook_levels m on m.codebook_version = v.codebook_version
    and m.factor = s.factor and m.level = g.level
  order by c.reference, coder`;

const agreed = `
  select c.reference case_ref, d.factor, l.score
  from dataset_ratings d
  join dataset_versions v on v.id = d.version_id
  join cases c on c.id = v.case_id
  join codebook_levels l on l.codebook_version = v.codebook_version
    and l.factor = d.factor and l.level = d.level
  order by c.reference`;

/** The tables for leads as a database has them. */
export function ratingsIn(db: Database.Database): Record<string, Held> {
  const factors = factorsIn(db);
  const rows = db.prepare(given).all() as HeldRow[];
  const scores = db.prepare(agreed).all() as HeldRow[];
  const references = [...new Set(scores.map(({ case_ref }) => case_ref))];
  const of = (case_ref: unknown, all: readonly HeldRow[]) =>
    all.filter((row) => row.case_ref === case_ref);
  const level = new Map(factors.flatMap(({ levels }) => levels.map((one) => [one.key, one.label])));
  const factor = new Map(factors.map(({ key, label }) => [key, label]));
  const endings = ["", "_a", "_b", "_most"];
  return {
    "for-leads/ratings": {
      rows: references.flatMap((reference) =>
        factors.flatMap(({ key }) => of(reference, rows).filter((row) => row.factor === key)),
      ),
      labels: { ...fixed.ratings, factor, level, second_level: level, agreed_level: level },
    },
    "for-leads/sensitivity": {
      rows: references.map((reference) =>
        sensitivityRow(reference ?? null, of(reference, rows), of(reference, scores)),
      ),
      labels: Object.fromEntries(
        Object.entries(levelsOf(factors)).flatMap(([key, labels]) =>
          endings.map((ending) => [`${key}${ending}`, labels]),
        ),
      ),
    },
  };
}

function sensitivityRow(
  case_ref: HeldRow[string],
  given: readonly HeldRow[],
  agreed: readonly HeldRow[],
): HeldRow {
  const coders = new Set(given.map(({ coder }) => coder)).size;
  const cells = agreed.flatMap(({ factor, score }) => {
    const own = given.filter((row) => row.factor === factor);
    const by = (letter: string) => own.find(({ coder }) => coder === letter)?.score ?? null;
    const most = own.find(
      (one) => own.filter((row) => row.score === one.score).length > coders / 2,
    );
    return [
      [`${factor}`, score],
      [`${factor}_a`, by("A")],
      [`${factor}_b`, by("B")],
      [`${factor}_most`, most?.score ?? null],
    ] as const;
  });
  const sum = (ending: RegExp) => {
    const own = cells.filter(([name]) => ending.test(name)).map(([, score]) => score);
    return own.includes(null) ? null : own.reduce<number>((all, score) => all + Number(score), 0);
  };
  return {
    ...{ case_ref, coders, ...Object.fromEntries(cells) },
    risk_rating: sum(/(?<!_a|_b|_most)$/),
    risk_rating_a: sum(/_a$/),
    risk_rating_b: sum(/_b$/),
    risk_rating_most: sum(/_most$/),
  };
}
