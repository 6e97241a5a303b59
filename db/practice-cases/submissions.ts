import { sql } from "drizzle-orm";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { unrated, whatIsMissing } from "@/domain/ratings/ratings";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { practiceRatings, practiceSubmissions } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import { practiceName } from "./cases";
import { ownPracticeDraft, type PracticeDraft } from "./drafts";

/**
 * Submits what the viewer rated of a practice case as it stands at `revision`, the one they checked.
 * All 13 levels must be there, and the text must be the one that they read. It is done once: from
 * then on they know the reference levels.
 */
export async function submitPracticeRatings(
  viewer: Viewer,
  number: number,
  revision: number,
): Promise<Outcome> {
  return write(async (tx) => {
    const draft = await ownPracticeDraft(tx, viewer, number);
    if (!draft) return notFound;
    if (draft.revision !== revision) return refused("revision", changedElsewhere);
    if (draft.changedSince) return refused("revision", textChanged);
    const missing = whatIsMissing(draft.codebook, draft.ratings);
    if (missing.length > 0) return refusedFor(missing);
    await insertRatings(tx, viewer, draft);
    await record(tx, viewer, {
      action: "submitted practice ratings",
      subject: practiceName(number),
    });
    return done();
  });
}

const changedElsewhere =
  "Your ratings were changed in another tab or window since you opened this page. Check them again.";

const textChanged =
  "A lead has changed this practice case since you last saved. Go back to the ratings and read it again.";

async function insertRatings(tx: Db, viewer: Viewer, draft: PracticeDraft): Promise<void> {
  const { number: practiceCase, codebook, ratings, textRevision } = draft;
  const whose = { practiceCase, personId: viewer.id };
  await tx.insert(practiceSubmissions).values({ ...whose, revision: textRevision });
  for (const { key: factor } of codebook.factors) {
    const { level, ...rest } = ratings[factor] ?? unrated;
    const row = { ...whose, codebookVersion: codebook.version, factor, ...rest };
    // None is missing any more, and the table takes no blank.
    await tx.insert(practiceRatings).values({ ...row, level: sql`${level}` });
  }
}
