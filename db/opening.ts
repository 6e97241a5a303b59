import { eq } from "drizzle-orm";
import { fewestCoders } from "@/domain/workflow";
import { record } from "./audit";
import { knownCases } from "./case-facts";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { theRow } from "./rows";
import { cases, reconciliations } from "./schema";

/**
 * Opens a case when every coder assigned to it, two at least, has submitted: from then on their
 * submissions are frozen. Does nothing otherwise. For use inside db/, after a submission.
 */
export async function openIfAllSubmitted(tx: Db, viewer: Viewer, caseId: string): Promise<void> {
  const found = await knownCases(tx, viewer, { where: eq(cases.id, caseId) });
  const { facts } = theRow(found, "The case just written to is not there");
  const { coders, waitingFor, opened } = facts;
  if (opened || waitingFor > 0 || coders < fewestCoders) return;
  await tx.insert(reconciliations).values({ caseId, round: 1 });
  // Nobody opens a case: it opens.
  await record(tx, null, { action: "opened the case", caseId });
}
