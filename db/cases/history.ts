import { and, asc, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import { holds } from "@/domain/people";
import type { Action } from "../audit";
import { mayLearnCommitted, mayLearnRatings } from "../blinding/blinding";
import { reasonsSentBack } from "../dataset/proposals";
import { importedDeeds } from "../imports/deeds";
import type { Viewer } from "../people/people";
import { auditEntries, cases, people } from "../schema";
import { reader } from "../store/store";
import { knownCase } from "./case-facts";

/** One thing that was done to a case. */
export interface HistoryEntry {
  readonly at: string;
  /** Null when it was done from the command line, or by the program itself. */
  readonly who: string | null;
  readonly action: string;
  readonly subject: string;
  readonly reason: string;
}

/** What was done before a case opened, and says nothing of anyone's ratings. */
const beforeOpening: readonly Action[] = [
  "registered the case",
  "imported the case",
  "changed the record",
  "assigned a coder",
  "went on without a coder",
  "replaced a coder",
  "handed the case back",
  "submitted ratings",
  "took a submission back",
  "held the opening",
  "began the second look",
  "submitted a second look",
  "ended the second look",
  "opened the case",
];

// Drafts are their author’s alone, and dissent stands in the room under a letter, not a name.
const untold: readonly Action[] = ["saved a draft", "recorded dissent", "withdrew dissent"];

// A lead who has read an open case, or the list of a second look, may say in these reasons what
// they read there.
const reasoned: readonly Action[] = ["went on without a coder", "ended the second look"];

const ofTheDataset: readonly Action[] = [
  "imported the case",
  "imported independent ratings",
  "committed to the dataset",
  "reopened the case",
];

/**
 * What was done to a case, oldest first, as far as the viewer may know: reconciliation only when
 * the case is open to them, with why a commit was sent back, which the log does not have; drafts and
 * dissents never; who coded it only when they lead or coded it. Null when there is no case that they may know of.
 */
export async function listHistory(
  viewer: Viewer,
  reference: string,
): Promise<HistoryEntry[] | null> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  if (!found) return null;
  const takesPart = holds(viewer, "lead") || found.own.assigned;
  const always = takesPart ? beforeOpening : (["registered the case"] satisfies Action[]);
  const logged = await db
    .select({
      at: auditEntries.at,
      who: people.name,
      action: auditEntries.action,
      subject: auditEntries.subject,
      reason: sql<string>`(case when ${notInArray(auditEntries.action, [...reasoned])}
        or ${mayLearnRatings(viewer, cases.id)} then ${auditEntries.reason} else '' end)`,
    })
    .from(auditEntries)
    .innerJoin(cases, eq(cases.id, auditEntries.caseId))
    .leftJoin(people, eq(people.id, auditEntries.actorId))
    .where(
      and(
        eq(cases.id, found.id),
        notInArray(auditEntries.action, [...untold]),
        or(
          inArray(auditEntries.action, [...always]),
          and(inArray(auditEntries.action, [...ofTheDataset]), mayLearnCommitted(viewer, cases.id)),
          mayLearnRatings(viewer, cases.id),
        ),
      ),
    )
    .orderBy(asc(auditEntries.position));
  const sentBack = logged.filter(({ action }) => action === "sent a commit back");
  const reasons = await reasonsSentBack(db, viewer, found.id);
  const told = logged.map((entry) => {
    const reason = reasons[sentBack.indexOf(entry)];
    return reason === undefined ? entry : { ...entry, reason };
  });
  const imported = await importedDeeds(db, viewer, found.id, takesPart);
  return [...imported, ...told].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
