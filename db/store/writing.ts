import { setTimeout } from "node:timers/promises";
import type Database from "better-sqlite3";

/** An import of 100,000 rows by another process takes about a minute. */
const longestWait = 180_000;
// SQLite's own wait sleeps on the only thread, and longer and longer: whoever stores one thing after
// the other would hardly ever let it in.
const lookEvery = 2;

/**
 * Begins a transaction that writes. While another process is writing it waits, up to three minutes,
 * and lets this one go on with everything else. For use inside db/store.
 */
export async function beginWriting(writer: Database.Database): Promise<void> {
  const end = Date.now() + longestWait;
  while (!beginsAtOnce(writer, end)) await setTimeout(lookEvery);
}

/**
 * Whether a transaction that writes has begun; false when another process is writing, until the
 * moment `end` in milliseconds: from then on that is an error. For use inside db/store.
 */
export function beginsAtOnce(writer: Database.Database, end = Number.POSITIVE_INFINITY): boolean {
  try {
    writer.exec("BEGIN IMMEDIATE");
    return true;
  } catch (error) {
    if (!isBusy(error) || Date.now() > end) throw error;
    return false;
  }
}

function isBusy(error: unknown): boolean {
  return `${(error as { code?: unknown }).code}`.startsWith("SQLITE_BUSY");
}

/**
 * Throws when a connection could lose what it acknowledged. Reading the pragma before the first
 * transaction can say FULL when it is not, so it is read after. For use inside db/store.
 */
export function checkDurability(writer: Database.Database): void {
  const synchronous = writer.pragma("synchronous", { simple: true });
  const journal = writer.pragma("journal_mode", { simple: true });
  if (synchronous !== 2 || journal !== "wal")
    throw new Error(`The database is not durable: synchronous ${synchronous}, journal ${journal}`);
}
