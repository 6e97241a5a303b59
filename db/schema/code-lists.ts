import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { codeListNames } from "@/domain/code-lists/code-lists";
import { isOneOf, moment } from "./columns";
import { imports } from "./imports";
import { people } from "./people";

const names = Object.keys(codeListNames) as [keyof typeof codeListNames];

/** A version of a code list, whole. Never changed: what a lead edits becomes the next version. */
export const codeListVersions = sqliteTable(
  "code_list_versions",
  {
    list: text("list", { enum: names }).notNull(),
    version: integer("version").notNull(),
    content: text("content", { mode: "json" }).notNull(),
    reason: text("reason").notNull().default(""),
    madeAt: moment("made_at"),
    madeBy: text("made_by").references(() => people.id),
    /** The import that it came with; null where a lead edited the list, or an import was undone. */
    importId: text("import_id").references(() => imports.id),
  },
  (t) => [
    primaryKey({ columns: [t.list, t.version] }),
    check("code_list_versions_version", sql`${t.version} >= 1`),
    check("code_list_versions_list", isOneOf(t.list, names)),
  ],
);
