import type { ExportChoice } from "@/domain/dataset/choice";
import { countCase, type HowRated, nothingCounted } from "@/domain/dataset/how-rated";
import { mayExportRatings } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { withRatings } from "./ratings";
import { datasetCases } from "./reading";
import { sourceOf } from "./source";

/**
 * How the committed cases of a choice were rated and agreed, counted over those whose ratings the
 * viewer may learn. Null for those who do not lead the study, when there is no such release, and
 * while a case of it is being rated again.
 */
export async function countHowRated(
  viewer: Viewer,
  choice: ExportChoice,
): Promise<HowRated | null> {
  const db = reader();
  const source = await sourceOf(db, viewer, choice);
  return source.kind === "done" ? howRated(db, viewer, choice) : null;
}

/** As `countHowRated`, of a dataset that is given to the viewer. For use inside db/. */
export async function howRated(
  db: Db,
  viewer: Viewer,
  choice: ExportChoice,
): Promise<HowRated | null> {
  if (!mayExportRatings(viewer)) return null;
  const counts = nothingCounted();
  for await (const some of datasetCases(db, viewer, choice))
    for (const each of await withRatings(db, viewer, some)) countCase(counts, each);
  return counts;
}
