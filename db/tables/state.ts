import { createHash } from "node:crypto";
import type { Viewer } from "../people/people";
import { allCases, casesOfState } from "../releases/cases";
import { nameOfAnswer } from "../store/answers";
import type { Db } from "../store/engine";
import { keptByKey } from "./cache";

const casesAtOnce = 5000;

/**
 * What the cases of a release, or for null of the dataset as it is now, come to, as far as the
 * viewer may learn their ratings: the same for whoever may learn the same, and another as soon as a
 * record or a version is another. For use inside db/.
 *
 * All cases are read for it once, and again when there is more in a table that says which they are.
 */
export async function stateKey(
  db: Db,
  viewer: Viewer,
  release: number | null,
  book: string,
): Promise<string> {
  const question = casesOfState(db, viewer, { ...allCases, release }).toSQL();
  const asked = JSON.stringify([book, await nameOfAnswer(db, question)]);
  return keptKeys(asked, () => keyOfCases(db, viewer, release, book));
}

const keptKeys = keptByKey<string>(50);

async function keyOfCases(
  db: Db,
  viewer: Viewer,
  release: number | null,
  book: string,
): Promise<string> {
  const hash = createHash("sha256").update(book);
  for (let after = ""; ; ) {
    const choice = { ...allCases, release, after, limit: casesAtOnce };
    const rows = await casesOfState(db, viewer, choice);
    for (const { id, revision, versionId } of rows)
      hash.update(JSON.stringify([id, revision, versionId]));
    const last = rows[casesAtOnce - 1];
    if (!last) return hash.digest("hex");
    after = last.reference;
    // Other requests are answered between two chunks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
