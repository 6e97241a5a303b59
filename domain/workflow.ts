import { type Actor, holds } from "./people";

/** Where a case stands. "Excluded" is a flag beside the stage. */
export const stages = {
  registered: { label: "Registered" },
  coding: { label: "Coding" },
  waiting: { label: "Waiting for a lead" },
  second_look: { label: "Second look" },
  open: { label: "Ready to reconcile" },
  reconciling: { label: "Reconciling" },
  committed: { label: "Committed" },
  reopened: { label: "Reopened" },
} as const;
export type Stage = keyof typeof stages;

/** At least two coders rate a case; two is the minimum to reconcile. */
export const fewestCoders = 2;

/** The facts about a case from which its stage and what may be done follow. */
export interface CaseFacts {
  /** Coders now assigned. */
  readonly coders: number;
  /** Of those, how many have not submitted. */
  readonly waitingFor: number;
  /** Whether the case has opened: from then on first submissions are frozen. */
  readonly opened: boolean;
  /** Whether a lead lets it wait: it does not open by itself. */
  readonly held: boolean;
  /** Whether its second look has begun, once for all: first submissions are frozen then too. */
  readonly secondLook: boolean;
  /** Coders now assigned who have not submitted a second look. */
  readonly toReadAgain: number;
  /** Whether a reconciliation is under way: opened or reopened, and not yet committed. */
  readonly underWay: boolean;
  /** Agreed levels in the reconciliation under way. */
  readonly agreed: number;
  /** The latest version committed to the dataset; 0 when none is. */
  readonly versions: number;
  readonly excluded: boolean;
}

/** The viewer's own part in a case. */
export interface OwnPart {
  readonly assigned: boolean;
  readonly submitted: boolean;
  /** Whether they have submitted their second look. */
  readonly readAgain: boolean;
}

/**
 * The stage of a case. While any assigned coder has not submitted it is "coding", whatever
 * happened before: a third coder who joins later must not learn from the stage how far the others
 * came.
 */
export function stageOf(facts: CaseFacts): Stage {
  if (facts.waitingFor > 0) return "coding";
  if (facts.underWay) {
    if (facts.versions > 0) return "reopened";
    return facts.agreed > 0 ? "reconciling" : "open";
  }
  if (facts.versions > 0) return "committed";
  if (isInSecondLook(facts)) return "second_look";
  if (waitsForLead(facts)) return "waiting";
  return facts.coders > 0 ? "coding" : "registered";
}

/** Whether a second look is under way: it has begun, and the case has not opened. */
export function isInSecondLook(facts: CaseFacts): boolean {
  return facts.secondLook && !facts.opened;
}

/** Whether all is in and a lead has yet to say how to go on: open the case, or look again first. */
export function waitsForLead(facts: CaseFacts): boolean {
  const allIn = facts.waitingFor === 0 && facts.coders >= fewestCoders;
  return facts.held && allIn && !facts.opened && !facts.secondLook;
}

/** Whether a case will wait for a lead: one has let it wait, and it is not all in yet. */
export function willWaitForLead(facts: CaseFacts): boolean {
  const isNew = !facts.opened && facts.versions === 0 && !facts.secondLook;
  return facts.held && isNew && !waitsForLead(facts);
}

/**
 * Whether a case opens by itself: all of at least two coders have submitted, and nobody holds it;
 * or all have submitted their second look.
 */
export function opensByItself(facts: CaseFacts): boolean {
  if (facts.opened || facts.waitingFor > 0 || facts.coders < fewestCoders) return false;
  return facts.secondLook ? facts.toReadAgain === 0 : !facts.held;
}

/** Leads let a case wait for them, until it opens. */
export function mayHoldOpening(person: Actor, facts: CaseFacts): boolean {
  const isNew = !facts.opened && facts.versions === 0;
  return holds(person, "lead") && isNew && !facts.held && !facts.excluded;
}

/** Leads open a case that waits for them. */
export function mayOpenCase(person: Actor, facts: CaseFacts): boolean {
  return holds(person, "lead") && waitsForLead(facts);
}

/** Leads begin the second look at a case that waits for them, once. */
export function mayBeginSecondLook(person: Actor, facts: CaseFacts): boolean {
  return holds(person, "lead") && waitsForLead(facts) && !facts.excluded;
}

/** A coder reads again what the second look asks for, and submits it once. */
export function mayReadAgain(facts: CaseFacts, own: OwnPart): boolean {
  const theirs = own.assigned && own.submitted && !own.readAgain;
  return theirs && isInSecondLook(facts) && !facts.excluded;
}

/** Leads end a second look that somebody has not submitted. */
export function mayEndSecondLook(person: Actor, facts: CaseFacts): boolean {
  return holds(person, "lead") && isInSecondLook(facts);
}

