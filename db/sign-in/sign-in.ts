import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { record } from "../audit";
import { viewerOf } from "../people/people";
import { knownBrowsers, people } from "../schema";
import type { Db } from "../store/engine";
import { fingerprint, seal, unseal } from "../store/secret";
import { dataDirectory, reader, write } from "../store/store";
import { isPassword } from "./passwords";
import { secondFactorId } from "./second-factor";
import { isKeyLost, rightCode, spendCode } from "./second-factor-codes";
import { startSession } from "./sessions";
import { countTry, type Try, tryWasRight } from "./sign-in-limits";

/** Where somebody signs in from. */
export interface Place {
  /** The mark that an earlier sign-in left in this browser; null when there is none. */
  readonly browser: string | null;
  readonly address: string;
}

/**
 * What came of a try to sign in. `wrong` says nothing of what was wrong. `code needed` comes with a
 * ticket, good for ten minutes, which says that the password was right. `key lost` is for a code that
 * was wrong where no code of an app can be right any more.
 */
export type SignIn =
  | { readonly kind: "signed in"; readonly token: string; readonly browser: string }
  | { readonly kind: "code needed"; readonly ticket: string }
  | { readonly kind: "wrong" }
  | { readonly kind: "key lost" }
  | { readonly kind: "wait"; readonly minutes: number };

/** Signs a person in with their password, or asks for the code of their second factor. */
export async function signIn(email: string, password: string, place: Place): Promise<SignIn> {
  const person = await personWithAddress(email);
  const one = await tryAt(place, "password", email, person);
  const wait = await countTry(one);
  if (wait) return { kind: "wait", ...wait };
  const right = await isPassword(person?.passwordHash ?? null, password);
  if (!right || !person || !(await viewerOf(person.id)))
    return write((tx) => refuse(tx, person?.email));
  await tryWasRight(one);
  return write(async (tx) =>
    (await secondFactorId(person.id, tx)) === null
      ? enter(tx, person, place)
      : { kind: "code needed", ticket: ticketFor(person) },
  );
}

/** The second step of a sign-in: the code of the app, or a recovery code. */
export async function signInWithCode(ticket: string, code: string, place: Place): Promise<SignIn> {
  const person = await personOfTicket(ticket);
  if (!person) return { kind: "wrong" };
  const one = await tryAt(place, "code", person.id, person);
  const wait = await countTry(one);
  if (wait) return { kind: "wait", ...wait };
  const viewer = await viewerOf(person.id);
  if (!viewer) return { kind: "wrong" };
  const right = await rightCode(viewer, code);
  const result = await write(async (tx): Promise<SignIn> => {
    if (right && (await spendCode(tx, viewer, right))) return enter(tx, person, place);
    const refused = await refuse(tx, person.email);
    return (await isKeyLost(person.id, tx)) ? { kind: "key lost" } : refused;
  });
  if (result.kind === "signed in") await tryWasRight(one);
  return result;
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
}

async function personWithAddress(email: string): Promise<Person | null> {
  const [person] = await reader()
    .select({ id: people.id, email: people.email, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()));
  return person ?? null;
}

const nobody: Person = { id: "", email: "", passwordHash: "" };

async function tryAt(
  { browser, address }: Place,
  kind: Try["kind"],
  whose: string,
  person: Person | null,
) {
  const knows = await isKnown(browser, person ?? nobody);
  return { kind, whose, address, knownBrowser: knows ? browser : null } satisfies Try;
}

async function isKnown(browser: string | null, person: Person, db = reader()): Promise<boolean> {
  const mark = await markOf(browser, person, db);
  const found = await db
    .select({ personId: knownBrowsers.personId })
    .from(knownBrowsers)
    .where(eq(knownBrowsers.browser, mark));
  return found.length > 0;
}

// Of the password and the second factor that somebody signed in with: whoever knew them before they
// were changed is a stranger afterwards, from whatever browser. As the hash is salted, it is the mark
// of one person.
async function markOf(browser: string | null, { id, passwordHash }: Person, db: Db) {
  return fingerprint(JSON.stringify([browser, passwordHash, await secondFactorId(id, db)]));
}

// The address is kept only where there is an account: people type passwords into the wrong field.
// The entry is made in both cases, so that both take as long.
async function refuse(tx: Db, email = ""): Promise<SignIn> {
  await record(tx, null, { action: "refused a sign-in", subject: email });
  return { kind: "wrong" };
}

/**
 * Starts the session, unless the password has been changed while it was looked at. The browser keeps
 * its mark, or gets one.
 */
async function enter(tx: Db, person: Person, place: Place): Promise<SignIn> {
  const viewer = await viewerOf(person.id);
  const [now] = await tx
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, person.id));
  if (!viewer || now?.passwordHash !== person.passwordHash) return { kind: "wrong" };
  const browser = place.browser ?? randomBytes(32).toString("base64url");
  if (!(await isKnown(browser, person, tx)))
    await tx
      .insert(knownBrowsers)
      .values({ browser: await markOf(browser, person, tx), personId: person.id });
  const token = await startSession(tx, person.id);
  await record(tx, viewer, { action: "signed in" });
  return { kind: "signed in", token, browser };
}

const ticketMinutes = 10;
const ticketUse = "ticket to the second step of a sign-in";

// With a part of the password's hash, so that a changed password makes tickets worthless.
function ticketFor({ id, passwordHash }: Person): string {
  const until = Date.now() + ticketMinutes * 60_000;
  const content = JSON.stringify([id, until, fingerprint(passwordHash)]);
  return seal(dataDirectory(), ticketUse, content);
}

async function personOfTicket(ticket: string): Promise<Person | null> {
  const content = unseal(dataDirectory(), ticketUse, ticket);
  if (content === null) return null;
  const [id, until, hash] = JSON.parse(content) as [string, number, string];
  if (until < Date.now()) return null;
  const [person] = await reader()
    .select({ id: people.id, email: people.email, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, id));
  return person && fingerprint(person.passwordHash) === hash ? person : null;
}
