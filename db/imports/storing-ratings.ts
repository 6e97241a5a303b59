import { sql } from "drizzle-orm";
import {
  importedDissents,
  importedSecondRatings,
  ratingSubmissions,
  submittedRatings,
} from "../schema";
import type { Db } from "../store/engine";
import { manyRows } from "./many-rows";
import { risingKeys } from "./rising-keys";
import type { Made, Making } from "./storing";

const rating = ["submissionId", "codebookVersion", "factor", "level"] as const;
const beside = ["note", "unsure", "themes", "description"] as const;
const noQuotes = { quotes: sql`'[]'` };
const nothingBeside = { note: sql`''`, unsure: sql`0`, themes: sql`'[]'`, description: sql`''` };
// What a draft does not say of Other.
const nothingOfOther = { themes: [], description: "" };

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
  const toRatings = manyRows(tx, submittedRatings, rating, { ...noQuotes, ...nothingBeside });
  const toNoted = manyRows(tx, submittedRatings, [...rating, ...beside], noQuotes);
  const toSecond = manyRows(tx, importedSecondRatings, [...rating, ...beside]);
  const toDissents = manyRows(tx, importedDissents, [...rating, "reason"]);
  const newSubmission = risingKeys();
  return async (made: readonly Made[]) => {
    const sets = made.flatMap(({ caseId, draft }) =>
      draft.ratings.map((given) => ({
        ...{ id: newSubmission(), caseId, agreed: draft.levels ?? {} },
        ...given,
      })),
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
        said: first[factor],
      })),
    );
    await toRatings(rows.filter(({ said }) => !said));
    await toNoted(
      rows.flatMap(({ said, ...row }) => (said ? [{ ...row, ...nothingOfOther, ...said }] : [])),
    );
    await toSecond(
      sets.flatMap(({ id, second = {} }) =>
        Object.entries(second).map(([factor, given]) => ({
          ...{ submissionId: id, codebookVersion, factor },
          ...nothingOfOther,
          ...given,
        })),
      ),
    );
    await toDissents(
      sets.flatMap(({ id, agreed, dissents = {} }) =>
        Object.entries(dissents).map(([factor, reason]) => ({
          ...{ submissionId: id, codebookVersion, factor, level: agreed[factor] ?? "", reason },
        })),
      ),
    );
  };
}
