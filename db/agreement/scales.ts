import { inArray } from "drizzle-orm";
import type { Scale } from "@/domain/agreement/patterns";
import { codebookLevels } from "../schema";
import type { Db } from "../store/engine";
import type { IndependentSubmission } from "./submissions";

/** A level as it is stored. */
export interface Rating {
  readonly version: string;
  readonly factor: string;
  readonly level: string;
}

/**
 * The scales of the codebook versions that some cases were rated by: of a factor, every score that a
 * level of it has, and the place of a level in it. A level that is in none of the versions throws.
 * For use inside db/.
 */
export async function scalesOf(db: Db, all: readonly IndependentSubmission[]) {
  const versions = [...new Set(all.map(({ codebookVersion }) => codebookVersion))];
  const levels = await db
    .select({
      version: codebookLevels.codebookVersion,
      factor: codebookLevels.factor,
      level: codebookLevels.level,
      score: codebookLevels.score,
    })
    .from(codebookLevels)
    .where(inArray(codebookLevels.codebookVersion, versions));
  const scaleOf = (factor: string): Scale => {
    const scores = levels.filter((one) => one.factor === factor).map(({ score }) => score);
    return [...new Set(scores)].sort((one, other) => one - other);
  };
  const keyOf = ({ version, factor, level }: Rating) => `${version} ${factor} ${level}`;
  const places = new Map(
    levels.map((one) => [keyOf(one), scaleOf(one.factor).indexOf(one.score)] as const),
  );
  const placeOf = (rating: Rating): number => places.get(keyOf(rating)) ?? noSuchLevel(rating);
  return { scaleOf, placeOf };
}

function noSuchLevel({ version, factor, level }: Rating): never {
  throw new Error(`${factor} has no level ${level} in codebook ${version}`);
}
