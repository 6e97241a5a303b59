import { and, asc, eq, inArray } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { type Actor, holds, type NewPerson, type Role, roles } from "@/domain/people";
import { mayManagePeople } from "@/domain/workflow";
import { record } from "../audit";
import { people, personRoles, secondFactors } from "../schema";
import { hashOf, whyTooCommon } from "../sign-in/passwords";
import { confirmed } from "../sign-in/second-factor-codes";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { reader, write } from "../store/store";
import { studyKind } from "../study/study";

declare const madeInDb: unique symbol;

/**
 * The person on whose behalf db/ is asked, as the database knows them now. Only this file makes
 * one, so that no page can claim a role.
 */
export interface Viewer extends Actor {
  readonly name: string;
  /** The operator of the machine, who works from the command line and is no person of the study. */
  readonly isCommandLine: boolean;
  readonly [madeInDb]: true;
}

/** A person as lists show them. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** Whether they have yet to choose a password that nobody else knows. */
  readonly firstPassword: boolean;
  /** Which second factor they sign in with; null for none. */
  readonly secondFactorId: string | null;
}

function makeViewer(person: Actor & { name: string }, isCommandLine: boolean): Viewer {
  return { ...person, isCommandLine } as Viewer;
}

/** The viewer for whoever runs a command on the machine: sets up as a lead and an admin do. */
export function commandLineViewer(): Viewer {
  return makeViewer({ id: "command line", name: "Command line", roles: ["lead", "admin"] }, true);
}

/**
 * The viewer for a person, with the roles they hold now. Null when there is no such person, when
 * they are not active, or when the account was made for another kind of study than this one.
 */
export async function viewerOf(personId: string): Promise<Viewer | null> {
  const db = reader();
  const kind = await studyKind();
  const [person] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        eq(people.id, personId),
        eq(people.active, true),
        eq(people.demonstration, kind === "demonstration"),
      ),
    );
  if (!person) return null;
  const held = await rolesOf(db, [personId]);
  return makeViewer({ ...person, roles: held.get(personId) ?? [] }, false);
}

/**
 * Writes what only admins may, asking within the transaction whether the viewer is one still: somebody
 * who took that part from them may have been before them. Not found for everybody else. For use inside
 * db/.
 */
export async function writeAsAdmin<T = undefined>(
  viewer: Viewer,
  work: (tx: Db) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return write(async (tx) => {
    const now = viewer.isCommandLine ? viewer : await viewerOf(viewer.id);
    if (!now || !mayManagePeople(now)) return notFound;
    return work(tx);
  });
}

/** Adds a person to the study. Only admins may. */
export async function addPerson(
  viewer: Viewer,
  newPerson: NewPerson,
): Promise<Outcome<{ id: string }>> {
  if (!mayManagePeople(viewer)) return notFound;
  const common = whyTooCommon(newPerson.password, newPerson);
  if (common) return refused("password", common);
  const passwordHash = await hashOf(newPerson.password);
  return writeAsAdmin(viewer, async (tx) => {
    const added = await insertPerson(tx, newPerson, passwordHash, true);
    if (added.kind === "done")
      await record(tx, viewer, { action: "added a person", subject: newPerson.email });
    return added;
  });
}

/** Inserts a person and their roles. For the transactions of addPerson and the first run. */
export async function insertPerson(
  tx: Db,
  newPerson: Omit<NewPerson, "password">,
  passwordHash: string,
  firstPassword = false,
): Promise<Outcome<{ id: string }>> {
  const { name, email } = newPerson;
  const taken = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (taken.length > 0) return refused("email", alreadyHasAccount(email));
  const demonstration = (await studyKind(tx)) === "demonstration";
  const stored = await tx
    .insert(people)
    .values({ name, email, passwordHash, firstPassword, demonstration })
    .returning({ id: people.id });
  const person = theRow(stored, "A person was not stored");
  const held = [...new Set(newPerson.roles)];
  await tx.insert(personRoles).values(held.map((role) => ({ personId: person.id, role })));
  return done(person);
}

/** What to say of an address that is somebody's. For use inside db/. */
export function alreadyHasAccount(email: string): string {
  return `${email} already has an account`;
}

/** Everyone with an account, by name. Only admins see the list; null for anyone else. */
export async function listPeople(viewer: Viewer): Promise<PersonRow[] | null> {
  if (!mayManagePeople(viewer)) return null;
  const db = reader();
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      active: people.active,
      firstPassword: people.firstPassword,
      demonstration: people.demonstration,
      secondFactorId: secondFactors.id,
    })
    .from(people)
    .leftJoin(secondFactors, confirmed(people.id))
    .orderBy(asc(people.name), asc(people.email));
  const held = await rolesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ demonstration, ...row }) => ({
    ...row,
    // The password of the demonstration's accounts is no secret.
    firstPassword: row.firstPassword && !demonstration,
    roles: held.get(row.id) ?? [],
  }));
}

/** A person whom a lead can assign to cases. */
export interface Coder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** One account; null when there is none, or the viewer is no admin. */
export async function getPerson(viewer: Viewer, personId: string): Promise<PersonRow | null> {
  return (await listPeople(viewer))?.find((person) => person.id === personId) ?? null;
}

/** The active coders, by name. Only leads assign, so only leads are told; empty for others. */
export async function listCoders(viewer: Viewer): Promise<Coder[]> {
  return holds(viewer, "lead") ? codersIn(reader()) : [];
}

/** The active coders, by name. For use inside db/. */
export async function codersIn(db: Db): Promise<Coder[]> {
  return db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, "coder")))
    .where(eq(people.active, true))
    .orderBy(asc(people.name), asc(people.email));
}

/** The roles that people hold, by their ids. For use inside db/. */
export async function rolesOf(db: Db, personIds: readonly string[]): Promise<Map<string, Role[]>> {
  const rows = await db
    .select({ personId: personRoles.personId, role: personRoles.role })
    .from(personRoles)
    .where(inArray(personRoles.personId, [...personIds]));
  const held = new Map<string, Role[]>();
  for (const { personId, role } of rows) held.set(personId, [...(held.get(personId) ?? []), role]);
  for (const list of held.values()) list.sort((a, b) => roles.indexOf(a) - roles.indexOf(b));
  return held;
}

/** The address that the viewer signs in with, for their own pages. */
export async function getOwnEmail(viewer: Viewer): Promise<string> {
  const rows = await reader()
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, viewer.id));
  return theRow(rows, "A person is missing").email;
}
