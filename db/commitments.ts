import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { leftToDecide, type Way } from "@/domain/reconciliation";
import { personIdOf, record } from "./audit";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { roundToAgree } from "./reconciliations";
import { theRow } from "./rows";
import { datasetRatings, datasetVersions } from "./schema";
import { write } from "./store";

/**
 * Commits a case to the dataset as its next version, and locks it. All 13 factors must be agreed.
 * `decisions` is the count that the check page showed: when a level has been agreed since, nothing
 * is committed and the refusal names the field "decisions".
 */
export async function commitCase(
  viewer: Viewer,
  reference: string,
  decisions: number,
): Promise<Outcome<{ version: number }>> {
  return write(async (tx) => {
    const round = await roundToAgree(tx, viewer, reference);
    if (!round) return notFound;
    const { found, current } = round;
    if (current.decisions !== decisions)
      return refused(
        "decisions",
        "An agreed level was changed since you opened this page. Check the levels again.",
      );
    const agreed = Object.fromEntries(
      current.rows.flatMap((row) =>
        row.agreed && !row.again ? [[row.factor.key, row.agreed]] : [],
      ),
    );
    const left = leftToDecide(current.codebook, agreed);
    if (left.length > 0)
      return refusedFor(
        left.map((factor) => ({
          field: `${factor.key}.level`,
          message: `Agree a level for ${factor.label}`,
        })),
      );
    const version = found.facts.versions + 1;
    await insertVersion(
      tx,
      {
        caseId: found.id,
        version,
        reconciliationId: current.id,
        recordRevision: found.recordRevision,
        codebookVersion: found.codebookVersion,
        committedBy: personIdOf(viewer),
      },
      agreed,
    );
    await record(tx, viewer, {
      action: "committed to the dataset",
      caseId: found.id,
      subject: `version ${version}`,
      reason: current.reason,
    });
    return done({ version });
  });
}

/** Inserts a version with the levels given by factor key. For use inside db/. */
export async function insertVersion(
  tx: Db,
  version: typeof datasetVersions.$inferInsert,
  levels: Readonly<Record<string, { level: string; way: Way | null; reason: string }>>,
): Promise<void> {
  const stored = await tx
    .insert(datasetVersions)
    .values(version)
    .returning({ id: datasetVersions.id });
  const { id: versionId } = theRow(stored, "A version was not stored");
  await tx.insert(datasetRatings).values(
    Object.entries(levels).map(([factor, { level, way, reason }]) => ({
      versionId,
      codebookVersion: version.codebookVersion,
      factor,
      level,
      way,
      reason,
    })),
  );
}
