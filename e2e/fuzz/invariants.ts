import type Database from "better-sqlite3";

/* What must hold in the database whatever was sent to the server. */

/** Tables whose rows are kept as they are: the database says so itself. */
function keptTables(db: Database.Database): string[] {
  const guards = "type = 'trigger' and sql like '%are kept as they are%'";
  const found = db.prepare(`select distinct tbl_name from sqlite_schema where ${guards}`);
  return found.pluck().all() as string[];
}

/** Every row of the tables whose rows are kept, as text. */
export function keptRows(db: Database.Database): Set<string> {
  return new Set(
    keptTables(db).flatMap((table) =>
      db
        .prepare(`select * from ${table}`)
        .all()
        .map((row) => `${table} ${JSON.stringify(row)}`),
    ),
  );
}

/** The rows that were there before and are not there as they were. */
export function changedRows(db: Database.Database, before: ReadonlySet<string>): string[] {
  const now = keptRows(db);
  return [...before].filter((row) => !now.has(row));
}

const stands = `not exists (select 1 from submissions_taken_back t where t.submission_id = s.id)`;

/** At that moment the assignment had neither a submission that stood nor been gone on without. */
const outAt = (moment: string) => `
  select 1 from assignments a where a.case_id = c.id and a.assigned_at < ${moment}
  and not exists (select 1 from assignment_releases r
    where r.assignment_id = a.id and r.released_at <= ${moment})
  and not exists (select 1 from rating_submissions s
    where s.assignment_id = a.id and s.submitted_at <= ${moment}
    and not exists (select 1 from submissions_taken_back t
      where t.submission_id = s.id and t.taken_back_at < ${moment}))`;

const offScale = (table: string) => `
  select rowid from ${table} r where r.level is not null and not exists (
    select 1 from codebook_levels l where l.codebook_version = r.codebook_version
    and l.factor = r.factor and l.level = r.level)`;

const asOften = (action: string, counted: string) => `
  select 1 where (${counted}) <> (select count(*) from audit_entries where action = '${action}')`;

