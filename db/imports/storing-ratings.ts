import { sql } from "drizzle-orm";
import { importedSecondRatings, ratingSubmissions, submittedRatings } from "../schema";
import type { Db } from "../store/engine";
import { manyRows } from "./many-rows";
import type { Made, Making } from "./storing";

const rating = ["submissionId", "codebookVersion", "factor", "level"] as const;
const nothingBeside = { quotes: sql`'[]'`, themes: sql`'[]'`, description: sql`''` };

/**
 * Gives a function that stores the independent ratings of new cases, with what files say beside
 * them. Such a case comes with its agreed levels and has no coder of this study, so that none of it
 * reaches anybody who is still to rate it. For use inside db/.
 */
export function storeRatings(tx: Db, { at, codebookVersion }: Making) {
  const toSubmissions = manyRows(
    tx,
    ratingSubmissions,
    ["id", "caseId", "importedCoder", "importedJoinedLater", "submittedAt"],
    { attempt: sql`1` },
  );
  const none = { ...nothingBeside, note: sql`''`, unsure: sql`0` };
  const toRatings = manyRows(tx, submittedRatings, rating, none);
  const toNoted = manyRows(tx, submittedRatings, [...rating, "note", "unsure"], nothingBeside);
  const toSecond = manyRows(tx, importedSecondRatings, [...rating, "note", "unsure"]);
  return async (made: readonly Made[]) => {
    const sets = made.flatMap(({ caseId, draft }) =>
      draft.ratings.map((given) => ({ id: crypto.randomUUID(), caseId, ...given })),
    );
    await toSubmissions(
      sets.map(({ id, caseId, coder, joinedLater = null }) => ({
        ...{ id, caseId, importedCoder: coder },
        importedJoinedLater: joinedLater === null ? null : Number(joinedLater),
        submittedAt: at,
      })),
    );
    const rows = sets.flatMap(({ id, levels, first = {} }) =>
      Object.entries(levels).map(([factor, level]) => ({
        ...{ submissionId: id, codebookVersion, factor, level },
        beside: first[factor],
      })),
    );
    await toRatings(rows.filter(({ beside }) => !beside));
    await toNoted(rows.flatMap(({ beside, ...row }) => (beside ? [{ ...row, ...beside }] : [])));
    await toSecond(
      sets.flatMap(({ id, second = {} }) =>
        Object.entries(second).map(([factor, given]) => ({
          ...{ submissionId: id, codebookVersion, factor },
          ...given,
        })),
      ),
    );
  };
}
