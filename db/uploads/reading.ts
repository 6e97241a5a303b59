import { isDeepStrictEqual } from "node:util";
import { type Matching, matchingSchema } from "@/domain/import/sheets/matching";
import { bookOf } from "../exports/reading";
import { isWithoutCases } from "../imports/code-lists";
import { lastMatching } from "../imports/imports";
import type { Viewer } from "../people/people";
import { reader } from "../store/store";
import { codeListsWithFormerLabels } from "../study/former-labels";
import { readJson, type Ticket, writeJson } from "./folder";
import { jobOn, startReading, waitFor } from "./jobs";
import type { Prepared, ReadBy } from "./prepared";

const patience = 1_500;

/** An upload, by its folder and whose it is. */
export interface KeptUpload {
  readonly id: string;
  readonly folder: string;
  readonly ticket: Ticket;
}

/**
 * Reads the files of an upload by the code lists and codebook as they are now, and waits for it a
 * little. For use inside db/.
 */
export async function readUpload(viewer: Viewer, upload: KeptUpload): Promise<void> {
  await readBy(upload, await readByNow(viewer));
}

/**
 * Reads an upload that is ready by another matching; not when that, the code lists and the codebook
 * are those by which this process has read it already. For use inside db/.
 */
export async function readByMatching(
  viewer: Viewer,
  upload: KeptUpload & { readonly prepared: Prepared },
  matching: Matching,
): Promise<void> {
  const now = await readByNow(viewer);
  const isRead = wasReadHere(upload) && isSame(asItWasRead(upload), [matching, now]);
  writeJson(upload.folder, "matching.json", matching);
  if (!isRead) await readBy(upload, now);
}

async function readBy({ id, folder, ticket }: KeptUpload, by: ReadBy): Promise<void> {
  writeJson(folder, "read-by.json", by);
  await waitFor(startReading(id, folder, ticket.personId), patience);
}

async function readByNow(viewer: Viewer): Promise<ReadBy> {
  const db = reader();
  const { codebook } = await bookOf(db, null);
  const lists = await codeListsWithFormerLabels(db);
  const last = matchingSchema.safeParse(await lastMatching(viewer)).data ?? null;
  return { lists, codebook, last, isNew: await isWithoutCases(db) };
}

// Another version of Concord may have read it otherwise.
function wasReadHere({ id }: KeptUpload): boolean {
  return jobOn(id)?.kind === "reading";
}

function asItWasRead({ folder, prepared }: KeptUpload & { readonly prepared: Prepared }) {
  return [prepared.matching, readJson(folder, "read-by.json")];
}

/** Whether two values are the same once they are stored, where a key without a value is not there. */
function isSame(one: unknown, other: unknown): boolean {
  const stored = (value: unknown) => JSON.parse(JSON.stringify(value));
  return isDeepStrictEqual(stored(one), stored(other));
}
