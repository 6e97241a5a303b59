import { type HowRated, saysMoreThanLevels } from "@/domain/import/beside-levels";
import type { CaseDraft } from "@/domain/import/draft";
import { withRatings } from "../exports/ratings";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import type { StandingCase } from "./standing";

/** Nothing of how a case was rated. */
export const nothingRated: HowRated = { coders: [], decided: {} };

/**
 * How cases of the study were rated and agreed before they were committed last, as far as the viewer
 * may learn it, by the id of the case: those alone of which one of these drafts says more than
 * levels. For use inside db/.
 */
export async function howStandingRated(
  db: Db,
  viewer: Viewer,
  drafts: readonly CaseDraft[],
  standing: ReadonlyMap<string, StandingCase>,
): Promise<Map<string, HowRated>> {
  const asked = drafts.filter(saysMoreThanLevels).flatMap(({ reference }) => {
    const found = standing.get(reference.toLowerCase());
    return found?.agreed ? [{ id: found.id, versionId: found.agreed.versionId }] : [];
  });
  if (asked.length === 0) return new Map();
  const rated = await withRatings(db, viewer, asked);
  return new Map(rated.map(({ id, coders, decided }) => [id, { coders, decided }]));
}
