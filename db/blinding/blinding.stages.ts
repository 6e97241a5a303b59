import { assignCoders, goOnWithout } from "../assignments/assignments";
import { handBackCase } from "../assignments/handing-back";
import { changeRecord } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import { agreeEverything, caseFor, commit, must, person, ratingsFrom } from "../fixtures";
import { commandLineViewer, type Viewer } from "../people/people";
import { saveDraft } from "../ratings/drafts";
import { holdOpening } from "../ratings/opening";
import { submitRatings } from "../ratings/ratings";
import { makePrecedent } from "../reconciliation/disagreements";
import { recordDissent } from "../reconciliation/dissenting";
import { saveMeetingNotes } from "../reconciliation/meeting-notes";
import { draftAgain, readAgain } from "../second-look/second-look.fixtures";
import { beginSecondLook } from "../second-look/second-looks";

/* The people and the cases of blinding.test.ts: one case for every stage. */

export const everyone = [
  "lead who codes it",
  "lead who does not",
  "coder, first in",
  "coder, last in",
  "third coder",
  "coder of no case",
  "analyst",
  "admin only",
  "command line",
] as const;
export type Who = (typeof everyone)[number];
export type Cast = Readonly<Record<Who, Viewer>>;

export async function makeCast(): Promise<Cast> {
  return {
    "lead who codes it": await person("Cora", "lead", "coder"),
    "lead who does not": await person("Lea", "lead", "coder"),
    "coder, first in": await person("Finn", "coder"),
    "coder, last in": await person("Una", "coder"),
    "third coder": await person("Tom", "coder"),
    "coder of no case": await person("Olga", "coder"),
    analyst: await person("Ana", "analyst"),
    "admin only": await person("Adi", "admin"),
    "command line": commandLineViewer(),
  };
}

export const stages = [
  "no-coders",
  "coding",
  "one-in",
  "two-in",
  "open",
  "agreed",
  "committed",
  "reopened",
  "open+3rd",
  "reop+3rd",
  "released",
  "rel+reop",
  "one-left",
  "held",
  "second-look",
  "left-out",
] as const;
export type Stage = (typeof stages)[number];

/** The case at a stage; it is alone in its sample, which is called as the case is. */
export function caseAt(stage: Stage): string {
  return `2016-${String(stages.indexOf(stage) + 1).padStart(2, "0")}`;
}

/** Brings a case to its stage by the steps that a team takes. */
export async function bring(cast: Cast, stage: Stage): Promise<void> {
  const { "lead who does not": lead, "coder, first in": first, "coder, last in": last } = cast;
  const leadCoder = cast["lead who codes it"];
  const reference = caseAt(stage);
  const isOneOf = (...some: Stage[]) => some.includes(stage);
  const draft = async (coder: Viewer, scores: string) =>
    must(await saveDraft(coder, reference, 0, await ratingsFrom(coder, reference, scores)));
  const submit = async (coder: Viewer) => must(await submitRatings(coder, reference, 1));
  const joinThird = async () => {
    must(await assignCoders(lead, reference, [cast["third coder"].id]));
    await draft(cast["third coder"], "0000000000000");
  };

  const coders = stage === "no-coders" ? [] : [leadCoder, first, last];
  await caseFor(lead, reference, coders, { sample: reference });
  must(
    await changeRecord(lead, reference, {
      section: "incident",
      facts: { incidentType: "other", incidentRationale: "Page 2" },
      seenRevision: 1,
      reason: "A slip",
    }),
  );
  if (isOneOf("no-coders")) return;
  if (isOneOf("held", "second-look")) must(await holdOpening(lead, reference));
  await draft(leadCoder, "3210000000000");
  await draft(first, "3210000000000");
  await draft(last, "1210000000200");
  if (isOneOf("coding")) return;
  await submit(first);
  if (isOneOf("one-in")) return;
  if (isOneOf("left-out")) return leaveOut(lead, reference);
  // All who are left have submitted, and nothing has opened.
  if (isOneOf("one-left")) {
    for (const coder of [last, leadCoder]) must(await handBackCase(coder, reference));
    return;
  }
  await submit(last);
  // The lead is the one whom the case waits for: the greatest temptation.
  if (isOneOf("two-in")) return;
  await submit(leadCoder);
  if (isOneOf("held")) return;
  // First in has read again, the others have not.
  if (isOneOf("second-look")) {
    must(await beginSecondLook(lead, reference));
    await readAgain(first, reference);
    for (const coder of [last, leadCoder]) await draftAgain(coder, reference);
    return;
  }
  must(await saveMeetingNotes(leadCoder, reference, { text: "Page 4 first", seenRevision: 0 }));
  if (isOneOf("open")) return;
  if (isOneOf("open+3rd", "released", "rel+reop")) await joinThird();
  if (isOneOf("open+3rd")) return;
  if (isOneOf("released", "rel+reop"))
    must(await goOnWithout(lead, reference, cast["third coder"].id, "Left the team"));
  if (isOneOf("released")) return;
  await agreeEverything(lead, reference);
  const dissent = { factor: "neglect", reason: "Page 9", seenRevision: 1 };
  must(await recordDissent(last, reference, dissent));
  if (isOneOf("agreed")) return;
  await commit(lead, reference);
  must(await makePrecedent(lead, reference, { factor: "neglect", summary: "Missed visits" }));
  if (isOneOf("committed")) return;
  must(await reopenCase(lead, reference, "A later page was missed"));
  // Told to nobody outside the room before the case is committed again.
  const later = { factor: "child_protection_plan", summary: "A plan of long ago" };
  if (isOneOf("reopened")) must(await makePrecedent(lead, reference, later));
  if (isOneOf("reop+3rd")) await joinThird();
}

/** Leaves a case out of the analysis while its coders are still blind. */
async function leaveOut(lead: Viewer, reference: string): Promise<void> {
  must(
    await changeRecord(lead, reference, {
      section: "analysis",
      facts: { included: false, exclusionReason: "Too thin" },
      ...{ seenRevision: 2, reason: "", confirmed: true },
    }),
  );
}
