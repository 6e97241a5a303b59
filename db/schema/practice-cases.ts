import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Quote } from "@/domain/ratings/quotes";
import { codebookLevels, codebooks } from "./codebooks";
import { flag, moment } from "./columns";
import { people } from "./people";

/*
 * Practice cases, and what people rated them. No table of cases points here and none of these
 * points there, so that nothing of it can get into the dataset or what is counted from it.
 */

/** A practice case: what never changes about it. Everybody rates it by the same codebook. */
export const practiceCases = sqliteTable(
  "practice_cases",
  {
    number: integer("number").primaryKey(),
    codebookVersion: text("codebook_version")
      .notNull()
      .references(() => codebooks.version),
    madeAt: moment("made_at"),
    madeBy: text("made_by").references(() => people.id),
  },
  (t) => [check("practice_cases_number", sql`${t.number} >= 1`)],
);

const practiceCase = () =>
  integer("practice_case")
    .notNull()
    .references(() => practiceCases.number);

/** What there is to read in a practice case. The highest revision holds now. */
export const practiceCaseRevisions = sqliteTable(
  "practice_case_revisions",
  {
    practiceCase: practiceCase(),
    revision: integer("revision").notNull(),
    text: text("text").notNull(),
    recordedAt: moment("recorded_at"),
    recordedBy: text("recorded_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.revision] }),
    check("practice_case_revisions_revision", sql`${t.revision} >= 1`),
    check("practice_case_revisions_text", sql`trim(${t.text}) <> ''`),
  ],
);

/** The level that a revision is to be given for a factor, and why. */
export const practiceReferences = sqliteTable(
  "practice_references",
  {
    practiceCase: integer("practice_case").notNull(),
    revision: integer("revision").notNull(),
    codebookVersion: text("codebook_version").notNull(),
    factor: text("factor").notNull(),
    level: text("level").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.revision, t.factor] }),
    foreignKey({
      columns: [t.practiceCase, t.revision],
      foreignColumns: [practiceCaseRevisions.practiceCase, practiceCaseRevisions.revision],
    }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("practice_references_reason", sql`trim(${t.reason}) <> ''`),
  ],
);

/** Whether a practice case is offered, or withdrawn. The highest revision holds now. */
export const practiceOffers = sqliteTable(
  "practice_offers",
  {
    practiceCase: practiceCase(),
    revision: integer("revision").notNull(),
    offered: flag("offered"),
    switchedAt: moment("switched_at"),
    switchedBy: text("switched_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.revision] }),
    check("practice_offers_revision", sql`${t.revision} >= 1`),
    check("practice_offers_offered", sql`${t.offered} in (0, 1)`),
  ],
);

const person = () =>
  text("person_id")
    .notNull()
    .references(() => people.id);

/** A person's practice in progress, theirs alone. `revision` grows by one with every save. */
export const practiceDrafts = sqliteTable(
  "practice_drafts",
  {
    practiceCase: integer("practice_case").notNull(),
    personId: person(),
    revision: integer("revision").notNull(),
    /** What they had read when they saved it. */
    readRevision: integer("read_revision").notNull(),
    savedAt: moment("saved_at"),
  },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.personId] }),
    foreignKey({
      columns: [t.practiceCase, t.readRevision],
      foreignColumns: [practiceCaseRevisions.practiceCase, practiceCaseRevisions.revision],
    }),
    check("practice_drafts_revision", sql`${t.revision} >= 1`),
  ],
);

const rating = {
  practiceCase: integer("practice_case").notNull(),
  personId: text("person_id").notNull(),
  codebookVersion: text("codebook_version").notNull(),
  factor: text("factor").notNull(),
  note: text("note").notNull().default(""),
  unsure: flag("unsure").default(false),
  quotes: text("quotes", { mode: "json" }).$type<readonly Quote[]>().notNull().default([]),
  themes: text("themes", { mode: "json" }).$type<readonly string[]>().notNull(),
  description: text("description").notNull().default(""),
};

/** One factor of it. A level not yet chosen is null. */
export const practiceDraftRatings = sqliteTable(
  "practice_draft_ratings",
  { ...rating, level: text("level") },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.personId, t.factor] }),
    foreignKey({
      columns: [t.practiceCase, t.personId],
      foreignColumns: [practiceDrafts.practiceCase, practiceDrafts.personId],
    }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("practice_draft_ratings_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);

/** A person submitted what they rated, once: from then on they know the reference levels. */
export const practiceSubmissions = sqliteTable(
  "practice_submissions",
  {
    practiceCase: integer("practice_case").notNull(),
    personId: person(),
    /** What they had read, and whose reference levels they are held against. */
    revision: integer("revision").notNull(),
    submittedAt: moment("submitted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.personId] }),
    foreignKey({
      columns: [t.practiceCase, t.revision],
      foreignColumns: [practiceCaseRevisions.practiceCase, practiceCaseRevisions.revision],
    }),
  ],
);

/** One factor of a submitted practice case: never changed, never deleted. */
export const practiceRatings = sqliteTable(
  "practice_ratings",
  { ...rating, level: text("level").notNull() },
  (t) => [
    primaryKey({ columns: [t.practiceCase, t.personId, t.factor] }),
    foreignKey({
      columns: [t.practiceCase, t.personId],
      foreignColumns: [practiceSubmissions.practiceCase, practiceSubmissions.personId],
    }),
    foreignKey({
      columns: [t.codebookVersion, t.factor, t.level],
      foreignColumns: [codebookLevels.codebookVersion, codebookLevels.factor, codebookLevels.level],
    }),
    check("practice_ratings_unsure", sql`${t.unsure} in (0, 1)`),
  ],
);

/** How much practice there must be before live coding, as a lead said it; the highest revision holds. */
export const practiceRequirements = sqliteTable(
  "practice_requirements",
  {
    revision: integer("revision").primaryKey(),
    /** On how many practice cases; null when none is required. */
    cases: integer("cases"),
    /** The percentage of factors that are to be given the reference level; null with `cases`. */
    percent: integer("percent"),
    setAt: moment("set_at"),
    setBy: text("set_by").references(() => people.id),
  },
  (t) => [
    check("practice_requirements_revision", sql`${t.revision} >= 1`),
    check("practice_requirements_cases", sql`${t.cases} between 1 and 20`),
    check("practice_requirements_percent", sql`${t.percent} between 1 and 100`),
    check("practice_requirements_both", sql`(${t.cases} is null) = (${t.percent} is null)`),
  ],
);
