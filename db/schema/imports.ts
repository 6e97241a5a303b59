import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DraftCounts } from "../imports/review";
import { id, isOneOf, moment } from "./columns";
import { people } from "./people";

/** One import of files: what was imported, how it was matched, and what came of it. */
export const imports = sqliteTable("imports", {
  id: id(),
  /** The files by name, each with the SHA-256 of its bytes. */
  files: text("files", { mode: "json" })
    .$type<readonly { readonly name: string; readonly sha256: string }[]>()
    .notNull(),
  /** How columns and values were matched, for the next import. No value of the study is in it. */
  matching: text("matching", { mode: "json" }).notNull(),
  counts: text("counts", { mode: "json" }).$type<DraftCounts>().notNull(),
  /** Why the records of committed cases were changed; "" where none was and nobody said. */
  reason: text("reason").notNull().default(""),
  madeAt: moment("made_at"),
  madeBy: text("made_by").references(() => people.id),
});

/** A case that an import made or changed. It stays when an undo takes the case away. */
export const importCases = sqliteTable(
  "import_cases",
  {
    importId: text("import_id")
      .notNull()
      .references(() => imports.id),
    /** Not a foreign key: a new case goes when its import is undone. */
    caseId: text("case_id").notNull(),
    reference: text("reference").notNull(),
    kind: text("kind", { enum: ["new", "changed"] }).notNull(),
    /** The revision of the record that the import made. */
    revision: integer("revision").notNull(),
    /** The version that the import committed; null where it committed none. */
    version: integer("version"),
    /** How many coders' independent ratings came with it. */
    ratingSets: integer("rating_sets").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.caseId] }),
    index("import_cases_case").on(t.caseId),
    check("import_cases_kind", isOneOf(t.kind, ["new", "changed"])),
    check("import_cases_revision", sql`${t.revision} >= 1`),
    check("import_cases_first_revision", sql`(${t.kind} = 'new') = (${t.revision} = 1)`),
    check("import_cases_version", sql`${t.version} >= 1`),
    check("import_cases_changed", sql`${t.kind} = 'new' or ${t.version} is null`),
    check(
      "import_cases_rating_sets",
      sql`${t.ratingSets} = 0 or (${t.ratingSets} > 0 and ${t.version} is not null)`,
    ),
  ],
);

/** A total that a file stated, where it is not what Concord computed: both are kept. */
export const importTotals = sqliteTable(
  "import_totals",
  {
    importId: text("import_id")
      .notNull()
      .references(() => imports.id),
    /** Not a foreign key, as in import_cases. */
    caseId: text("case_id").notNull(),
    field: text("field").notNull(),
    stated: text("stated").notNull(),
    /** Null where there was nothing to compute it from. */
    computed: text("computed"),
  },
  (t) => [primaryKey({ columns: [t.importId, t.caseId, t.field] })],
);

/** An import was undone, once: its new cases are gone, its changed ones as before. */
export const importUndos = sqliteTable("import_undos", {
  importId: text("import_id")
    .primaryKey()
    .references(() => imports.id),
  reason: text("reason").notNull(),
  undoneAt: moment("undone_at"),
  undoneBy: text("undone_by").references(() => people.id),
});
