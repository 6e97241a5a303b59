import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { record } from "./audit";
import { personWithPassword, type Viewer, viewerOf } from "./people";
import { sessions } from "./schema";
import { reader, write } from "./store";

/** A session lasts twelve hours and is not renewed. */
export const sessionHours = 12;

/**
 * Signs a person in: checks the password and starts a session. Returns the session's id, or null,
 * which says nothing of what was wrong.
 */
export async function startSession(email: string, password: string): Promise<string | null> {
  const personId = await personWithPassword(email, password);
  if (!personId) return null;
  const viewer = await viewerOf(personId);
  if (!viewer) return null;
  return write(async (tx) => {
    const id = randomBytes(32).toString("base64url");
    await tx.insert(sessions).values({ id, personId });
    await record(tx, viewer, { action: "signed in" });
    return id;
  });
}

/** The viewer whose session this is; null when it has ended, is too old, or never was. */
export async function viewerOfSession(sessionId: string): Promise<Viewer | null> {
  const oldest = new Date(Date.now() - sessionHours * 60 * 60 * 1000).toISOString();
  const [session] = await reader()
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(
      and(eq(sessions.id, sessionId), isNull(sessions.endedAt), gt(sessions.startedAt, oldest)),
    );
  return session ? viewerOf(session.personId) : null;
}

/** Ends a session: its cookie is worth nothing from now on. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<void> {
  await write(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: new Date().toISOString() })
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, viewer.id)))
      .returning({ id: sessions.id });
    if (ended.length > 0) await record(tx, viewer, { action: "signed out" });
  });
}
