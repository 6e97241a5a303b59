import type { ExportChoice } from "@/domain/dataset/choice";
import { done, type Outcome } from "@/domain/outcome";
import type { Viewer } from "../people/people";
import { type ReleaseGiven, releaseToGive } from "../releases/releases";
import type { Db } from "../store/engine";

/**
 * What an export is made of: the release that is chosen; null for the dataset as it is now. Not found
 * when there is no such release; refused while a case of it is being rated again. For use inside db/.
 */
export async function sourceOf(
  db: Db,
  viewer: Viewer,
  { release }: Pick<ExportChoice, "release">,
): Promise<Outcome<ReleaseGiven | null>> {
  return release === null ? done(null) : releaseToGive(db, viewer, release);
}
