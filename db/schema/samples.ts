import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns";
import { people } from "./people";

/** The days between which the submissions of a sample came in; the highest revision holds now. */
export const sampleDates = sqliteTable(
  "sample_dates",
  {
    sample: text("sample").notNull(),
    revision: integer("revision").notNull(),
    startsOn: text("starts_on"),
    endsOn: text("ends_on"),
    recordedAt: moment("recorded_at"),
    recordedBy: text("recorded_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.sample, t.revision] }),
    check("sample_dates_revision", sql`${t.revision} >= 1`),
    check("sample_dates_order", sql`${t.startsOn} <= ${t.endsOn}`),
  ],
);
