import { and, eq, ne } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { accountSeen, type Role } from "@/domain/people";
import { mayManagePeople } from "@/domain/workflow";
import { type Action, record } from "../audit";
import { people, personRoles } from "../schema";
import { endOtherSessions, endSessions } from "../sign-in/ending-sessions";
import { whyNotOwnPassword } from "../sign-in/own-password";
import { hashOf, whyTooCommon } from "../sign-in/passwords";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { alreadyHasAccount, rolesOf, type Viewer, writeAsAdmin } from "./people";

/**
 * Changes the viewer's own password, for which they give the one they have. Every other session
 * of theirs ends; the one at hand, of this token, goes on.
 */
export async function changePassword(
  viewer: Viewer,
  token: string,
  passwords: { readonly current: string; readonly next: string },
): Promise<Outcome> {
  const ownRow = async (db: Db) => {
    const { name, email, passwordHash } = people;
    return db.select({ name, email, passwordHash }).from(people).where(eq(people.id, viewer.id));
  };
  const [own] = await ownRow(reader());
  if (!own) return notFound;
  const wrong = await whyNotOwnPassword(viewer, passwords.current, "current");
  if (wrong) return wrong;
  if (passwords.next === passwords.current)
    return refused("next", "Choose another password than the one you have now");
  const common = whyTooCommon(passwords.next, own);
  if (common) return refused("next", common);
  const passwordHash = await hashOf(passwords.next);
  return write(async (tx) => {
    const [now] = await ownRow(tx);
    if (now?.passwordHash !== own.passwordHash)
      return refused("current", "Your password was changed meanwhile. Enter the one you have now");
    await tx
      .update(people)
      .set({ passwordHash, firstPassword: false })
      .where(eq(people.id, viewer.id));
    await endOtherSessions(tx, viewer.id, token);
    await record(tx, viewer, { action: "changed their password" });
    return done();
  });
}

/**
 * Gives a person who forgot theirs a new first password, which they should replace when they have
 * signed in. Their sessions end; their second factor stays. Only admins may, and not for
 * themselves: who knows their own password changes it.
 */
export async function giveFirstPassword(
  viewer: Viewer,
  personId: string,
  password: string,
): Promise<Outcome> {
  if (!mayManagePeople(viewer)) return notFound;
  const [person] = await reader()
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return notFound;
  if (personId === viewer.id)
    return refused("password", "Change your own password under your account");
  const common = whyTooCommon(password, person);
  if (common) return refused("password", common);
  const passwordHash = await hashOf(password);
  return writeAsAdmin(viewer, async (tx) => {
    await tx
      .update(people)
      .set({ passwordHash, firstPassword: true })
      .where(eq(people.id, personId));
    await endSessions(tx, personId);
    await record(tx, viewer, { action: "gave a new first password", subject: person.email });
    return done();
  });
}

/** Whether the viewer has yet to choose a password that nobody else knows. */
export async function hasFirstPassword(viewer: Viewer): Promise<boolean> {
  const [own] = await reader()
    .select({ firstPassword: people.firstPassword, demonstration: people.demonstration })
    .from(people)
    .where(eq(people.id, viewer.id));
  return own ? own.firstPassword && !own.demonstration : false;
}

/** Ends every session of the viewer, the one at hand too. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  await write(async (tx) => {
    await endSessions(tx, viewer.id);
    await record(tx, viewer, { action: "signed out everywhere" });
  });
}

/** What an admin sets for an account. */
export interface AccountChange {
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** The account as it was when its page was opened, as `accountSeen` says it. */
  readonly seen: string;
}

/**
 * Changes what a person may do, or whether they may sign in at all. It holds from their next
 * request; a person who may not sign in any more is signed out. Refused when somebody else changed
 * the account since the page was opened. Only admins may, and nobody can take the admin's part from
 * themselves: someone must be left to look after the accounts.
 */
export async function changeAccount(
  viewer: Viewer,
  personId: string,
  change: AccountChange,
): Promise<Outcome> {
  return writeOnAccount(viewer, personId, change.seen, async (tx, { email, active }) => {
    if (change.roles.length === 0) return refused("roles", "Select at least one role");
    if (personId === viewer.id && !change.active)
      return refused("active", "Ask another admin to close your own account");
    if (personId === viewer.id && !change.roles.includes("admin"))
      return refused("roles", "Ask another admin to take the role Admin from you");
    await tx.update(people).set({ active: change.active }).where(eq(people.id, personId));
    await tx.delete(personRoles).where(eq(personRoles.personId, personId));
    const roles = [...new Set(change.roles)];
    await tx.insert(personRoles).values(roles.map((role) => ({ personId, role })));
    if (!change.active) await endSessions(tx, personId);
    await record(tx, viewer, { action: actionFor(active, change.active), subject: email });
    return done();
  });
}

/**
 * Corrects what a person is called and the address that they sign in with; all that they did stays
 * theirs. Refused when the address is somebody else's, or somebody else changed the account since the
 * page was opened. Only admins may.
 */
export async function correctPerson(
  viewer: Viewer,
  personId: string,
  { name, email, seen }: { readonly name: string; readonly email: string; readonly seen: string },
): Promise<Outcome> {
  return writeOnAccount(viewer, personId, seen, async (tx, before) => {
    const others = and(eq(people.email, email), ne(people.id, personId));
    const taken = await tx.select({ id: people.id }).from(people).where(others);
    if (taken.length > 0) return refused("email", alreadyHasAccount(email));
    await tx.update(people).set({ name, email }).where(eq(people.id, personId));
    const subject = before.email === email ? email : `${before.email}, now ${email}`;
    await record(tx, viewer, { action: "corrected a name or address", subject });
    return done();
  });
}

/** Writes something of an account that is still as its page showed it. */
async function writeOnAccount(
  viewer: Viewer,
  personId: string,
  seen: string,
  work: (tx: Db, account: { email: string; active: boolean }) => Promise<Outcome>,
): Promise<Outcome> {
  return writeAsAdmin(viewer, async (tx) => {
    const [account] = await tx
      .select({ name: people.name, email: people.email, active: people.active })
      .from(people)
      .where(eq(people.id, personId));
    if (!account) return notFound;
    const roles = (await rolesOf(tx, [personId])).get(personId) ?? [];
    if (accountSeen({ ...account, roles }) !== seen) return refused("", changedSince);
    return work(tx, account);
  });
}

const changedSince =
  "Somebody else has changed this account since you opened it. Open it in another tab to see what holds, and make your change there.";

function actionFor(before: boolean, after: boolean): Action {
  if (before === after) return "changed roles";
  return after ? "opened an account again" : "closed an account";
}