/** Leads register cases. */
export function mayRegisterCase(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads change the record of a case, at every stage: a fact can be mended at any time. */
export function mayChangeRecord(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads edit the code lists. */
export function mayEditCodeLists(person: Actor): boolean {
  return holds(person, "lead");
}

/** Everyone who works on the study's cases sees the list; an admin alone does not. */
export function mayListCases(person: Actor): boolean {
  return holds(person, "lead", "coder", "analyst");
}

/**
 * Leads assign coders while the case is not locked in the dataset, and no second look is under way:
 * that is between those who have submitted, and whoever joins would hold it up.
 */
export function mayAssignCoders(person: Actor, facts: CaseFacts): boolean {
  const locked = facts.versions > 0 && !facts.underWay;
  return holds(person, "lead") && !locked && !isInSecondLook(facts) && !facts.excluded;
}

/**
 * Leads go on without a coder who has not submitted, as long as two others remain. In a second look
 * everybody has: a lead who waits no longer ends it.
 */
export function mayReleaseCoder(person: Actor, facts: CaseFacts): boolean {
  return holds(person, "lead") && facts.waitingFor > 0 && facts.coders > fewestCoders;
}

/** Leads see the board, assign in bulk, and say how many days coders have to rate. */
export function mayPlanWork(person: Actor): boolean {
  return holds(person, "lead");
}

/**
 * Leads put another coder in the place of one who has not submitted. As many code the case as
 * before, so that it needs no others and no reason.
 */
export function mayReplaceCoder(person: Actor, facts: CaseFacts): boolean {
  return mayAssignCoders(person, facts) && facts.waitingFor > 0;
}

/** A coder rates a case that is theirs until they submit. */
export function mayRate(facts: CaseFacts, own: OwnPart): boolean {
  return own.assigned && !own.submitted && !facts.excluded;
}

/** A coder who has not submitted hands the case back, and gives no reason. */
export function mayHandBack(facts: CaseFacts, own: OwnPart): boolean {
  return mayRate(facts, own);
}

/** Whether a case that has not opened has too few coders ever to open. */
export function needsCoders(facts: CaseFacts): boolean {
  return !facts.opened && facts.versions === 0 && facts.coders < fewestCoders;
}

/** A coder takes a submission back until the case opens or its second look begins. */
export function mayTakeBack(facts: CaseFacts, own: OwnPart): boolean {
  return own.assigned && own.submitted && !facts.opened && !facts.secondLook;
}

/** Leads agree levels once the case is open and until it is committed. */
export function mayAgree(person: Actor, facts: CaseFacts): boolean {
  return holds(person, "lead") && facts.underWay && facts.waitingFor === 0;
}

/** A coder of the case records dissent from an agreed level, and withdraws it, until the commit. */
export function mayDissent(facts: CaseFacts, own: OwnPart): boolean {
  return own.assigned && own.submitted && facts.underWay && facts.waitingFor === 0;
}

/**
 * Where a second person confirms each commit, that is another lead, or a coder of the case: never
 * whoever proposed it.
 */
export function mayConfirmCommit(
  person: Actor,
  facts: CaseFacts,
  own: OwnPart,
  proposedBy: string | null,
): boolean {
  const takesPart = holds(person, "lead") || (own.assigned && own.submitted);
  return takesPart && person.id !== proposedBy && facts.underWay && facts.waitingFor === 0;
}

/** Where a second person confirms each commit, nobody decides a case alone that they coded. */
export function mayDecideAlone(secondPersonConfirms: boolean, coded: boolean): boolean {
  return !(secondPersonConfirms && coded);
}

/** Leads set how their team works. */
export function mayChangeTeamSettings(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads make a decided disagreement a precedent, and take that back. */
export function mayMakePrecedents(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads reopen a committed case. */
export function mayReopen(person: Actor, facts: CaseFacts): boolean {
  return holds(person, "lead") && facts.versions > 0 && !facts.underWay && facts.waitingFor === 0;
}

/** Coders, leads and analysts read what is committed; an admin alone sees no rating. */
export function mayReadDataset(person: Actor): boolean {
  return holds(person, "lead", "coder", "analyst");
}

/** Whoever reads what is committed reads how far coders agreed. */
export function mayReadAgreement(person: Actor): boolean {
  return mayReadDataset(person);
}

/** Leads see how each coder agrees with each other; to others it is the team that agrees. */
export function mayCompareCoders(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads bring cases in from files. */
export function mayImport(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads and analysts take the dataset away as files. */
export function mayExport(person: Actor): boolean {
  return holds(person, "lead", "analyst");
}

/** Leads make releases of the dataset. Whoever may export reads them. */
export function mayMakeRelease(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads type in figures from elsewhere, which stand beside the tables. */
export function mayTypeContext(person: Actor): boolean {
  return holds(person, "lead");
}

/** Leads take away what coders gave independently, and what is counted from it. */
export function mayExportRatings(person: Actor): boolean {
  return holds(person, "lead");
}

/** Admins look after accounts. */
export function mayManagePeople(person: Actor): boolean {
  return holds(person, "admin");
}

/**
 * Coders practise who do not lead: a lead reads every reference level, so that what they gave would
 * show nothing.
 */
export function mayPractise(person: Actor): boolean {
  return holds(person, "coder") && !holds(person, "lead");
}

/** Leads make practice cases, change them and withdraw them, and see how each coder did. */
export function mayMakePracticeCases(person: Actor): boolean {
  return holds(person, "lead");
}
