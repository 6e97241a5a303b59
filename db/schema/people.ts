import { sql } from "drizzle-orm";
import {
  check,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { roles } from "@/domain/people";
import { usuallyWithheldUpTo } from "@/domain/tables/withheld-up-to";
import { flag, id, isOneOf, moment } from "./columns";

/** One row: what kind of study this database holds, and how people sign in to it. */
export const study = sqliteTable(
  "study",
  {
    id: integer("id").primaryKey(),
    kind: text("kind", { enum: ["study", "demonstration"] }).notNull(),
    /** Of the code that makes the first account; null once there is one. */
    firstRunCodeHash: text("first_run_code_hash"),
    /** Whether everyone must sign in with a second factor. */
    secondFactorRequired: flag("second_factor_required").default(false),
    /** Whether a second person confirms each commit to the dataset. */
    secondPersonConfirms: flag("second_person_confirms").default(false),
    /** The largest count that is withheld from what is published. */
    withheldUpTo: integer("withheld_up_to").notNull().default(usuallyWithheldUpTo),
    /** Under what the data may be used, and where that can be read; "" where it is not said. */
    licence: text("licence").notNull().default(""),
    licenceAddress: text("licence_address").notNull().default(""),
    madeAt: moment("made_at"),
  },
  (t) => [
    check("study_one_row", sql`${t.id} = 1`),
    check("study_kind", isOneOf(t.kind, ["study", "demonstration"])),
    check("study_flags", sql`${t.secondFactorRequired} in (0, 1)`),
    check("study_second_person", sql`${t.secondPersonConfirms} in (0, 1)`),
  ],
);

/** Everyone with an account. */
export const people = sqliteTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** Whether somebody else gave this password, and the person has yet to choose their own. */
    firstPassword: flag("first_password").default(false),
    active: flag("active").default(true),
    /** Made for a demonstration; such an account is never let into a real study. */
    demonstration: flag("demonstration").default(false),
    madeAt: moment("made_at"),
  },
  (t) => [
    uniqueIndex("people_email").on(t.email),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
    check("people_flags", sql`${t.active} in (0, 1) and ${t.demonstration} in (0, 1)`),
  ],
);

/** What each person may be; one person can hold several roles. */
export const personRoles = sqliteTable(
  "person_roles",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role", { enum: roles }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.role] }),
    check("person_roles_role", isOneOf(t.role, roles)),
  ],
);
