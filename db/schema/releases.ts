import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { codeListNames } from "@/domain/code-lists/code-lists";
import { usuallyWithheldUpTo } from "@/domain/tables/withheld-up-to";
import { caseRecords } from "./case-records";
import { codeListVersions } from "./code-lists";
import { codebooks } from "./codebooks";
import { moment } from "./columns";
import { people } from "./people";
import { datasetVersions } from "./reconciliations";

/*
 * Releases of the dataset. Everything that a release holds is a row that is kept, so that a release
 * is rows that point.
 */

/** A release. What is in it is said by the tables below, and by the codebook of its columns. */
export const releases = sqliteTable(
  "releases",
  {
    number: integer("number").primaryKey(),
    note: text("note").notNull(),
    /** How many cases are in it: no more can be added. */
    cases: integer("cases").notNull(),
    codebookVersion: text("codebook_version")
      .notNull()
      .references(() => codebooks.version),
    /** Of its whole content; see db/releases/content.ts. */
    sha256: text("sha256").notNull(),
    /** The largest count that was withheld from what is published when it was made. */
    withheldUpTo: integer("withheld_up_to").notNull().default(usuallyWithheldUpTo),
    /** What the team said of the licence when it was made. */
    licence: text("licence").notNull().default(""),
    licenceAddress: text("licence_address").notNull().default(""),
    madeAt: moment("made_at"),
    madeBy: text("made_by").references(() => people.id),
  },
  (t) => [
    check("releases_number", sql`${t.number} >= 1`),
    check("releases_note", sql`trim(${t.note}) <> ''`),
    check("releases_cases", sql`${t.cases} >= 1`),
    check("releases_sha256", sql`${t.sha256} not glob '*[^0-9a-f]*' and length(${t.sha256}) = 64`),
  ],
);

const names = Object.keys(codeListNames) as [keyof typeof codeListNames];

/** The version of each code list in a release. */
export const releaseCodeLists = sqliteTable(
  "release_code_lists",
  {
    release: integer("release")
      .notNull()
      .references(() => releases.number),
    list: text("list", { enum: names }).notNull(),
    version: integer("version").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.release, t.list] }),
    foreignKey({
      columns: [t.list, t.version],
      foreignColumns: [codeListVersions.list, codeListVersions.version],
    }),
  ],
);

/** A case in a release: its record as one revision has it, and the version of its ratings. */
export const releaseCases = sqliteTable(
  "release_cases",
  {
    release: integer("release")
      .notNull()
      .references(() => releases.number),
    caseId: text("case_id").notNull(),
    /** Its place in the release, 1, 2, 3 … in the order of references. */
    position: integer("position").notNull(),
    recordRevision: integer("record_revision").notNull(),
    /** Null for a case that was left out of the analysis without ratings. */
    versionId: text("version_id").references(() => datasetVersions.id),
  },
  (t) => [
    primaryKey({ columns: [t.release, t.caseId] }),
    uniqueIndex("release_cases_position").on(t.release, t.position),
    foreignKey({
      columns: [t.caseId, t.recordRevision],
      foreignColumns: [caseRecords.caseId, caseRecords.revision],
    }),
    check("release_cases_position_positive", sql`${t.position} >= 1`),
  ],
);
