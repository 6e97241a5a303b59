import { eq, inArray } from "drizzle-orm";
import type { RatedCases } from "@/domain/agreement/rated-cases";
import type { RereadFactor } from "@/domain/agreement/stages";
import { isReadAgain } from "../ratings/given-ratings";
import { ratingSubmissions, secondLookRatings, submittedRatings } from "../schema";
import type { Db } from "../store/engine";
import type { Choice } from "./choice";
import { inChunks } from "./ratings";
import { scalesOf } from "./scales";

/**
 * What coders held once they had read again, beside what they gave first. Second looks are read of
 * the chosen submissions alone: those that `independentSubmissions` found for the viewer, so that
 * they carry its conditions. For use inside db/.
 */
export async function heldAfterSecondLooks(
  db: Db,
  { submissions, coders, cases }: Choice,
  rated: RatedCases,
): Promise<RereadFactor[]> {
  const held = new Map(
    rated.factors.map((factor) => [
      factor.factor,
      { ...factor, held: factor.given.map((column) => column.slice()) },
    ]),
  );
  const again = submissions.filter(({ secondLook }) => secondLook);
  if (again.length === 0) return [...held.values()];
  const scales = await scalesOf(db, cases);
  const rows = new Map(cases.map(({ caseId }, row) => [caseId, row]));
  const columns = new Map(coders.map(({ id }, column) => [id, column]));
  const bySubmission = new Map(again.map((one) => [one.id, one]));
  await inChunks([...bySubmission.keys()], async (some) => {
    for (const { id, ...rating } of await levelsReadAgain(db, some)) {
      const { caseId = "", coder = "" } = bySubmission.get(id) ?? {};
      const column = held.get(rating.factor)?.held[columns.get(coder) ?? -1];
      if (column) column[rows.get(caseId) ?? -1] = scales.placeOf(rating);
    }
  });
  return [...held.values()];
}

function levelsReadAgain(db: Db, submissionIds: readonly string[]) {
  return db
    .select({
      id: ratingSubmissions.id,
      version: secondLookRatings.codebookVersion,
      factor: secondLookRatings.factor,
      level: secondLookRatings.level,
    })
    .from(ratingSubmissions)
    .innerJoin(submittedRatings, eq(submittedRatings.submissionId, ratingSubmissions.id))
    .innerJoin(secondLookRatings, isReadAgain)
    .where(inArray(ratingSubmissions.id, [...submissionIds]));
}
