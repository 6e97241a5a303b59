import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { record } from "../audit";
import { type Viewer, viewerOf } from "../people/people";
import { sessions } from "../schema";
import type { Db } from "../store/engine";
import { fingerprint } from "../store/secret";
import { reader, write } from "../store/store";
import { lacksSecondFactor } from "./second-factor";
import { lastUse, noteUse, storeUses } from "./session-uses";

/** A session lasts twelve hours and is not renewed. */
export const sessionHours = 12;
/** A session that is not used for thirty minutes ends. */
export const idleMinutes = 30;

const minute = 60_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

/** Starts a session for a person who has signed in, and returns its token. For use inside db/. */
export async function startSession(tx: Db, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.insert(sessions).values({ id: fingerprint(token), personId });
  return token;
}

/** A session as it stands. */
interface Standing {
  readonly personId: string;
  readonly startedAt: string;
  readonly seenAt: string;
}

async function standing(token: string): Promise<Standing | null> {
  const id = fingerprint(token);
  const [session] = await reader()
    .select({
      personId: sessions.personId,
      startedAt: sessions.startedAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, id),
        isNull(sessions.endedAt),
        gt(sessions.startedAt, ago(sessionHours * 60 * minute)),
      ),
    );
  if (!session) return null;
  const seenAt = lastUse(id, session.seenAt);
  return seenAt > ago(idleMinutes * minute) ? { ...session, seenAt } : null;
}

/**
 * The viewer whose session this is, and notes that it was used; null when it has ended, is too
 * old, was not used for too long, or never was. Null too for somebody who must set up a second
 * factor first.
 */
export async function viewerOfSession(token: string): Promise<Viewer | null> {
  const viewer = await anyoneOfSession(token);
  return viewer && !(await lacksSecondFactor(viewer)) ? viewer : null;
}

/**
 * The viewer whose session this is, as `viewerOfSession`, for what a page asks by itself: asking is
 * no use of the session.
 */
export async function listenerOfSession(token: string): Promise<Viewer | null> {
  const session = await standing(token);
  const viewer = session && (await viewerOf(session.personId));
  return viewer && !(await lacksSecondFactor(viewer)) ? viewer : null;
}

/**
 * The person whose session this is, when they have yet to set up the second factor that everyone
 * must have; null otherwise. They may do that and nothing else.
 */
export async function newcomerOfSession(token: string): Promise<Viewer | null> {
  const viewer = await anyoneOfSession(token);
  return viewer && (await lacksSecondFactor(viewer)) ? viewer : null;
}

async function anyoneOfSession(token: string): Promise<Viewer | null> {
  const session = await standing(token);
  if (!session) return null;
  // Once a minute is exact enough, and spares a write on nearly every request.
  if (session.seenAt <= ago(minute)) noteUse(fingerprint(token));
  await storeUses();
  return viewerOf(session.personId);
}

/** How long a session would last without being used, and whose it is. */
export interface TimeLeft {
  readonly personId: string;
  readonly seconds: number;
  /** Whether using it makes it last longer; not so in its last half hour. */
  readonly canGoOn: boolean;
}

/** How long this session still lasts. Asking is no use of it. Null when it has ended. */
export async function timeLeft(token: string): Promise<TimeLeft | null> {
  const session = await standing(token);
  if (!session || !(await viewerOf(session.personId))) return null;
  const idleEnd = Date.parse(session.seenAt) + idleMinutes * minute;
  const lastEnd = Date.parse(session.startedAt) + sessionHours * 60 * minute;
  const seconds = Math.max(0, Math.floor((Math.min(idleEnd, lastEnd) - Date.now()) / 1000));
  return { personId: session.personId, seconds, canGoOn: idleEnd < lastEnd };
}

/** Ends a session: its cookie is worth nothing from now on. */
export async function endSession(viewer: Viewer, token: string): Promise<void> {
  await write(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: new Date().toISOString() })
      .where(
        and(
          eq(sessions.id, fingerprint(token)),
          eq(sessions.personId, viewer.id),
          isNull(sessions.endedAt),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length > 0) await record(tx, viewer, { action: "signed out" });
  });
}
