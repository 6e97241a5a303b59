import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { must } from "../fixtures";
import type { ImportFile } from "../imports/read-csv";
import type { Viewer } from "../people/people";
import { faultsCopy } from "./faults-copy";
import { bytesIn } from "./folder";
import { uploadWith } from "./folders";
import { jobOn } from "./jobs";
import { prepareUpload } from "./prepare";
import { copyFiles, matchingSeen, preparationIn } from "./prepared";
import { beginUpload } from "./uploads";
import { writeFaultsCopy } from "./write-faults-copy";

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

/**
 * What a process of its own has read of an upload; this one reads it too, and must find the same, so
 * that a test shows both.
 */
export async function readHereToo(id: string): Promise<void> {
  const { folder = "" } = uploadWith(id) ?? {};
  const read = bytesIn(folder, "prepared.json");
  await prepareUpload(folder);
  if (!read?.equals(bytesIn(folder, "prepared.json") ?? Buffer.alloc(0)))
    throw new Error("This process reads the upload otherwise");
}

/** The copy of an upload with its faults; this process makes it too, and the same. */
export async function faultsCopyMadeHereToo(viewer: Viewer, id: string): Promise<Buffer> {
  const copy = must(await faultsCopy(viewer, id));
  const { folder = "" } = uploadWith(id) ?? {};
  await writeFaultsCopy(folder);
  if (!bytesIn(folder, copyFiles.copy)?.equals(copy))
    throw new Error("This process makes another copy");
  return copy;
}
