import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions } from "../schema";
import type { Db } from "../store/engine";
import { fingerprint } from "../store/secret";

/** Ends every open session of a person. For use inside db/. */
export async function endSessions(tx: Db, personId: string): Promise<void> {
  await endAllBut(tx, personId, "");
}

/** Ends the open sessions of a person but for the one at hand, of this token. For use inside db/. */
export async function endOtherSessions(tx: Db, personId: string, token: string): Promise<void> {
  await endAllBut(tx, personId, fingerprint(token));
}

async function endAllBut(tx: Db, personId: string, goesOn: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: new Date().toISOString() })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), ne(sessions.id, goesOn)));
}
