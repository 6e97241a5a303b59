import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "./cases";
import { id, moment } from "./columns";
import { people } from "./people";

/** Who did what, when, on what, and why. It never holds a level, a note or any other rating. */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: id(),
    /** 1, 2, 3 … in the order of writing: two entries of one transaction share their moment. */
    position: integer("position").notNull(),
    at: moment("at"),
    /** Null when it was done from the command line. */
    actorId: text("actor_id").references(() => people.id),
    action: text("action").notNull(),
    caseId: text("case_id").references(() => cases.id),
    /** What it was done to, when that is not the case alone: a person, a factor, a file. */
    subject: text("subject").notNull().default(""),
    reason: text("reason").notNull().default(""),
  },
  (t) => [
    uniqueIndex("audit_entries_position").on(t.position),
    index("audit_entries_case").on(t.caseId, t.position),
  ],
);
