import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Action } from "@/db/audit";

/** A copy of the database, and of what is uploaded, as they were at one time. */
export interface Memory {
  /** What the log says was done since; null when nothing at all was written, logged or not. */
  written(): Action[] | null;
  /** Whether anything of what is uploaded is another than it was. */
  uploadsChanged(): boolean;
  /** Makes database and uploads what they were, also under a server that runs on it. */
  putBack(): Promise<void>;
  end(): void;
}

/** The files of a folder, each with when it was last written, as one text. */
function filesIn(folder: string): string {
  if (!existsSync(folder)) return "";
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .join();
}

/** Remembers the database of a data directory as it is now. */
export async function remember(dataDir: string): Promise<Memory> {
  const file = join(dataDir, "concord.sqlite");
  const aside = mkdtempSync(join(tmpdir(), "concord-before-"));
  const copy = join(aside, "concord.sqlite");
  const watch = new Database(file, { readonly: true });
  await watch.backup(copy);
  const uploads = join(dataDir, "uploads");
  const kept = join(aside, "uploads");
  const hasUploads = existsSync(uploads);
  if (hasUploads) cpSync(uploads, kept, { recursive: true });
  let uploaded = filesIn(uploads);
  const before = new Database(copy, { readonly: true });
  const last = before.prepare("select max(position) from audit_entries").pluck().get();
  const since = watch
    .prepare("select action from audit_entries where position > ? order by position")
    .pluck();
  // Another number whenever another connection has written anything.
  const contentNow = () => watch.pragma("data_version", { simple: true });
  let content = contentNow();
  return {
    written: () => (contentNow() === content ? null : (since.all(last) as Action[])),
    uploadsChanged: () => filesIn(uploads) !== uploaded,
    async putBack() {
      // While somebody is writing it ends without a word, and without a page.
      while (!(await before.backup(file, { progress: () => 1_000_000 })).totalPages);
      content = contentNow();
      rmSync(uploads, { recursive: true, force: true });
      if (hasUploads) cpSync(kept, uploads, { recursive: true });
      uploaded = filesIn(uploads);
    },
    end() {
      watch.close();
      before.close();
      rmSync(aside, { recursive: true, force: true });
    },
  };
}
