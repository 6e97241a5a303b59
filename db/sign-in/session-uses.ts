import { eq } from "drizzle-orm";
import { sessions } from "../schema";
import { writeAtOnce } from "../store/store";

// The web server loads this module more than once; a use must be known to the whole process.
const shared = globalThis as typeof globalThis & { concordSessionUses?: Map<string, string> };

/** When sessions were used last, by the id of the session, as far as it is not stored yet. */
function uses(): Map<string, string> {
  shared.concordSessionUses ??= new Map();
  return shared.concordSessionUses;
}

/** Notes that a session is used now. It counts at once. For use inside db/. */
export function noteUse(id: string): void {
  uses().set(id, new Date().toISOString());
}

/** When a session was used last, of which `stored` is stored. For use inside db/. */
export function lastUse(id: string, stored: string): string {
  return uses().get(id) ?? stored;
}

/**
 * Stores the uses that are noted, unless something else is being stored, which can take as long as
 * an import: no page waits for that. They go on counting, and are stored with the next request.
 * For use inside db/.
 */
export async function storeUses(): Promise<void> {
  if (uses().size === 0) return;
  const noted = [...uses()];
  let isStored = true;
  try {
    isStored = await writeAtOnce(async (tx) => {
      for (const [id, seenAt] of noted)
        await tx.update(sessions).set({ seenAt }).where(eq(sessions.id, id));
    });
  } finally {
    if (isStored)
      for (const [id, seenAt] of noted) if (uses().get(id) === seenAt) uses().delete(id);
  }
}
