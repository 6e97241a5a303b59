import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { noteFrom } from "@/domain/releases/release";
import { mayMakeRelease } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { releaseCases, releaseCodeLists, releases } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import { licenceColumns } from "../study/team";
import { hashOf } from "./content";
import { type NextRelease, nextRelease } from "./next";

/**
 * Makes a release of the dataset as it is now, as far as the viewer may know it, under the next
 * number. Refused without a note, when there is no case to put into it, and when the dataset, what
 * is withheld or the licence is another than the one that was `seen`. Only leads may.
 */
export async function makeRelease(
  viewer: Viewer,
  { note: typed, seen }: { readonly note: string; readonly seen: string },
): Promise<Outcome<{ number: number }>> {
  if (!mayMakeRelease(viewer)) return notFound;
  return write(async (tx) => {
    const note = noteFrom(typed);
    if (note.kind !== "done") return note;
    const next = await nextRelease(tx, viewer);
    if (next.cases.length === 0) return refused("", "There is no committed case to release yet.");
    if (next.seen !== seen) return refused("", changedSince);
    await tx.insert(releases).values({
      number: next.number,
      note: note.value,
      cases: next.cases.length,
      codebookVersion: next.codebookVersion,
      withheldUpTo: next.withheldUpTo,
      ...licenceColumns(next.licence),
      sha256: await hashOf(tx, viewer, null),
      madeBy: personIdOf(viewer),
    });
    await insertContent(tx, next);
    await record(tx, viewer, { action: "made a release", subject: `release ${next.number}` });
    return done({ number: next.number });
  });
}

const changedSince =
  "The dataset or the settings have changed since you opened this page. Look at what would be in the release now, then make it.";

const rowsAtOnce = 500;

async function insertContent(tx: Db, { number, lists, cases }: NextRelease): Promise<void> {
  await tx.insert(releaseCodeLists).values(lists.map((one) => ({ release: number, ...one })));
  const rows = cases.map(({ id, revision, versionId }, index) => ({
    release: number,
    caseId: id,
    position: index + 1,
    recordRevision: revision,
    versionId,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(releaseCases).values(rows.slice(from, from + rowsAtOnce));
}
