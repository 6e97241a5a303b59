import { createHash, type Hash } from "node:crypto";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { allCases, casesOfState } from "../releases/cases";

const casesAtOnce = 5000;

/**
 * What the cases of a release, or for null of the dataset as it is now, come to, as far as the
 * viewer may learn their ratings: the same for whoever may learn the same, and another as soon as a
 * record or a version is another. For use inside db/.
 */
export async function stateKey(
  db: Db,
  viewer: Viewer,
  release: number | null,
  book: string,
): Promise<string> {
  const hash = createHash("sha256").update(book);
  for (let after = ""; ; ) {
    const choice = { ...allCases, release, after, limit: casesAtOnce };
    const rows = await casesOfState(db, viewer, choice);
    for (const { id, revision, versionId } of rows) addTo(hash, [id, revision, versionId]);
    const last = rows[casesAtOnce - 1];
    if (!last) return hash.digest("hex");
    after = last.reference;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function addTo(hash: Hash, row: readonly unknown[]): void {
  hash.update(JSON.stringify(row));
}

/**
 * Keeps what was made under a key, the last few of them, so that it is made once. What is under a
 * key must follow from the key alone.
 */
export function keptByKey<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, make) => {
    const made = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return made;
  };
}
