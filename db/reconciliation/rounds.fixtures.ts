import type Database from "better-sqlite3";
import type { ShownRound } from "@/domain/reconciliation/commitment";

/** What the check page of a case would show of its last round to somebody who knew all there is. */
export function shownIn(db: Database.Database, reference: string): ShownRound {
  const number = (query: string) =>
    Number(
      db.prepare(`select (${query}) from cases c where c.reference = ?`).pluck().get(reference) ??
        0,
    );
  const lastRound = "select max(r.round) from reconciliations r where r.case_id = c.id";
  const inLastRound = (table: string) =>
    `${table} t join reconciliations n on n.id = t.reconciliation_id
     where n.case_id = c.id and n.round = (${lastRound})`;
  const coders = number(`select count(*) from rating_submissions s where s.case_id = c.id
    and not exists (select 1 from submissions_taken_back t where t.submission_id = s.id)
    and not exists (select 1 from assignment_releases l where l.assignment_id = s.assignment_id)`);
  const decisions = number(`select count(*) from ${inLastRound("agreed_ratings")}`);
  const asksForSecondPerson = number("select second_person_confirms from study") === 1;
  const revision = number(`select max(t.revision) from ${inLastRound("commit_proposals")}`);
  const last = `${inLastRound("commit_proposals")} and t.revision = ${revision}`;
  const stood = number(`select t.decisions from ${last}`) === decisions;
  const wasSentBack =
    number(
      `select count(*) from proposals_sent_back b where b.proposal_id = (select t.id from ${last})`,
    ) > 0;
  const proposed = asksForSecondPerson && revision > 0 ? { revision } : null;
  return {
    round: number(lastRound),
    letters: Array.from({ length: coders }, (_, place) => "ABCDEFGH".charAt(place)),
    decisions,
    dissents: number(`select count(*) from dissents d
      join assignments a on a.id = d.assignment_id where a.case_id = c.id`),
    secondPersonConfirms: asksForSecondPerson,
    proposal: stood && !wasSentBack ? proposed : null,
    sentBack: wasSentBack ? proposed : null,
  };
}
