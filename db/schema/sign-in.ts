import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { id, moment } from "./columns";
import { people } from "./people";

const personId = () =>
  text("person_id")
    .notNull()
    .references(() => people.id);

/** A sign-in. It ends when `endedAt` is set or its time is up, whatever the cookie says. */
export const sessions = sqliteTable(
  "sessions",
  {
    /** The fingerprint of the token in the cookie, which is stored nowhere. */
    id: text("id").primaryKey(),
    personId: personId(),
    startedAt: moment("started_at"),
    /** When it was last used, to the minute. */
    seenAt: moment("seen_at"),
    endedAt: text("ended_at"),
  },
  (t) => [index("sessions_person").on(t.personId)],
);

/** A browser in which a person has signed in: wrong tries made elsewhere do not slow it down. */
export const knownBrowsers = sqliteTable(
  "known_browsers",
  {
    /** The fingerprint of the token in its cookie, with what they signed in by. */
    browser: text("browser").notNull(),
    personId: personId(),
    knownAt: moment("known_at"),
  },
  (t) => [primaryKey({ columns: [t.browser, t.personId] })],
);

/** The app or device that makes a person's one-time codes. Set up, then confirmed with a code. */
export const secondFactors = sqliteTable(
  "second_factors",
  {
    id: id(),
    personId: personId(),
    /** What the codes are made from, sealed: worth nothing without the signing secret. */
    sealedKey: text("sealed_key").notNull(),
    madeAt: moment("made_at"),
    confirmedAt: text("confirmed_at"),
    endedAt: text("ended_at"),
    /** The time step of the last code used, so that no code works twice. */
    lastStep: integer("last_step").notNull().default(0),
  },
  (t) => [
    uniqueIndex("second_factors_one_each").on(t.personId).where(sql`${t.endedAt} is null`),
    check("second_factors_last_step", sql`${t.lastStep} >= 0`),
  ],
);

/** What signs a person in, once, when the second factor is lost. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: id(),
    secondFactorId: text("second_factor_id")
      .notNull()
      .references(() => secondFactors.id),
    codeHash: text("code_hash").notNull(),
    usedAt: text("used_at"),
    /** Set when newer codes took its place. */
    replacedAt: text("replaced_at"),
  },
  (t) => [index("recovery_codes_second_factor").on(t.secondFactorId)],
);
