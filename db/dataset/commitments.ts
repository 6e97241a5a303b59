import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import { changedSince } from "@/domain/reconciliation/commitment";
import type { DecisionTag } from "@/domain/reconciliation/decision-tags";
import { leftToDecide, type Way } from "@/domain/reconciliation/reconciliation";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { roundUnderWay } from "../reconciliation/reconciliations";
import { datasetDissents, datasetRatings, datasetVersions } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { write } from "../store/store";
import { insertProposal } from "./proposals";

/**
 * Commits a case to the dataset as its next version, and locks it. All 13 factors must be agreed.
 * `seen` is what the check page sent along: when the case was reopened, a coder's ratings came in, a
 * level was agreed, a dissent recorded or a commit proposed since, nothing is committed and the refusal
 * says so. Where a second person confirms each commit, the first makes a proposal: `version` is null.
 */
export async function commitCase(
  viewer: Viewer,
  reference: string,
  seen: string,
): Promise<Outcome<{ version: number | null }>> {
  return write(async (tx) => {
    const round = await roundUnderWay(tx, viewer, reference);
    if (!round) return notFound;
    const { found, current } = round;
    const { proposal, secondPersonConfirms } = current;
    if (!current.mayAgree && !proposal?.mayConfirm) return notFound;
    if (proposal && !proposal.mayConfirm)
      return refused("", "You proposed this commit. A second person confirms it or sends it back.");
    const changed = changedSince(seen, current);
    if (changed !== null) return refused("", changed);
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
    if (secondPersonConfirms && !proposal) {
      await insertProposal(tx, viewer, current);
      await record(tx, viewer, { action: "proposed to commit", caseId: found.id });
      return done({ version: null });
    }
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
      current.rows.flatMap((row) => row.dissents.map(({ id }) => id)),
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

interface CommittedLevel {
  readonly level: string;
  readonly way: Way | null;
  readonly reason: string;
  readonly tags?: readonly DecisionTag[];
}

/** Inserts a version with the levels given by factor key, and who dissents. For use inside db/. */
export async function insertVersion(
  tx: Db,
  version: typeof datasetVersions.$inferInsert,
  levels: Readonly<Record<string, CommittedLevel>>,
  dissentIds: readonly string[] = [],
): Promise<void> {
  const stored = await tx
    .insert(datasetVersions)
    .values(version)
    .returning({ id: datasetVersions.id });
  const { id: versionId } = theRow(stored, "A version was not stored");
  await tx.insert(datasetRatings).values(
    Object.entries(levels).map(([factor, { level, way, reason, tags }]) => ({
      versionId,
      codebookVersion: version.codebookVersion,
      ...{ factor, level, way, reason, tags },
    })),
  );
  if (dissentIds.length > 0)
    await tx
      .insert(datasetDissents)
      .values(dissentIds.map((dissentId) => ({ versionId, dissentId })));
}
