import { desc, eq, sql } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { holds } from "@/domain/people";
import { type Requirement, reaches, requirementInWords } from "@/domain/practice-cases/requirement";
import { mayChangeTeamSettings, mayPlanWork, mayPractise, mayRate } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { knownCase } from "../cases/case-facts";
import { codersIn, type Viewer } from "../people/people";
import { drafts, personRoles, practiceRequirements } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { isOffered, standing } from "./cases";
import { type Practised, practisedIn } from "./results";

/** What practice the team requires, and how often it has said so. */
async function requirementNow(db: Db) {
  const [latest] = await db
    .select({
      revision: practiceRequirements.revision,
      cases: practiceRequirements.cases,
      percent: practiceRequirements.percent,
    })
    .from(practiceRequirements)
    .orderBy(desc(practiceRequirements.revision))
    .limit(1);
  const { revision, cases, percent } = latest ?? { revision: 0, cases: null, percent: null };
  // The database keeps both numbers or neither.
  return { revision, requirement: cases === null ? null : { cases, percent: percent ?? 100 } };
}

/** What practice the team requires before live coding, for those who set it; null for none. */
export async function getRequirement(viewer: Viewer): Promise<Requirement | null> {
  return mayChangeTeamSettings(viewer) ? (await requirementNow(reader())).requirement : null;
}

/**
 * Sets what practice is required before live coding; null for none. It holds from then on for
 * cases that a coder has not begun. Refused where fewer practice cases are offered than it asks
 * for: nobody could meet it, and when somebody else set another since the page was opened, which
 * showed it in words as `seen`. The same as before is not recorded again. Only leads may.
 */
export async function setRequirement(
  viewer: Viewer,
  requirement: Requirement | null,
  seen: string,
): Promise<Outcome> {
  if (!mayChangeTeamSettings(viewer)) return notFound;
  return write(async (tx) => {
    const now = await requirementNow(tx);
    const words = requirementInWords(requirement);
    const held = requirementInWords(now.requirement);
    if (held !== seen) return refused("", changedSince);
    if (words === held) return done();
    const offered = (await standing(tx, sql`${isOffered} = 1`)).length;
    if (requirement && requirement.cases > offered)
      return refused("practiceCases", tooFew(offered));
    await tx.insert(practiceRequirements).values({
      ...{ revision: now.revision + 1, cases: requirement?.cases, percent: requirement?.percent },
      setBy: personIdOf(viewer),
    });
    await record(tx, viewer, { action: "changed what practice is required", subject: words });
    return done();
  });
}

const changedSince =
  "Somebody else has changed what is required since you opened this page. Open it in another tab to see what holds, and copy over what you want to keep.";

/**
 * Why one of the practice cases that are offered cannot be withdrawn: too few would be left for what
 * is required. Null when it can. For use inside db/.
 */
export async function whyNotWithdrawn(tx: Db): Promise<string | null> {
  const { requirement } = await requirementNow(tx);
  const offered = (await standing(tx, sql`${isOffered} = 1`)).length;
  if (!requirement || offered > requirement.cases) return null;
  return "Your team requires as many practice cases as are offered. Make another first, or ask for fewer in Settings.";
}

function tooFew(offered: number): string {
  if (offered === 0) return "No practice case is offered yet: make one first";
  const offer =
    offered === 1 ? "1 practice case is offered" : `${offered} practice cases are offered`;
  return `Only ${offer}: make more first, or ask for fewer`;
}

/** Where the viewer stands before what is required of them. */
export interface PracticeStanding {
  readonly requirement: Requirement;
  /** On how many practice cases they have reached it. */
  readonly reached: number;
  /** Whether that is enough. */
  readonly met: boolean;
}

/** Where the viewer stands; null when no practice is required of them. */
export async function getPracticeStanding(viewer: Viewer): Promise<PracticeStanding | null> {
  return mayPractise(viewer) ? standingOf(reader(), viewer) : null;
}

// Leads know every reference level. It is not for them to show that they would find it.
async function standingOf(db: Db, viewer: Viewer): Promise<PracticeStanding | null> {
  const { requirement } = await requirementNow(db);
  if (!requirement || holds(viewer, "lead")) return null;
  const reached = countReached(await practisedIn(db, viewer), requirement);
  return { requirement, reached, met: reached >= requirement.cases };
}

function countReached(practised: readonly Practised[], requirement: Requirement): number {
  return practised.filter(({ result }) => reaches(result, requirement)).length;
}

/**
 * Whether the viewer must practise before they begin this case of theirs. Whoever has saved anything
 * of it has begun, and goes on whatever is required since. The one place that live coding asks; for
 * use inside db/.
 */
export async function mustPractiseFirst(
  db: Db,
  viewer: Viewer,
  assignmentId: string,
): Promise<boolean> {
  const own = await standingOf(db, viewer);
  if (!own || own.met) return false;
  const begun = await db
    .select({ revision: drafts.revision })
    .from(drafts)
    .where(eq(drafts.assignmentId, assignmentId));
  return begun.length === 0;
}

/** Whether this is a case for the viewer to rate that waits until they have practised. */
export async function waitsForPractice(viewer: Viewer, reference: string): Promise<boolean> {
  const db = reader();
  const found = await knownCase(db, viewer, reference);
  if (!found?.assignmentId || !mayRate(found.facts, found.own)) return false;
  return mustPractiseFirst(db, viewer, found.assignmentId);
}

/** The coders of whom practice is required and who have not reached it. Leads alone are told. */
export async function listYetToPractise(viewer: Viewer): Promise<string[]> {
  const db = reader();
  const { requirement } = await requirementNow(db);
  if (!requirement || !mayPlanWork(viewer)) return [];
  const practised = await practisedIn(db, viewer);
  const leads = await db
    .select({ id: personRoles.personId })
    .from(personRoles)
    .where(eq(personRoles.role, "lead"));
  const others = (await codersIn(db)).filter(({ id }) => !leads.some((lead) => lead.id === id));
  const own = (id: string) => practised.filter(({ personId }) => personId === id);
  return others
    .filter(({ id }) => countReached(own(id), requirement) < requirement.cases)
    .map(({ id }) => id);
}
