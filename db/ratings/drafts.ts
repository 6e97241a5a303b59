import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { type Ratings, ratingsSchema, unrated } from "@/domain/ratings/ratings";
import { mayRate } from "@/domain/workflow";
import { record } from "../audit";
import { knownCase } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { mustPractiseFirst } from "../practice-cases/requirement";
import { draftRatings, drafts } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { getCodebook } from "../study/codebooks";

/** A coder's work in progress. Revision 0: nothing saved yet. */
export interface Draft {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly codebook: Codebook;
  readonly ratings: Ratings;
  readonly revision: number;
  readonly savedAt: string | null;
}

/** A draft with the keys that a write needs. For use inside db/. */
export interface OwnDraft extends Draft {
  readonly caseId: string;
  readonly assignmentId: string;
  /** Whether they must practise before they begin it. */
  readonly practiseFirst: boolean;
}

/**
 * The viewer's own draft of a case that they are to rate; null when there is nothing to rate, or
 * they must practise first.
 */
export async function getDraft(viewer: Viewer, reference: string): Promise<Draft | null> {
  const draft = await ownDraft(reader(), viewer, reference);
  if (!draft || draft.practiseFirst) return null;
  const { caseId: _, assignmentId: __, practiseFirst: ___, ...shown } = draft;
  return shown;
}

/** As getDraft, within a transaction. For use inside db/. */
export async function ownDraft(
  db: Db,
  viewer: Viewer,
  reference: string,
): Promise<OwnDraft | null> {
  const found = await knownCase(db, viewer, reference);
  if (!found?.assignmentId || !mayRate(found.facts, found.own)) return null;
  const { assignmentId } = found;
  const codebook = await getCodebook(found.codebookVersion, db);
  const [draft] = await db
    .select({ revision: drafts.revision, savedAt: drafts.savedAt })
    .from(drafts)
    .where(eq(drafts.assignmentId, assignmentId));
  return {
    caseId: found.id,
    assignmentId,
    practiseFirst: await mustPractiseFirst(db, viewer, assignmentId),
    reference: found.reference,
    sample: found.sample,
    caseType: found.caseType,
    codebook,
    ratings: await draftedRatings(db, codebook, assignmentId),
    revision: draft?.revision ?? 0,
    savedAt: draft?.savedAt ?? null,
  };
}

async function draftedRatings(db: Db, codebook: Codebook, assignmentId: string): Promise<Ratings> {
  const rows = await db
    .select({
      factor: draftRatings.factor,
      level: draftRatings.level,
      note: draftRatings.note,
      unsure: draftRatings.unsure,
      quotes: draftRatings.quotes,
      themes: draftRatings.themes,
      description: draftRatings.description,
    })
    .from(draftRatings)
    .where(eq(draftRatings.assignmentId, assignmentId));
  const ratings = Object.fromEntries(codebook.factors.map((factor) => [factor.key, unrated]));
  for (const { factor, ...rating } of rows) ratings[factor] = rating;
  return ratings;
}

// The field of the form: a quote has fields of its own, a list of themes is one.
function fieldAt(path: readonly PropertyKey[]): string {
  return path.slice(0, path[1] === "quotes" ? 4 : 2).join(".");
}

/**
 * Ratings as they were sent, checked against a codebook: exactly its factors, each level one of its
 * own or none. Each problem names the field that it belongs to. For use inside db/.
 */
export function checkedRatings(codebook: Codebook, ratings: unknown): Outcome<Ratings> {
  const checked = ratingsSchema(codebook).safeParse(ratings);
  if (checked.success) return done(checked.data);
  return refusedFor(
    checked.error.issues.map(({ path, message }) => ({ field: fieldAt(path), message })),
  );
}

const practiseFirst =
  "Your team now asks for practice before a case is begun. What you typed is still here, and has not been saved: leave this page open, go to Practice in another tab, then try again here.";

const changedElsewhere =
  "This case was changed in another tab or window. What you typed here has not been saved.";

/**
 * Saves the viewer's draft. `ratings` is checked against the case's codebook: exactly its factors,
 * each level one of its own or none. `revision` is the one they started from: when another tab has
 * saved something else since, nothing is stored and the refusal names the field "revision".
 */
export async function saveDraft(
  viewer: Viewer,
  reference: string,
  revision: number,
  ratings: unknown,
): Promise<Outcome<{ revision: number; savedAt: string }>> {
  return write(async (tx) => {
    const draft = await ownDraft(tx, viewer, reference);
    if (!draft) return notFound;
    if (draft.practiseFirst) return refused("practice", practiseFirst);
    const checked = checkedRatings(draft.codebook, ratings);
    if (checked.kind !== "done") return checked;
    if (draft.revision !== revision) {
      // The answer to an earlier save was lost and the same ratings came again.
      if (draft.savedAt !== null && isDeepStrictEqual(checked.value, draft.ratings))
        return done({ revision: draft.revision, savedAt: draft.savedAt });
      return refused("revision", changedElsewhere);
    }
    const saved = { revision: revision + 1, savedAt: new Date().toISOString() };
    await storeDraft(tx, draft, checked.value, saved);
    await record(tx, viewer, { action: "saved a draft", caseId: draft.caseId });
    return done(saved);
  });
}

async function storeDraft(
  tx: Db,
  draft: OwnDraft,
  ratings: Ratings,
  saved: { revision: number; savedAt: string },
): Promise<void> {
  const { assignmentId, codebook } = draft;
  await tx
    .insert(drafts)
    .values({ assignmentId, ...saved })
    .onConflictDoUpdate({ target: drafts.assignmentId, set: saved });
  for (const { key } of codebook.factors) {
    const rating = ratings[key] ?? unrated;
    await tx
      .insert(draftRatings)
      .values({ assignmentId, codebookVersion: codebook.version, factor: key, ...rating })
      .onConflictDoUpdate({
        target: [draftRatings.assignmentId, draftRatings.factor],
        set: rating,
      });
  }
}
