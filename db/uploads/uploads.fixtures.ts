import { renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { must } from "../fixtures";
import type { ImportFile } from "../imports/read-csv";
import type { Viewer } from "../people/people";
import { faultsCopy } from "./faults-copy";
import { bytesIn, writeJson } from "./folder";
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
 * that a test shows both. So it must by the matching that was guessed, since it is not read again
 * where somebody saves that as it is.
 */
export async function readHereToo(id: string): Promise<void> {
  const { folder = "" } = uploadWith(id) ?? {};
  const read = whatWasRead(folder);
  await prepareUpload(folder);
  if (!isDeepStrictEqual(whatWasRead(folder), read))
    throw new Error("This process reads the upload otherwise");
  const preparation = preparationIn(folder);
  if (preparation?.kind !== "prepared") return;
  writeJson(folder, "matching.json", preparation.prepared.matching);
  await prepareUpload(folder);
  rmSync(join(folder, "matching.json"));
  if (!isDeepStrictEqual(whatWasRead(folder), read))
    throw new Error("By its own matching it is read otherwise");
}

/** What stands in the files that reading writes, whatever the order of its keys. */
function whatWasRead(folder: string): unknown[] {
  return ["prepared.json", "drafts.ndjson"].flatMap((name) =>
    `${bytesIn(folder, name) ?? ""}`
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line)),
  );
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
