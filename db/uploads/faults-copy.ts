import { faultInRow } from "@/domain/import/faults";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import type { Viewer } from "../people/people";
import { bytesIn, writeJson } from "./folder";
import { reviewUpload } from "./importing";
import { startCopying } from "./jobs";
import { copyFiles, type FaultOfRow } from "./prepared";
import { preparedOf } from "./uploads";

/**
 * A copy of the files of an upload as one workbook, with a first column that says what is wrong in
 * each row; others are answered while it is made. Not found unless the upload is the viewer's and
 * ready, refused when the files hold more than can be copied.
 */
export async function faultsCopy(viewer: Viewer, id: string): Promise<Outcome<Buffer>> {
  const found = preparedOf(viewer, id);
  if (!found) return notFound;
  const { folder } = found;
  // Whoever has an upload that is ready may import, and so has a review of it.
  const faults = (await reviewUpload(viewer, id))?.faults ?? [];
  const ofStudy = faults.map(({ place, value, expected }): FaultOfRow => {
    return { ...place, fault: faultInRow({ column: "", value, expected }) };
  });
  writeJson(folder, copyFiles.study, ofStudy);
  if (!(await startCopying(id, folder))) return refused("", tooMuchToCopy);
  const copy = bytesIn(folder, copyFiles.copy);
  return copy ? done(copy) : notFound;
}

/** Why there can be no copy. */
export const tooMuchToCopy =
  "The copy with the faults could not be made: the files hold more than Concord copies at once. Split them, or mend the faults that are listed here.";
