import { join } from "node:path";
import { type Db, openStore, type Store } from "./engine";
import { readSettings } from "./settings";

// The web server loads this module more than once; the store must be one for the whole process.
const shared = globalThis as typeof globalThis & { concordStore?: Store };

/** Opens the study in a data directory and makes it the one that this process works on. */
export function openStudy(dataDir: string): Store {
  closeStudy();
  shared.concordStore = openStore(dataDir, join(process.cwd(), "db", "migrations"));
  return shared.concordStore;
}

/** Closes the study that this process works on, if any. */
export function closeStudy(): void {
  shared.concordStore?.close();
  delete shared.concordStore;
}

function store(): Store {
  return shared.concordStore ?? openStudy(readSettings(process.env).dataDir);
}

/**
 * What is kept for as long as this process works on the same study: `make` makes it, once for each.
 * For what never changes once it is stored.
 */
export function keptWithStudy<Kept extends object>(make: () => Kept): () => Kept {
  const kept = new WeakMap<Store, Kept>();
  return () => {
    const study = store();
    const found = kept.get(study) ?? make();
    kept.set(study, found);
    return found;
  };
}

/** The directory of the study that this process works on. */
export function dataDirectory(): string {
  return store().dataDir;
}

/** The connection for reading. Inside a transaction use its own `tx` instead. */
export function reader(): Db {
  return store().read;
}

/**
 * Does `work` on the database as it is now: what others store meanwhile is not seen. Ends with the
 * last item that is taken, or when whoever takes them stops.
 */
export async function* atOneMoment<T>(work: (db: Db) => AsyncIterable<T>): AsyncGenerator<T> {
  const { db, end } = store().moment();
  try {
    yield* work(db);
  } finally {
    end();
  }
}

/** Does `work` on the database as it is now: what others store meanwhile is not seen. */
export async function onceAtOneMoment<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { db, end } = store().moment();
  try {
    return await work(db);
  } finally {
    end();
  }
}

/**
 * Runs `work` as one transaction: it loads, asks the rules, writes, and adds its audit entry.
 * If it throws, nothing is stored. A call inside another joins the outer transaction.
 */
export function write<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return store().write(work);
}

/**
 * Runs `work` as one transaction unless something is being stored, by this process or another: then
 * it does nothing, since that may take as long as an import. Says whether it ran.
 */
export function writeAtOnce(work: (tx: Db) => Promise<void>): Promise<boolean> {
  return store().writeAtOnce(work);
}

/**
 * Calls `listener` whenever something was stored, whatever it was: at once when this process did
 * it, within two seconds when another did. Returns what ends that.
 */
export function whenChanged(listener: () => void): () => void {
  return store().changes.listen(listener);
}
