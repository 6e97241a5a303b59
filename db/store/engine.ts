import { AsyncLocalStorage } from "node:async_hooks";
import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { Changes } from "./changes";
import { connect, ReadingConnections } from "./connections";
import { Turnstile } from "./turnstile";
import { beginsAtOnce, beginWriting, checkDurability } from "./writing";

/** What the rest of db/ sees of the engine: every query is awaited. */
export type Db = Pick<
  BaseSQLiteDatabase<"async", unknown>,
  "select" | "selectDistinct" | "insert" | "update" | "delete"
>;

/** An open database: reads go to `read`, every write goes through `write`. */
export interface Store {
  readonly dataDir: string;
  readonly read: Db;
  /** Runs `work` in one transaction; if it throws, nothing is stored. */
  write<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /**
   * Runs `work` as `write` does, unless something is being stored, by this process or another: then
   * it does nothing. Says whether it ran.
   */
  writeAtOnce(work: (tx: Db) => Promise<void>): Promise<boolean>;
  /** The database as it is now, whatever is stored afterwards, until `end` is called. */
  moment(): Moment;
  /** Tells when something was stored, by this process or by another. */
  readonly changes: Changes;
  close(): void;
}

/** A connection that goes on seeing one state of the database, until it is given back. */
export interface Moment {
  readonly db: Db;
  end(): void;
}

const underWay = new AsyncLocalStorage<Db>();

// better-sqlite3 answers at once and drizzle types it so; Db promises only what can be awaited,
// which is all that an engine over a network could keep.
function asDb(connection: Database.Database): Db {
  return drizzle(connection) as unknown as Db;
}

const fileName = "concord.sqlite";

// A directory with other things in it is somebody else's, perhaps by mistake: its mode stays.
function makePrivate(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const inside = readdirSync(dataDir);
  if (inside.length === 0 || inside.includes(fileName)) chmodSync(dataDir, 0o700);
}

// A table whose columns change is made anew and takes the old one's name; while it is away, what
// points to it points nowhere. So the keys are checked once all is done, and before anybody writes.
function bringUpToDate(writer: Database.Database, migrationsDir: string): void {
  const schemaVersion = () => writer.pragma("schema_version", { simple: true });
  const before = schemaVersion();
  writer.pragma("foreign_keys = OFF");
  migrate(drizzle(writer), { migrationsFolder: migrationsDir });
  const broken = before === schemaVersion() ? [] : (writer.pragma("foreign_key_check") as object[]);
  if (broken.length > 0) throw new Error(`Rows point nowhere: ${JSON.stringify(broken[0])}`);
  writer.pragma("foreign_keys = ON");
}

/**
 * Opens the SQLite database in a data directory (made with mode 0700 when missing) and brings its
 * tables up to date. One connection writes, behind a turnstile; another only reads.
 */
export function openStore(dataDir: string, migrationsDir: string): Store {
  const file = join(dataDir, fileName);
  makePrivate(dataDir);
  const writer = connect(file);
  // An import of many rows writes in many indexes: 16 MB of them are held, and not written again
  // and again.
  writer.pragma("cache_size = -16384");
  chmodSync(file, 0o600);
  bringUpToDate(writer, migrationsDir);
  // From here on it is waited for without holding up everybody else.
  writer.pragma("busy_timeout = 0");
  const readers = new ReadingConnections(file);
  const reader = readers.take();

  const writerDb = asDb(writer);
  const turnstile = new Turnstile();
  const changes = new Changes(() => reader.pragma("data_version", { simple: true }));
  let durabilityChecked = false;

  /** What is done in a transaction that has begun. */
  async function transact<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    try {
      const result = await underWay.run(writerDb, () => work(writerDb));
      writer.exec("COMMIT");
      stored();
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  }

  function stored(): void {
    changes.tell();
    if (!durabilityChecked) checkDurability(writer);
    durabilityChecked = true;
  }

  return {
    dataDir,
    read: asDb(reader),
    changes,
    moment() {
      const connection = readers.take();
      connection.exec("BEGIN");
      // What is seen is fixed by the first read.
      connection.prepare("select 1 from sqlite_master").get();
      return {
        db: asDb(connection),
        end() {
          connection.exec("COMMIT");
          readers.giveBack(connection);
        },
      };
    },
    async write(work) {
      const outer = underWay.getStore();
      if (outer) return work(outer);
      return turnstile.run(async () => {
        await beginWriting(writer);
        return transact(work);
      });
    },
    async writeAtOnce(work) {
      if (!turnstile.isFree) return false;
      return turnstile.run(async () => {
        if (!beginsAtOnce(writer)) return false;
        await transact(work);
        return true;
      });
    },
    close() {
      changes.end();
      readers.close();
      reader.close();
      writer.close();
    },
  };
}
