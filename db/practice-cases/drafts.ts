import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { type Ratings, unrated } from "@/domain/ratings/ratings";
import { mayPractise } from "@/domain/workflow";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { checkedRatings } from "../ratings/drafts";
import { practiceCases, practiceDraftRatings, practiceDrafts } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { getCodebook } from "../study/codebooks";
import { isOffered, practiceName, standing } from "./cases";

/** A practice case in the hands of somebody who is to rate it, without a word of its references. */
export interface PracticeDraft {
  readonly number: number;
  readonly codebook: Codebook;
  /** What there is to read, and which revision of it that is. */
  readonly text: string;
  readonly textRevision: number;
  readonly ratings: Ratings;
  /** Of what they rated; 0 when nothing is saved yet. */
  readonly revision: number;
  readonly savedAt: string | null;
  /** Whether the text was changed after what they last saved. */
  readonly changedSince: boolean;
}

/**
 * A practice case for the viewer to rate, with what they have rated so far. Null when there is none:
 * it is withdrawn, they have submitted it, they wrote it when they led the study, or they are nobody
 * who practises.
 */
export async function getPracticeDraft(
  viewer: Viewer,
  number: number,
): Promise<PracticeDraft | null> {
  return ownPracticeDraft(reader(), viewer, number);
}

/** As getPracticeDraft, within a transaction. For use inside db/. */
export async function ownPracticeDraft(
  db: Db,
  viewer: Viewer,
  number: number,
): Promise<PracticeDraft | null> {
  if (!mayPractise(viewer)) return null;
  const [found] = await standing(db, and(eq(practiceCases.number, number), isToRate(viewer)));
  if (!found) return null;
  const codebook = await getCodebook(found.codebookVersion, db);
  const [draft] = await db
    .select({
      revision: practiceDrafts.revision,
      savedAt: practiceDrafts.savedAt,
      readRevision: practiceDrafts.readRevision,
    })
    .from(practiceDrafts)
    .where(ownIn(practiceDrafts, viewer, number));
  return {
    ...{ number, codebook, text: found.text, textRevision: found.revision },
    ratings: await draftedRatings(db, viewer, number, codebook),
    revision: draft?.revision ?? 0,
    savedAt: draft?.savedAt ?? null,
    changedSince: draft !== undefined && draft.readRevision !== found.revision,
  };
}

/**
 * For a practice case: the viewer can still rate it blind. It is offered, they have not submitted
 * it, and no revision of it is theirs. For use inside db/.
 */
export function isToRate(viewer: Viewer) {
  return sql`(${isOffered} = 1
    and not exists (select 1 from practice_submissions s
      where s.practice_case = ${practiceCases.number} and s.person_id = ${viewer.id})
    and not exists (select 1 from practice_case_revisions w
      where w.practice_case = ${practiceCases.number} and w.recorded_by = ${viewer.id}))`;
}

function ownIn(
  table: typeof practiceDrafts | typeof practiceDraftRatings,
  viewer: Viewer,
  number: number,
) {
  return and(eq(table.practiceCase, number), eq(table.personId, viewer.id));
}

async function draftedRatings(db: Db, viewer: Viewer, number: number, codebook: Codebook) {
  const rows = await db
    .select({
      factor: practiceDraftRatings.factor,
      level: practiceDraftRatings.level,
      note: practiceDraftRatings.note,
      unsure: practiceDraftRatings.unsure,
      quotes: practiceDraftRatings.quotes,
      themes: practiceDraftRatings.themes,
      description: practiceDraftRatings.description,
    })
    .from(practiceDraftRatings)
    .where(ownIn(practiceDraftRatings, viewer, number));
  const ratings = Object.fromEntries(codebook.factors.map((factor) => [factor.key, unrated]));
  for (const { factor, ...rating } of rows) ratings[factor] = rating;
  return ratings;
}

const changedElsewhere =
  "This practice case was changed in another tab or window. What you typed here has not been saved.";

/**
 * Saves what the viewer has rated of a practice case, as a draft of a case is saved: `revision` is
 * the one that they started from, and `textRevision` the text that their page showed.
 */
export async function savePracticeDraft(
  viewer: Viewer,
  number: number,
  from: { readonly revision: number; readonly textRevision: number },
  ratings: unknown,
): Promise<Outcome<{ revision: number; savedAt: string }>> {
  return write(async (tx) => {
    const draft = await ownPracticeDraft(tx, viewer, number);
    if (!draft || from.textRevision > draft.textRevision) return notFound;
    const checked = checkedRatings(draft.codebook, ratings);
    if (checked.kind !== "done") return checked;
    if (draft.revision !== from.revision) {
      // The answer to an earlier save was lost and the same ratings came again.
      if (draft.savedAt !== null && isDeepStrictEqual(checked.value, draft.ratings))
        return done({ revision: draft.revision, savedAt: draft.savedAt });
      return refused("revision", changedElsewhere);
    }
    const saved = { revision: from.revision + 1, savedAt: new Date().toISOString() };
    const whose = { practiceCase: number, personId: viewer.id };
    const row = { ...saved, readRevision: from.textRevision };
    await tx
      .insert(practiceDrafts)
      .values({ ...whose, ...row })
      .onConflictDoUpdate({
        target: [practiceDrafts.practiceCase, practiceDrafts.personId],
        set: row,
      });
    await storeRatings(tx, whose, draft.codebook, checked.value);
    await record(tx, viewer, { action: "saved a practice draft", subject: practiceName(number) });
    return done(saved);
  });
}

async function storeRatings(
  tx: Db,
  whose: { practiceCase: number; personId: string },
  codebook: Codebook,
  ratings: Ratings,
): Promise<void> {
  for (const { key } of codebook.factors) {
    const rating = ratings[key] ?? unrated;
    const { practiceCase, personId, factor } = practiceDraftRatings;
    await tx
      .insert(practiceDraftRatings)
      .values({ ...whose, codebookVersion: codebook.version, factor: key, ...rating })
      .onConflictDoUpdate({ target: [practiceCase, personId, factor], set: rating });
  }
}
