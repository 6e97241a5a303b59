import { count, getTableName, is, min, type Query } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../schema";
import type { Db } from "./engine";
import { dataDirectory } from "./store";

/**
 * Names the answer to a question as the database is now: whoever asks with the same words and values
 * is told the same, as long as nothing was added to a table that the question names. So an answer
 * can be kept under it; the words hold the condition of what its viewer may learn. Not within
 * `write`, whose rows may never come to be stored. For use inside db/.
 */
export async function nameOfAnswer(db: Db, { sql, params }: Query): Promise<string> {
  const sizes = await sizesOf(db, tablesThatDecide(sql));
  // Another study can be put in the place of this one, with as many of everything.
  const [one] = await db.select({ id: min(schema.cases.id) }).from(schema.cases);
  return JSON.stringify([dataDirectory(), one?.id, sql, params, sizes]);
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
