import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns";

/** A codebook version, whole, as its file reads. Never changed: a new wording is a new version. */
export const codebooks = sqliteTable("codebooks", {
  version: text("version").primaryKey(),
  file: text("file", { mode: "json" }).notNull(),
  introducedAt: moment("introduced_at"),
});

/** The levels that each factor of a version has. Every stored rating points to one of them. */
export const codebookLevels = sqliteTable(
  "codebook_levels",
  {
    codebookVersion: text("codebook_version")
      .notNull()
      .references(() => codebooks.version),
    factor: text("factor").notNull(),
    level: text("level").notNull(),
    score: integer("score").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.codebookVersion, t.factor, t.level] }),
    check("codebook_levels_score", sql`${t.score} between 0 and 3`),
  ],
);
