import { eq, inArray } from "drizzle-orm";
import { withCurrentCodes } from "@/domain/case-record/codes";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { reasonFrom } from "@/domain/reason";
import { mayImport } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { datasetVersions, importCases, imports, importUndos, ratingSubmissions } from "../schema";
import type { Db } from "../store/engine";
import { recordsAt } from "../store/records";
import { write } from "../store/store";
import { currentCodeLists } from "../study/code-lists";
import { casesInTheWay, tablesOfNewCases } from "./built-on";
import { casesOfImport } from "./cases-of-import";
import { takeListsBack } from "./lists-of-imports";
import { storeRecords } from "./storing";

/**
 * Undoes an import, as long as nothing is built on it: the cases it made go, the records it changed
 * say again what they said before, as a new revision, and what it brought into code lists goes where
 * nothing else uses it. Refused with the field "reason"
 * without one, and with the field "" and a sentence when it was undone before, or when somebody
 * went on from it: the sentence names up to 10 of those cases. Only leads may.
 */
export async function undoImport(viewer: Viewer, id: string, reason: string): Promise<Outcome> {
  if (!mayImport(viewer)) return notFound;
  return write(async (tx) => {
    const [found] = await tx
      .select({ files: imports.files, undone: importUndos.importId })
      .from(imports)
      .leftJoin(importUndos, eq(importUndos.importId, imports.id))
      .where(eq(imports.id, id));
    if (!found) return notFound;
    if (found.undone !== null) return refused("", "This import was undone already.");
    const given = reasonFrom(reason, "Say why the import is undone");
    if (given.kind !== "done") return given;
    const inTheWay: string[] = [];
    for await (const some of casesOfImport(tx, id))
      inTheWay.push(
        ...(await casesInTheWay(
          tx,
          id,
          some.map(({ caseId }) => caseId),
        )),
      );
    if (inTheWay.length > 0) return refused("", whyNot(inTheWay));
    const names = found.files.map(({ name }) => name).join(", ");
    const undone = { at: new Date().toISOString(), by: personIdOf(viewer) };
    await tx.insert(importUndos).values({
      importId: id,
      reason: given.value,
      undoneAt: undone.at,
      undoneBy: undone.by,
    });
    await changeBack(tx, id, undone, `The import of ${names} was undone: ${given.value}`);
    for await (const some of casesOfImport(tx, id, isNew))
      await letGo(
        tx,
        some.map(({ caseId }) => caseId),
      );
    await takeListsBack(tx, viewer, id, `The import of ${names} was undone`);
    await record(tx, viewer, { action: "undid an import", subject: names });
    return done();
  });
}

const mostNamed = 10;

function whyNot(references: readonly string[]): string {
  const named = [...references].sort().slice(0, mostNamed);
  const more = references.length - named.length;
  const last = more > 0 ? `${more} more` : (named.pop() ?? "");
  const list = named.length > 0 ? `${named.join(", ")} and ${last}` : last;
  return `This import can no longer be undone, because work has gone on from it in ${list}.`;
}

const isNew = eq(importCases.kind, "new");
const isChanged = eq(importCases.kind, "changed");

async function changeBack(
  tx: Db,
  importId: string,
  undone: { readonly at: string; readonly by: string | null },
  reason: string,
): Promise<void> {
  const lists = await currentCodeLists(tx);
  const store = storeRecords(tx, undone);
  for await (const some of casesOfImport(tx, importId, isChanged)) {
    const before = await recordsAt(
      tx,
      some.map(({ caseId, revision }) => ({ caseId, revision: revision - 1 })),
    );
    await store(
      some.map(({ caseId, latest }) => ({
        caseId,
        revision: latest + 1,
        reason,
        record: withCurrentCodes(before(caseId), lists),
      })),
    );
  }
}

/** Deletes cases that an undone import had made. The database refuses it for any others. */
async function letGo(tx: Db, caseIds: string[]): Promise<void> {
  const versions = tx
    .select({ id: datasetVersions.id })
    .from(datasetVersions)
    .where(inArray(datasetVersions.caseId, caseIds));
  const submissions = tx
    .select({ id: ratingSubmissions.id })
    .from(ratingSubmissions)
    .where(inArray(ratingSubmissions.caseId, caseIds));
  for (const table of tablesOfNewCases) {
    if ("versionId" in table) await tx.delete(table).where(inArray(table.versionId, versions));
    else if ("submissionId" in table)
      await tx.delete(table).where(inArray(table.submissionId, submissions));
    else if ("caseId" in table) await tx.delete(table).where(inArray(table.caseId, caseIds));
    else await tx.delete(table).where(inArray(table.id, caseIds));
  }
}
