import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { cases } from "./cases";
import { flag, moment } from "./columns";
import { people } from "./people";

/** What a team notes when it meets about a case. A change is a further revision; the highest holds. */
export const meetingNotes = sqliteTable(
  "meeting_notes",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    revision: integer("revision").notNull(),
    text: text("text").notNull(),
    savedAt: moment("saved_at"),
    savedBy: text("saved_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision] }),
    check("meeting_notes_revision", sql`${t.revision} >= 1`),
  ],
);

/** Whether names stand beside the letters of a case's coders. The highest revision holds. */
export const nameSwitches = sqliteTable(
  "name_switches",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    revision: integer("revision").notNull(),
    shown: flag("shown"),
    switchedAt: moment("switched_at"),
    switchedBy: text("switched_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.revision] }),
    check("name_switches_revision", sql`${t.revision} >= 1`),
    check("name_switches_shown", sql`${t.shown} in (0, 1)`),
  ],
);
