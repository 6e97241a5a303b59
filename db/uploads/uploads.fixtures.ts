import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { must } from "../fixtures";
import type { ImportFile } from "../imports/read-csv";
import type { Viewer } from "../people/people";
import { uploadWith } from "./folders";
import { jobOn } from "./jobs";
import { matchingSeen, preparationIn } from "./prepared";
import { beginUpload } from "./uploads";

/** The id of the upload that tests look at, the same in every study. */
export const uploadOfTests = "00000000-0000-4000-8000-00000000000f";

/** Uploads a file for somebody, waits until it is read, and gives it the id of tests. */
export async function uploadFor(viewer: Viewer, file: ImportFile): Promise<void> {
  const { id } = must(await beginUpload(viewer, [file]));
  await jobOn(id)?.ended;
  const { folder = "" } = uploadWith(id) ?? {};
  renameSync(folder, join(dirname(folder), uploadOfTests));
}

/** What the form of its values sends along of the matching that it showed; "" when it is not read. */
export function seenOfUpload(): string {
  const found = uploadWith(uploadOfTests);
  const preparation = found && preparationIn(found.folder);
  return preparation?.kind === "prepared" ? matchingSeen(preparation.prepared) : "";
}
