import { type SQL, sql } from "drizzle-orm";
import type { Viewer } from "../people/people";
import { cases } from "../schema";
import type { Db } from "../store/engine";

/** Moments in the life of a case, null where there is none. For use inside db/ alone. */
export interface Moments {
  readonly registered: string;
  /** Since when it is the viewer's to rate, if it ever was. */
  readonly assigned: string | null;
  /** When somebody was last released from it. */
  readonly released: string | null;
  /** When a lead let it wait, instead of opening by itself. */
  readonly held: string | null;
  /** When its second look began. */
  readonly lookedAgain: string | null;
  /** When the reconciliation under way began. */
  readonly begun: string | null;
  /** When somebody last submitted. */
  readonly submitted: string | null;
  /** When a level was last agreed. */
  readonly agreed: string | null;
}

const moment = (query: SQL) => sql<string | null>`(${query})`;

/**
 * Moments of these cases, by key. Those of ratings and reconciliations must not leave db/ for
 * somebody to whom the case is not open. For use inside db/.
 */
export async function momentsOf(
  db: Db,
  viewer: Viewer,
  where: SQL | undefined,
): Promise<Map<string, Moments>> {
  const rows = await db
    .select({
      id: cases.id,
      registered: cases.madeAt,
      assigned: moment(sql`select a.assigned_at from assignments a
        where a.case_id = ${cases.id} and a.coder_id = ${viewer.id}`),
      released: moment(sql`select max(r.released_at) from assignment_releases r
        join assignments a on a.id = r.assignment_id where a.case_id = ${cases.id}`),
      held: moment(sql`select h.held_at from opening_holds h where h.case_id = ${cases.id}`),
      lookedAgain: moment(sql`select l.started_at from second_looks l
        where l.case_id = ${cases.id}`),
      begun: moment(sql`select max(c.started_at) from reconciliations c
        where c.case_id = ${cases.id}`),
      submitted: moment(sql`select max(s.submitted_at) from rating_submissions s
        where s.case_id = ${cases.id}`),
      agreed: moment(sql`select max(g.agreed_at) from agreed_ratings g
        join reconciliations c on c.id = g.reconciliation_id where c.case_id = ${cases.id}`),
    })
    .from(cases)
    .where(where);
  return new Map(rows.map(({ id, ...moments }) => [id, moments]));
}
