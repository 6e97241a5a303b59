import { done, notFound, type Outcome, type Problem } from "@/domain/outcome";
import { mayImport } from "@/domain/workflow";
import { importDrafts } from "../imports/import-drafts";
import { type PassedOver, type Review, reviewDrafts } from "../imports/review";
import type { Viewer } from "../people/people";
import { removeUpload } from "./folders";
import { endJob, type Job, jobOn, startImporting, waitFor } from "./jobs";
import { draftsIn } from "./prepared";
import { preparedOf } from "./uploads";

/** What importing an upload would do to the study; null when it is not ready or not the viewer’s. */
export async function reviewUpload(
  viewer: Viewer,
  id: string,
  passedOver?: PassedOver,
): Promise<Review | null> {
  const found = preparedOf(viewer, id);
  return found && reviewDrafts(viewer, draftsIn(found.folder), found.prepared.lists, passedOver);
}

const patience = 1_500;

/**
 * Imports the cases of an upload as one transaction. `id` is that of the import, null while it is
 * still under way: then the page of the upload tells how far it is. Refused as importDrafts
 * refuses. Once imported, the files are thrown away.
 */
export async function importUpload(
  viewer: Viewer,
  uploadId: string,
  { reason, seen }: { readonly reason: string; readonly seen: string },
): Promise<Outcome<{ id: string | null }>> {
  const found = preparedOf(viewer, uploadId);
  if (!found || found.prepared.faultCount > 0) return notFound;
  const { folder, ticket, prepared } = found;
  const job = startImporting(uploadId, ticket.personId, async (progress) => {
    const files = ticket.files.map(({ name, sha256 }) => ({ name, sha256 }));
    const drafts = countedDrafts(folder, prepared.cases, progress);
    const { matching, lists } = prepared;
    const outcome = await importDrafts(viewer, { files, matching, lists, drafts, reason, seen });
    if (outcome.kind === "done") removeUpload(uploadId);
    return outcome;
  });
  await waitFor(job, patience);
  return told(uploadId, job) ?? done({ id: null });
}

async function* countedDrafts(folder: string, cases: number, progress: (share: number) => void) {
  let read = 0;
  for await (const drafts of draftsIn(folder)) {
    yield drafts;
    read += drafts.length;
    progress(read / cases);
  }
}

/**
 * Why an import that was still under way when it was asked for has been refused; null when it was
 * not, and when there is no such import of the viewer. It is told once: whoever comes back later
 * sees the files as they stand then.
 */
export function refusalOf(viewer: Viewer, uploadId: string): readonly Problem[] | null {
  const job = ownImport(viewer, uploadId);
  const outcome = job && told(uploadId, job);
  return outcome?.kind === "refused" ? outcome.problems : null;
}

/** The import that has come of an upload of the viewer; null while there is none. */
export function importOf(viewer: Viewer, uploadId: string): string | null {
  const outcome = ownImport(viewer, uploadId)?.outcome;
  return outcome?.kind === "done" ? outcome.value.id : null;
}

function ownImport(viewer: Viewer, uploadId: string): Job | null {
  const job = mayImport(viewer) ? jobOn(uploadId) : null;
  return job?.personId === viewer.id ? job : null;
}

function told(uploadId: string, job: Job): Job["outcome"] {
  if (job.outcome && job.outcome.kind !== "done") endJob(uploadId);
  return job.outcome;
}
