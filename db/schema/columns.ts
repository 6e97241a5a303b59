import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";

/** A key made by us: random, so that it says nothing of order or number. */
export const id = () =>
  text("id")
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID());

/** A moment in UTC as ISO text, set when the row is made. */
export const moment = (name: string) =>
  text(name)
    .notNull()
    .$defaultFn(() => new Date().toISOString());

/** Yes or no, as 1 or 0. */
export const flag = (name: string) => integer(name, { mode: "boolean" }).notNull();

/** A CHECK that the column holds one of these words. A null passes. */
export function isOneOf(column: AnyColumn, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
}
