import type Database from "better-sqlite3";

const mostKept = 500;

/**
 * Keeps the statements of a connection, the last of them, by their text: to make one of a long text
 * takes longer than to run it, and a page asks the same ones each time. For use inside db/store.
 */
export function keepStatements(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Database.Statement>();
  const preparing = (text: string) => {
    const statement = kept.get(text) ?? prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    // Whoever had it before may have asked for rows without the names of their columns.
    return statement.reader ? statement.raw(false) : statement;
  };
  connection.prepare = preparing as typeof connection.prepare;
}
