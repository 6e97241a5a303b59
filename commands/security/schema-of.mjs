import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { inProject } from "../launch/children.mjs";

const migrations = inProject("db/migrations");

/**
 * What the database consists of once all migrations have run, as text; `altered` gives one of them
 * another text. Example: `schemaOf({ file: "0000_first.sql", text: "…" })`.
 */
export function schemaOf(altered) {
  const db = new Database(":memory:");
  try {
    const files = readdirSync(migrations).filter((name) => name.endsWith(".sql"));
    for (const file of files.sort()) db.exec(textOf(file, altered));
    const rows = db.prepare("select name, sql from sqlite_master order by name").all();
    return JSON.stringify(rows);
  } finally {
    db.close();
  }
}

// A later migration takes away what an earlier one, altered, has not made.
function textOf(file, altered) {
  const text =
    file === altered?.file ? altered.text : readFileSync(`${migrations}/${file}`, "utf8");
  return text.replaceAll("DROP TRIGGER `", "DROP TRIGGER IF EXISTS `");
}
