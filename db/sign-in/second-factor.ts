import { and, count, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { record } from "../audit";
import { type Viewer, writeAsAdmin } from "../people/people";
import { people, recoveryCodes, secondFactors, study } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { endOtherSessions, endSessions } from "./ending-sessions";
import { whyNotOwnPassword } from "./own-password";
import {
  codesFrom,
  confirmed,
  isKeyLost,
  keepRecoveryCodes,
  newKey,
  newRecoveryCodes,
  standing,
  stepOf,
  unusedCodesOf,
} from "./second-factor-codes";

/*
 * A second factor is begun, which makes its key, and counts once its first code was given.
 */

/** Whether this person signs in with a second factor. For use inside db/. */
export async function hasSecondFactor(personId: string, db: Db = reader()): Promise<boolean> {
  return (await secondFactorId(personId, db)) !== null;
}

/** Which second factor a person has; null for none. For use inside db/. */
export async function secondFactorId(personId: string, db: Db = reader()): Promise<string | null> {
  const [found] = await db
    .select({ id: secondFactors.id })
    .from(secondFactors)
    .where(confirmed(personId));
  return found?.id ?? null;
}

/** Whether everyone must sign in with a second factor. */
export async function isSecondFactorRequired(db: Db = reader()): Promise<boolean> {
  const [row] = await db.select({ required: study.secondFactorRequired }).from(study);
  return row?.required ?? false;
}

/** Whether this person must have a second factor and has none. For use inside db/. */
export async function lacksSecondFactor(viewer: Viewer): Promise<boolean> {
  return (await isSecondFactorRequired()) && !(await hasSecondFactor(viewer.id));
}

/** The viewer's own second factor. */
export type SecondFactor =
  | { readonly kind: "none" }
  /** Begun: the key, as text and as the address that a QR code holds, until it is confirmed. */
  | { readonly kind: "begun"; readonly key: string; readonly address: string }
  | {
      readonly kind: "on";
      readonly since: string;
      readonly codesLeft: number;
      /** Whether the app's codes can no longer be checked, and only recovery codes work. */
      readonly keyLost: boolean;
    };

/** How the viewer's own second factor stands. The key is told only until it is confirmed. */
export async function getSecondFactor(viewer: Viewer): Promise<SecondFactor> {
  const db = reader();
  const [found] = await db
    .select({
      id: secondFactors.id,
      sealedKey: secondFactors.sealedKey,
      confirmedAt: secondFactors.confirmedAt,
      email: people.email,
    })
    .from(secondFactors)
    .innerJoin(people, eq(people.id, secondFactors.personId))
    .where(and(standing(viewer.id), or(isNotNull(secondFactors.confirmedAt), isNew())));
  if (!found) return { kind: "none" };
  if (found.confirmedAt) {
    const [left] = await db
      .select({ codes: count() })
      .from(recoveryCodes)
      .where(unusedCodesOf(found.id));
    const keyLost = await isKeyLost(viewer.id);
    return { kind: "on", since: found.confirmedAt, codesLeft: left?.codes ?? 0, keyLost };
  }
  const codes = codesFrom(found.sealedKey, found.email);
  return codes
    ? { kind: "begun", key: codes.secret.base32, address: codes.toString() }
    : { kind: "none" };
}

/**
 * Makes a new key for the viewer. It does not count until `confirmSecondFactor`. Asks for the
 * password: on a machine left alone somebody could shut its owner out.
 */
export async function beginSecondFactor(viewer: Viewer, password: string): Promise<Outcome> {
  const wrong = await whyNotOwnPassword(viewer, password, "password");
  if (wrong) return wrong;
  return write(async (tx) => {
    if (await hasSecondFactor(viewer.id, tx))
      return refused("", "You have a second factor already. Remove it before you set up another");
    await endStanding(tx, viewer.id);
    await tx.insert(secondFactors).values({ personId: viewer.id, sealedKey: newKey() });
    await record(tx, viewer, { action: "began a second factor" });
    return done();
  });
}

/**
 * Turns the viewer's second factor on with its first code, and ends every other session of theirs, which
 * began without one; that of this token goes on. Returns ten recovery codes. Not found unless it was
 * begun within the last half hour.
 */
export async function confirmSecondFactor(
  viewer: Viewer,
  token: string,
  code: string,
): Promise<Outcome<{ codes: string[] }>> {
  const recovery = await newRecoveryCodes();
  return write(async (tx) => {
    const [begun] = await tx
      .select({ id: secondFactors.id, sealedKey: secondFactors.sealedKey })
      .from(secondFactors)
      .where(and(standing(viewer.id), isNull(secondFactors.confirmedAt), isNew()));
    if (!begun) return notFound;
    const step = stepOf(begun.sealedKey, code);
    if (step === null)
      return refused("code", "This code is not right. Enter the newest code that the app shows");
    await tx
      .update(secondFactors)
      .set({ confirmedAt: new Date().toISOString(), lastStep: step })
      .where(eq(secondFactors.id, begun.id));
    await keepRecoveryCodes(tx, begun.id, recovery);
    await endOtherSessions(tx, viewer.id, token);
    await record(tx, viewer, { action: "set up a second factor" });
    return done({ codes: recovery.codes });
  });
}

/** Replaces the viewer's recovery codes; the earlier ones stop working. Asks for the password. */
export async function renewRecoveryCodes(
  viewer: Viewer,
  password: string,
): Promise<Outcome<{ codes: string[] }>> {
  const wrong = await whyNotOwnPassword(viewer, password, "password");
  if (wrong) return wrong;
  const recovery = await newRecoveryCodes();
  return write(async (tx) => {
    const [own] = await tx
      .select({ id: secondFactors.id })
      .from(secondFactors)
      .where(confirmed(viewer.id));
    if (!own) return notFound;
    await tx
      .update(recoveryCodes)
      .set({ replacedAt: new Date().toISOString() })
      .where(unusedCodesOf(own.id));
    await keepRecoveryCodes(tx, own.id, recovery);
    await record(tx, viewer, { action: "made new recovery codes" });
    return done({ codes: recovery.codes });
  });
}

/**
 * Takes the viewer's own second factor away, and ends every other session of theirs; that of this token
 * goes on. Asks for the password; refused where all need one.
 */
export async function removeSecondFactor(
  viewer: Viewer,
  token: string,
  password: string,
): Promise<Outcome> {
  const wrong = await whyNotOwnPassword(viewer, password, "password");
  if (wrong) return wrong;
  return write(async (tx) => {
    if (!(await hasSecondFactor(viewer.id, tx))) return notFound;
    if (await isSecondFactorRequired(tx))
      return refused("", "Everyone in this study signs in with a second factor, so it stays");
    await endStanding(tx, viewer.id);
    await endOtherSessions(tx, viewer.id, token);
    await record(tx, viewer, { action: "removed their second factor" });
    return done();
  });
}

/**
 * Takes a person's second factor away, for somebody who lost it and their codes, and ends their sessions:
 * whoever has the telephone may have one of them. `lost` is the one that the page shows; refused when
 * they have set up another since. Only admins may, and not their own: that asks for the password.
 */
export async function removeSecondFactorOf(
  viewer: Viewer,
  personId: string,
  lost: string,
): Promise<Outcome> {
  return writeAsAdmin(viewer, async (tx) => {
    if (personId === viewer.id)
      return refused("", "Remove your own second factor under your account");
    const [person] = await tx
      .select({ email: people.email, secondFactorId: secondFactors.id })
      .from(people)
      .innerJoin(secondFactors, eq(secondFactors.personId, people.id))
      .where(confirmed(personId));
    if (!person) return notFound;
    if (person.secondFactorId !== lost) return refused("", anotherSince);
    await endStanding(tx, personId);
    await endSessions(tx, personId);
    await record(tx, viewer, { action: "removed a second factor", subject: person.email });
    return done();
  });
}

/**
 * Says whether everyone must sign in with a second factor. Whoever has none is then led to set one
 * up before anything else. Admins only; an admin from the web must have one themselves first.
 */
export async function requireSecondFactor(viewer: Viewer, required: boolean): Promise<Outcome> {
  return writeAsAdmin(viewer, async (tx) => {
    if (required && !viewer.isCommandLine && !(await hasSecondFactor(viewer.id, tx)))
      return refused("required", "Set up a second factor for yourself first, under your account");
    await tx.update(study).set({ secondFactorRequired: required });
    await record(tx, viewer, {
      action: required ? "required a second factor" : "no longer required a second factor",
    });
    return done();
  });
}

const anotherSince =
  "This person has set up another second factor since you opened this page. Open the page again if they have lost that one too.";

const minutesToConfirm = 30;

// Begun a while ago it is as if it had not been: on a machine left alone, another could finish it.
function isNew() {
  const first = new Date(Date.now() - minutesToConfirm * 60_000).toISOString();
  return gt(secondFactors.madeAt, first);
}

async function endStanding(tx: Db, personId: string): Promise<void> {
  await tx
    .update(secondFactors)
    .set({ endedAt: new Date().toISOString() })
    .where(standing(personId));
}
