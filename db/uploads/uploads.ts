import { createHash } from "node:crypto";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { mayImport } from "@/domain/workflow";
import { personIdOf } from "../audit";
import type { ImportFile } from "../imports/read-csv";
import type { Viewer } from "../people/people";
import type { Ticket } from "./folder";
import { makeFolder, removeUpload, uploadIds, uploadWith } from "./folders";
import { endJob, jobOn } from "./jobs";
import { throwOldUploadsAway } from "./old-uploads";
import { type Preparation, type Prepared, preparationIn } from "./prepared";
import { type KeptUpload, readUpload } from "./reading";

/** The most that an upload may have in it. */
export const uploadLimits = { files: 10, bytes: 25_000_000 };

/** What can be wrong with files before they are read. */
export const uploadProblems = {
  none: "Choose a file",
  empty: "One of the files has nothing in it. Choose files with rows in them",
  many: `Choose at most ${uploadLimits.files} files`,
  large: "The files are larger than 25 MB together. Choose smaller ones",
};

/** An upload whose cases are not imported yet. */
export interface UploadLine {
  readonly id: string;
  readonly madeAt: string;
  readonly files: readonly string[];
}

/** How far an upload is. */
export type UploadState =
  | { readonly kind: "under way"; readonly work: "reading" | "importing"; readonly share: number }
  /** The work on it ended before it was done. */
  | { readonly kind: "stopped" }
  | { readonly kind: "unreadable"; readonly file: string; readonly message: string }
  | { readonly kind: "ready"; readonly prepared: Prepared };

/** An upload as its pages show it. */
export interface UploadView extends UploadLine {
  readonly state: UploadState;
}

/** An upload of this viewer, for use inside db/: nobody else's, and only while they may import. */
export function ownUpload(viewer: Viewer, id: string): KeptUpload | null {
  const found = mayImport(viewer) ? uploadWith(id) : null;
  return found?.ticket.personId === personIdOf(viewer) ? { id, ...found } : null;
}

/**
 * Takes files in and begins to read them. Nothing of them is in the study yet. Refused, for the
 * field "files", when there are none, too many, or too much, or when one is empty. Only leads may.
 */
export async function beginUpload(
  viewer: Viewer,
  files: readonly ImportFile[],
): Promise<Outcome<{ id: string }>> {
  const personId = personIdOf(viewer);
  if (!mayImport(viewer) || personId === null) return notFound;
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (files.length === 0) return refused("files", uploadProblems.none);
  if (files.some((file) => file.bytes.byteLength === 0))
    return refused("files", uploadProblems.empty);
  if (files.length > uploadLimits.files) return refused("files", uploadProblems.many);
  if (bytes > uploadLimits.bytes) return refused("files", uploadProblems.large);
  throwOldUploadsAway();
  const ticket = {
    personId,
    madeAt: new Date().toISOString(),
    files: files.map((file) => ({
      name: file.name.slice(-100),
      bytes: file.bytes.byteLength,
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
    })),
  };
  const id = makeFolder(
    ticket,
    files.map((file) => file.bytes),
  );
  await readAgain(viewer, id);
  return done({ id });
}

/** An upload in the list of those that are not imported yet. */
export interface ListedUpload extends UploadLine {
  /** Whether one of its files cannot be read, so that nothing can come of it. */
  readonly unreadable: boolean;
}

/** The viewer's uploads, newest first; null for those who may not import. */
export async function listUploads(viewer: Viewer): Promise<ListedUpload[] | null> {
  if (!mayImport(viewer)) return null;
  throwOldUploadsAway();
  return uploadIds()
    .flatMap((id) => {
      const own = ownUpload(viewer, id);
      if (!own) return [];
      const unreadable = preparationIn(own.folder)?.kind === "unreadable";
      return [{ ...lineOf(id, own.ticket), unreadable }];
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

function lineOf(id: string, { madeAt, files }: Ticket): UploadLine {
  return { id, madeAt, files: files.map(({ name }) => name) };
}

/** An upload of the viewer, and how far it is; null when there is none of theirs with this id. */
export async function getUpload(viewer: Viewer, id: string): Promise<UploadView | null> {
  const own = ownUpload(viewer, id);
  if (!own) return null;
  return { ...lineOf(id, own.ticket), state: stateOf(id, preparationIn(own.folder)) };
}

function stateOf(id: string, preparation: Preparation | null): UploadState {
  const job = jobOn(id);
  if (job?.state === "under way") return { kind: "under way", work: job.kind, share: job.share };
  if (job?.state === "failed") return { kind: "stopped" };
  if (!preparation) return { kind: "stopped" };
  return preparation.kind === "prepared"
    ? { kind: "ready", prepared: preparation.prepared }
    : preparation;
}

/** Reads the files of an upload once more, by the code lists and codebook as they are now. */
export async function readAgain(viewer: Viewer, id: string): Promise<Outcome> {
  const own = ownUpload(viewer, id);
  if (!own) return notFound;
  await readUpload(viewer, own);
  return done();
}

/** What was read of an upload of the viewer, when it is ready. For use inside db/. */
export function preparedOf(
  viewer: Viewer,
  id: string,
): (KeptUpload & { prepared: Prepared }) | null {
  const own = ownUpload(viewer, id);
  if (!own) return null;
  const state = stateOf(id, preparationIn(own.folder));
  return state.kind === "ready" ? { ...own, prepared: state.prepared } : null;
}

/** Throws an upload away, with its files. */
export async function discardUpload(viewer: Viewer, id: string): Promise<Outcome> {
  const own = ownUpload(viewer, id);
  if (!own) return notFound;
  endJob(id);
  removeUpload(id);
  return done();
}
