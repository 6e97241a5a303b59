import { type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "../store/engine";

const sizes = [40, 10, 1] as const;

/**
 * Gives a function that stores many rows of a table, each with these columns, some in one statement.
 * Statements are prepared once, which is what makes a million rows bearable. `same` holds what
 * every row has in other columns, as it is written into the statement; columns that are in neither
 * get their default. For use inside db/.
 */
export function manyRows<T extends SQLiteTable, C extends keyof T["$inferInsert"] & string>(
  tx: Db,
  table: T,
  columns: readonly C[],
  same: Partial<Record<Exclude<keyof T["$inferInsert"], C>, SQL>> = {},
): (rows: readonly { readonly [K in C]-?: T["$inferInsert"][K] }[]) => Promise<void> {
  const prepared = new Map<number, ReturnType<typeof prepare>>();
  const statementOf = (size: number) => {
    const own = prepared.get(size) ?? prepare(size);
    prepared.set(size, own);
    return own;
  };
  const prepare = (size: number) => {
    const names = Array.from({ length: size }, (_, row) =>
      columns.map((column) => ({ column, name: `${column}${row}` })),
    );
    const rows = names.map((own) => ({
      ...same,
      ...Object.fromEntries(own.map(({ column, name }) => [column, sql.placeholder(name)])),
    }));
    const statement = tx
      .insert(table)
      .values(rows as never)
      .prepare();
    return { names, run: (values: Record<string, unknown>) => statement.run(values) };
  };
  return async (rows) => {
    let stored = 0;
    for (const size of sizes)
      for (; rows.length - stored >= size; stored += size) {
        const { names, run } = statementOf(size);
        const values: Record<string, unknown> = {};
        for (const [row, own] of names.entries())
          for (const { column, name } of own) values[name] = rows[stored + row]?.[column];
        await run(values);
      }
  };
}
