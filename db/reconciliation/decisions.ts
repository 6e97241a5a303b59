import { levelOf } from "@/domain/codebook/codebook";
import { formatDateTime } from "@/domain/dates";
import { done, notFound, type Outcome, refused, refusedFor } from "@/domain/outcome";
import {
  type AgreedLevel,
  checkDecision,
  type Decision,
  lettersIn,
  sameLevel,
} from "@/domain/reconciliation/reconciliation";
import { mayDecideAlone } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import type { Viewer } from "../people/people";
import { agreedRatings } from "../schema";
import type { Db } from "../store/engine";
import { write } from "../store/store";
import { type ReconciliationRow, roundToAgree } from "./reconciliations";

/**
 * Agrees the level of one factor. Refused with the field "seenRevision" when somebody has agreed
 * or changed it since the page was opened, saying which level holds now, and with "seenCoders" when
 * the ratings of another coder came in; nothing is stored then.
 */
export async function agreeLevel(
  viewer: Viewer,
  reference: string,
  decision: Decision,
): Promise<Outcome> {
  return write(async (tx) => {
    const round = await roundToAgree(tx, viewer, reference);
    if (!round) return notFound;
    const { found, current } = round;
    const row = current.rows.find((one) => one.factor.key === decision.factor);
    if (!row) return refused("factor", "Select a factor of the codebook");
    if ((row.agreed?.revision ?? 0) !== decision.seenRevision)
      return refused("seenRevision", agreedMeanwhile(row));
    const { seenCoders = lettersIn(current) } = decision;
    if (seenCoders !== lettersIn(current)) return refused("seenCoders", ratedMeanwhile);
    const checked = checkDecision(row, decision);
    if ("problems" in checked) return refusedFor(checked.problems);
    const alone = mayDecideAlone(current.secondPersonConfirms, found.coded);
    if (checked.agreed.way === "lead_decision" && !alone)
      return refused(
        "way",
        "You coded this case, so you cannot decide it alone: select another way, or ask another lead to decide",
      );
    await insertAgreed(tx, viewer, current.id, found.codebookVersion, row, checked.agreed);
    await record(tx, viewer, {
      action: "agreed a level",
      caseId: found.id,
      subject: row.factor.label,
    });
    return done();
  });
}

/** Accepts the level that all coders gave, for every such factor that is not yet decided. */
export async function acceptAllTheSame(
  viewer: Viewer,
  reference: string,
): Promise<Outcome<{ accepted: number }>> {
  return write(async (tx) => {
    const round = await roundToAgree(tx, viewer, reference);
    if (!round) return notFound;
    const { found, current } = round;
    const agreedAt = new Date().toISOString();
    let accepted = 0;
    for (const row of current.rows) {
      const level = sameLevel(row);
      if (level === null || (row.agreed && !row.again)) continue;
      const agreed = { level, way: "all_the_same", reason: "", tags: [], agreedAt } as const;
      await insertAgreed(tx, viewer, current.id, found.codebookVersion, row, agreed);
      accepted += 1;
    }
    if (accepted > 0)
      await record(tx, viewer, {
        action: "accepted all the same",
        caseId: found.id,
        subject: accepted === 1 ? "1 factor" : `${accepted} factors`,
      });
    return done({ accepted });
  });
}

const ratedMeanwhile =
  "Another coder’s ratings came in since you opened this page. What you entered has not been saved. Look at them, and save again if it still holds.";

// What holds instead, for whoever was about to change it unseen.
function agreedMeanwhile({ factor, agreed }: ReconciliationRow): string {
  const notSaved = "What you entered has not been saved.";
  if (!agreed)
    return `${factor.label} has no agreed level yet. ${notSaved} Save again to agree it.`;
  const level = levelOf(factor, agreed.level).label;
  const again = `${notSaved} Save again to change that level.`;
  if (agreed.carried)
    return `Since you opened this page, the case was committed and reopened: ${factor.label} stands as ${level}, from the version before. ${again}`;
  const by = agreed.agreedBy ? `by ${agreed.agreedBy}` : "from the command line";
  const when = agreed.agreedAt ? ` on ${formatDateTime(agreed.agreedAt)}` : "";
  return `Since you opened this page, ${factor.label} was agreed as ${level} ${by}${when}. ${again}`;
}

async function insertAgreed(
  tx: Db,
  viewer: Viewer,
  reconciliationId: string,
  codebookVersion: string,
  row: ReconciliationRow,
  agreed: AgreedLevel & { readonly agreedAt?: string },
): Promise<void> {
  await tx.insert(agreedRatings).values({
    reconciliationId,
    codebookVersion,
    factor: row.factor.key,
    revision: (row.agreed?.revision ?? 0) + 1,
    ...agreed,
    agreedBy: personIdOf(viewer),
  });
}
