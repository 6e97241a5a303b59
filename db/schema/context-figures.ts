import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ContextFigure } from "@/domain/context-figures";
import { moment } from "./columns";
import { people } from "./people";

/** The figures from elsewhere that stand beside the tables, all of them; the highest revision holds. */
export const contextFigures = sqliteTable(
  "context_figures",
  {
    revision: integer("revision").primaryKey(),
    content: text("content", { mode: "json" }).$type<readonly ContextFigure[]>().notNull(),
    recordedAt: moment("recorded_at"),
    recordedBy: text("recorded_by").references(() => people.id),
  },
  (t) => [
    check("context_figures_revision", sql`${t.revision} >= 1`),
    check("context_figures_content", sql`json_type(${t.content}) = 'array'`),
  ],
);
