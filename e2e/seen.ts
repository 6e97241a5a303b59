import type Database from "better-sqlite3";
import { settingsSeen } from "@/db/study/team";
import { accountSeen, type Role } from "@/domain/people";
import { type Requirement, requirementInWords } from "@/domain/practice-cases/requirement";

/* What pages send along unseen of what they showed, for somebody who knows the database. */

/** What the page of an account sends along; "" where there is no such account. */
export function seenOfAccount(db: Database.Database, id: string): string {
  const account = db.prepare("select name, email, active from people where id = ?").get(id);
  const roles = db.prepare("select role from person_roles where person_id = ?").pluck().all(id);
  if (!account) return "";
  const { name, email, active } = account as { name: string; email: string; active: number };
  return accountSeen({ name, email, roles: roles as Role[], active: active === 1 });
}

/** Which second factor the page of an account sends along; "" for none. */
export function secondFactorOf(db: Database.Database, id: string): string {
  const standing =
    "select id from second_factors where person_id = ? and confirmed_at is not null and ended_at is null";
  return String(db.prepare(standing).pluck().get(id) ?? "");
}

/** What the page of the team's settings sends along. */
export function seenOfSettings(db: Database.Database): string {
  const [asks, withheldUpTo, title, address] = db
    .prepare("select second_person_confirms, withheld_up_to, licence, licence_address from study")
    .raw()
    .get() as [number, number, string, string];
  const licence = title === "" ? null : { title, address };
  return settingsSeen({ secondPersonConfirms: asks === 1, withheldUpTo, licence });
}

/** What the page that sets what practice is required sends along. */
export function seenOfRequirement(db: Database.Database): string {
  const last = "select cases, percent from practice_requirements order by revision desc limit 1";
  const set = db.prepare(last).get() as Requirement | { cases: null } | undefined;
  return requirementInWords(set && set.cases !== null ? set : null);
}
