import type Database from "better-sqlite3";
import { accountSeen, type Role } from "@/domain/people";

/* What pages send along unseen of what they showed, for somebody who knows the database. */

/** What the page of an account sends along; "" where there is no such account. */
export function seenOfAccount(db: Database.Database, id: string): string {
  const active = db.prepare("select active from people where id = ?").pluck().get(id);
  const roles = db.prepare("select role from person_roles where person_id = ?").pluck().all(id);
  if (active === undefined) return "";
  return accountSeen({ roles: roles as Role[], active: active === 1 });
}
