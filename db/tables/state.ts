import { createHash } from "node:crypto";
import { count, getTableName, is, min } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Viewer } from "../people/people";
import { allCases, casesOfState } from "../releases/cases";
import * as schema from "../schema";
import type { Db } from "../store/engine";
import { dataDirectory } from "../store/store";
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
  // Whoever asks with the same words and values is told the same.
  const question = casesOfState(db, viewer, { ...allCases, release }).toSQL();
  const sizes = await sizesOf(db, tablesThatDecide(question.sql));
  // Another study can be put in the place of this one, with as many of everything.
  const [one] = await db.select({ id: min(schema.cases.id) }).from(schema.cases);
  const study = [dataDirectory(), one?.id];
  const asked = JSON.stringify([study, book, question.sql, question.params, sizes]);
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

const tables = Object.values<unknown>(schema).filter((one) => is(one, SQLiteTable));

/**
 * The tables that an answer rests on: those that the question names, and the imports that were
 * undone. Nothing in them is changed, and rows go with an undone import alone; so as long as none of
 * them has another number of rows, the answer is the same. For use inside db/.
 */
export function tablesThatDecide(question: string): SQLiteTable[] {
  const named = tables.filter((table) => new RegExp(`\\b${getTableName(table)}\\b`).test(question));
  return [...new Set([...named, schema.importUndos])];
}

async function sizesOf(db: Db, of: readonly SQLiteTable[]): Promise<[string, number][]> {
  const sizes: [string, number][] = [];
  for (const table of of) {
    const [row] = await db.select({ n: count() }).from(table);
    sizes.push([getTableName(table), row?.n ?? 0]);
  }
  return sizes;
}