/** Each finds rows that must not be there. */
const forbidden: Readonly<Record<string, string>> = {
  "a draft with a level outside its scale": offScale("draft_ratings"),
  "a submission with a level outside its scale": offScale("submitted_ratings"),
  "a second look in progress with a level outside its scale": offScale("second_look_drafts"),
  "a second look with a level outside its scale": offScale("second_look_ratings"),
  "an agreed level outside its scale": offScale("agreed_ratings"),
  "a committed level outside its scale": offScale("dataset_ratings"),
  "a practice draft with a level outside its scale": offScale("practice_draft_ratings"),
  "a practice rating with a level outside its scale": offScale("practice_ratings"),
  "a reference level outside its scale": offScale("practice_references"),
  "a practice case without 13 references": `
    select 1 from practice_case_revisions r where 13 <>
      (select count(*) from practice_references f
        where f.practice_case = r.practice_case and f.revision = r.revision)`,
  "a practice submission without 13 ratings": `
    select 1 from practice_submissions s where 13 <>
      (select count(*) from practice_ratings r
        where r.practice_case = s.practice_case and r.person_id = s.person_id)`,
  "a practice submission of whoever wrote the case": `
    select 1 from practice_submissions s join practice_case_revisions r
      on r.practice_case = s.practice_case and r.recorded_by = s.person_id`,
  "a practice submission that the log does not have": asOften(
    "submitted practice ratings",
    "select count(*) from practice_submissions",
  ),
  "a practice save that the log does not have": asOften(
    "saved a practice draft",
    "select sum(revision) from practice_drafts",
  ),
  "a committed case without 13 levels": `
    select v.id from dataset_versions v where 13 <>
      (select count(distinct d.factor) from dataset_ratings d where d.version_id = v.id)`,
  "a submission without 13 ratings": `
    select s.id from rating_submissions s where ${stands} and 13 <>
      (select count(distinct r.factor) from submitted_ratings r where r.submission_id = s.id)`,
  "two submissions of one coder that both stand": `
    select s.assignment_id from rating_submissions s
    where s.assignment_id is not null and ${stands} group by s.assignment_id having count(*) > 1`,
  "a level agreed while a coder was out": `
    select g.id from agreed_ratings g join reconciliations n on n.id = g.reconciliation_id
    join cases c on c.id = n.case_id where exists (${outAt("g.agreed_at")})`,
  "a case committed while a coder was out": `
    select v.id from dataset_versions v join cases c on c.id = v.case_id
    where exists (${outAt("v.committed_at")})`,
  "meeting notes changed while a coder was out": `
    select n.revision from meeting_notes n join cases c on c.id = n.case_id
    where exists (${outAt("n.saved_at")})`,
  "names switched while a coder was out": `
    select n.revision from name_switches n join cases c on c.id = n.case_id
    where exists (${outAt("n.switched_at")})`,
  "a case opened while a coder was out": `
    select n.id from reconciliations n join cases c on c.id = n.case_id
    where n.round = 1 and exists (${outAt("n.started_at")})`,
  "a submission taken back after the case opened": `
    select t.submission_id from submissions_taken_back t
    join rating_submissions s on s.id = t.submission_id
    join reconciliations n on n.case_id = s.case_id where n.started_at < t.taken_back_at`,
  "a dissent recorded while a coder was out": `
    select d.id from dissents d join assignments b on b.id = d.assignment_id
    join cases c on c.id = b.case_id where exists (${outAt("d.recorded_at")})`,
  "a dissent of somebody who does not code the case": `
    select d.id from dissents d join assignments a on a.id = d.assignment_id
    join agreed_ratings g on g.id = d.agreed_rating_id
    join reconciliations n on n.id = g.reconciliation_id
    where n.case_id <> a.case_id or g.factor <> d.factor`,
  "a precedent made while a coder was out": `
    select p.id from precedents p join cases c on c.id = p.case_id
    where exists (${outAt("p.made_at")})`,
  "a submission taken back after the second look began": `
    select t.submission_id from submissions_taken_back t
    join rating_submissions s on s.id = t.submission_id
    join second_looks l on l.case_id = s.case_id where l.started_at < t.taken_back_at`,
  "a second look that is not at the factors of its case": `
    select u.assignment_id from second_look_submissions u
    join assignments a on a.id = u.assignment_id
    where (select count(*) from second_look_factors f where f.case_id = a.case_id) <>
      (select count(*) from second_look_ratings r where r.assignment_id = u.assignment_id)`,
  "a coder who joined during a second look": `
    select a.id from assignments a join second_looks l on l.case_id = a.case_id
    where a.assigned_at > l.started_at and not exists (select 1 from reconciliations n
      where n.case_id = a.case_id and n.started_at < a.assigned_at)`,
  "a case with one coder": `
    select case_id from assignments group by case_id having count(*) = 1`,
  "a person without a role": `
    select id from people p where not exists (select 1 from person_roles r where r.person_id = p.id)`,
  "a release of the dataset without all its cases": `
    select r.number from releases r where r.cases <>
      (select count(*) from release_cases p where p.release = r.number)`,
  "ratings released while a coder was out": `
    select p.case_id from release_cases p join releases r on r.number = p.release
    join cases c on c.id = p.case_id
    where p.version_id is not null and exists (${outAt("r.made_at")})`,
  "a case in the analysis released without its ratings": `
    select p.case_id from release_cases p join case_records c
      on c.case_id = p.case_id and c.revision = p.record_revision
    where p.version_id is null and c.included = 1`,
  "a release of the dataset that the log does not have": asOften(
    "made a release",
    "select count(*) from releases",
  ),
  "a gap in the log": `
    select 1 from (select max(position) as last, count(*) as all_of_them from audit_entries)
    where last <> all_of_them`,
  "a submission that the log does not have": asOften(
    "submitted ratings",
    "select count(*) from rating_submissions where imported_coder is null",
  ),
  "a submission taken back that the log does not have": asOften(
    "took a submission back",
    "select count(*) from submissions_taken_back",
  ),
  "meeting notes that the log does not have": asOften(
    "changed the meeting notes",
    "select count(*) from meeting_notes",
  ),
  "a save that the log does not have": asOften("saved a draft", "select sum(revision) from drafts"),
  "a second look that the log does not have": asOften(
    "submitted a second look",
    "select count(*) from second_look_submissions",
  ),
  "an assignment that the log does not have": asOften(
    "assigned a coder",
    "select count(*) from assignments",
  ),
  "a release that the log does not have": `
    select 1 where (select count(*) from assignment_releases) <> (
      select count(*) from audit_entries where action in
        ('went on without a coder', 'handed the case back', 'replaced a coder'))`,
  "a commitment that the log does not have": asOften(
    "committed to the dataset",
    `select count(*) from dataset_versions v where not exists (select 1 from import_cases i
      where i.case_id = v.case_id and i.version = v.version)`,
  ),
  "a dissent that the log does not have": `
    select 1 where (select count(*) from dissents) <> (select count(*) from audit_entries
      where action in ('recorded dissent', 'withdrew dissent'))`,
  "a precedent that the log does not have": `
    select 1 where (select count(*) from precedents) <> (select count(*) from audit_entries
      where action in ('made a precedent', 'took a precedent back'))`,
  "a proposal that the log does not have": asOften(
    "proposed to commit",
    "select count(*) from commit_proposals",
  ),
  "a reopening that the log does not have": asOften(
    "reopened the case",
    "select count(*) from reconciliations where round > 1",
  ),
  "a case that the log does not have": asOften(
    "registered the case",
    "select count(*) from cases where origin = 'registered'",
  ),
  "an import that the log does not have": asOften("imported cases", "select count(*) from imports"),
};

/** What does not hold, in words. */
export function broken(db: Database.Database): string[] {
  const integrity = db.pragma("integrity_check", { simple: true });
  const foreign = db.pragma("foreign_key_check") as unknown[];
  return [
    ...(integrity === "ok" ? [] : [`the database is damaged: ${integrity}`]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} references lead nowhere`]),
    ...Object.entries(forbidden).flatMap(([what, query]) => {
      const found = db.prepare(query).all().length;
      return found === 0 ? [] : [`${what}: ${found}`];
    }),
  ];
}
