import { and, desc, eq, sql } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { type NotesChange, staleNotes } from "@/domain/reconciliation/meeting-notes";
import { personIdOf, record } from "../audit";
import { mayLearnRatings } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { cases, meetingNotes, people } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { roundUnderWay } from "./rooms";

/** The meeting notes of a case as somebody saved them. */
export interface MeetingNotes {
  /** 1, 2, 3 … */
  readonly revision: number;
  readonly text: string;
  readonly savedAt: string;
  /** Null for the command line. */
  readonly savedBy: string | null;
}

/** Every version of a case's meeting notes, the newest first; none before the viewer may learn the ratings. */
export async function listMeetingNotes(viewer: Viewer, reference: string): Promise<MeetingNotes[]> {
  return notesOf(reader(), viewer, reference);
}

/**
 * Keeps the meeting notes as their next version. Everybody in the room may. Refused with the field
 * "seenRevision" when somebody has saved them since the page was opened; nothing is stored then.
 */
export async function saveMeetingNotes(
  viewer: Viewer,
  reference: string,
  change: NotesChange,
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundUnderWay(tx, viewer, reference);
    if (!round) return notFound;
    const [last] = await notesOf(tx, viewer, reference);
    const { revision, text } = last ?? { revision: 0, text: "" };
    if (text === change.text) return done();
    if (revision !== change.seenRevision) return refused("seenRevision", staleNotes);
    const { caseId } = round;
    await tx.insert(meetingNotes).values({
      caseId,
      revision: revision + 1,
      text: change.text,
      savedBy: personIdOf(viewer),
    });
    await record(tx, viewer, { action: "changed the meeting notes", caseId });
    return done();
  });
}

async function notesOf(db: Db, viewer: Viewer, reference: string): Promise<MeetingNotes[]> {
  return db
    .select({
      revision: meetingNotes.revision,
      text: meetingNotes.text,
      savedAt: meetingNotes.savedAt,
      savedBy: sql<string | null>`${people.name}`,
    })
    .from(meetingNotes)
    .innerJoin(cases, eq(cases.id, meetingNotes.caseId))
    .leftJoin(people, eq(people.id, meetingNotes.savedBy))
    .where(and(eq(cases.reference, reference), mayLearnRatings(viewer, cases.id)))
    .orderBy(desc(meetingNotes.revision));
}
