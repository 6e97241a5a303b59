import Database from "better-sqlite3";
import { keepStatements } from "./statements";

/** Opens a database so that what it acknowledged is kept. For use inside db/store. */
export function connect(file: string): Database.Database {
  const connection = new Database(file);
  connection.pragma("journal_mode = WAL");
  // The build's default in WAL mode is NORMAL, which can lose acknowledged writes on power loss.
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 10000");
  keepStatements(connection);
  return connection;
}

/**
 * Connections that only read. Opening one takes longer than most of what is read, so the last that
 * was given back is kept for whoever comes next. For use inside db/store.
 */
export class ReadingConnections {
  readonly #file: string;
  #spare: Database.Database | undefined;
  #keep = true;

  constructor(file: string) {
    this.#file = file;
  }

  take(): Database.Database {
    const connection = this.#spare ?? connect(this.#file);
    this.#spare = undefined;
    connection.pragma("query_only = ON");
    return connection;
  }

  giveBack(connection: Database.Database): void {
    this.#spare?.close();
    this.#spare = connection;
    if (!this.#keep) this.close();
  }

  close(): void {
    this.#keep = false;
    this.#spare?.close();
    this.#spare = undefined;
  }
}
