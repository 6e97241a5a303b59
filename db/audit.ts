import { max } from "drizzle-orm";
import type { Viewer } from "./people/people";
import { auditEntries } from "./schema";
import type { Db } from "./store/engine";

/** Everything that is done to the study, as the log names it. */
export type Action =
  | "made the study"
  | "made a first-run code"
  | "made the first account"
  | "added a person"
  | "changed roles"
  | "corrected a name or address"
  | "closed an account"
  | "opened an account again"
  | "changed their password"
  | "began a second factor"
  | "set up a second factor"
  | "removed their second factor"
  | "removed a second factor"
  | "made new recovery codes"
  | "used a recovery code"
  | "required a second factor"
  | "no longer required a second factor"
  | "gave a new first password"
  | "refused a sign-in"
  | "signed in"
  | "signed out"
  | "signed out everywhere"
  | "introduced a codebook"
  | "registered the case"
  | "imported the case"
  | "imported cases"
  | "undid an import"
  | "changed the record"
  | "changed a code list"
  | "recorded the days of a sample"
  | "recorded figures from elsewhere"
  | "imported independent ratings"
  | "assigned a coder"
  | "went on without a coder"
  | "replaced a coder"
  | "set the days to rate"
  | "handed the case back"
  | "saved a draft"
  | "submitted ratings"
  | "took a submission back"
  | "held the opening"
  | "began the second look"
  | "submitted a second look"
  | "ended the second look"
  | "opened the case"
  | "agreed a level"
  | "accepted all the same"
  | "recorded dissent"
  | "withdrew dissent"
  | "made a precedent"
  | "took a precedent back"
  | "proposed to commit"
  | "sent a commit back"
  | "showed the coders’ names"
  | "hid the coders’ names"
  | "changed the meeting notes"
  | "committed to the dataset"
  | "reopened the case"
  | "asked for a second person at commits"
  | "no longer asked for a second person at commits"
  | "changed what is withheld from publication"
  | "changed the licence of the data"
  | "made a practice case"
  | "changed a practice case"
  | "withdrew a practice case"
  | "offered a practice case again"
  | "saved a practice draft"
  | "submitted practice ratings"
  | "changed what practice is required"
  | "exported the dataset"
  | "made a release";

/** An audit entry to be: never put a level, a note or any other rating into it. */
export interface Deed {
  readonly action: Action;
  readonly caseId?: string;
  readonly subject?: string;
  readonly reason?: string;
}

/** Adds an entry to the log, in the transaction of the write that it records. */
export async function record(tx: Db, viewer: Viewer | null, deed: Deed): Promise<void> {
  const [last] = await tx.select({ position: max(auditEntries.position) }).from(auditEntries);
  await tx.insert(auditEntries).values({
    position: (last?.position ?? 0) + 1,
    actorId: viewer ? personIdOf(viewer) : null,
    ...deed,
  });
}

/** The person's id for a "done by" column; null for the command line, which is no person. */
export function personIdOf(viewer: Viewer): string | null {
  return viewer.isCommandLine ? null : viewer.id;
}
