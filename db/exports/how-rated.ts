import type { ExportChoice } from "@/domain/dataset/choice";
import { countCase, type HowRated, nothingCounted } from "@/domain/dataset/how-rated";
import { mayExportRatings } from "@/domain/workflow";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { reader } from "../store";
import { withRatings } from "./ratings";
import { datasetCases } from "./reading";

/**
 * How the committed cases of a choice were rated and agreed, counted over those whose ratings the
 * viewer may learn. Null for those who do not lead the study.
 */
export async function countHowRated(
  viewer: Viewer,
  choice: ExportChoice,
): Promise<HowRated | null> {
  return howRated(reader(), viewer, choice);
}

/** As `countHowRated`, on this connection. For use inside db/. */
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
