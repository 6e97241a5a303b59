import type { DoneWords } from "@/components/ui/done";
import { getCaseRecord } from "@/db/cases/case-records";
import { getCase } from "@/db/cases/cases";
import { listWork } from "@/db/cases/work";
import { awaitsFirstAccount } from "@/db/people/first-run";
import { getPerson, type Viewer } from "@/db/people/people";
import { getDraft } from "@/db/ratings/drafts";
import { getOwnSubmission } from "@/db/ratings/ratings";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { getOwnSecondLook } from "@/db/second-look/second-looks";
import { sections } from "@/domain/case-record/case-record";
import { mayChangeTeamSettings, mayManagePeople, mayPlanWork } from "@/domain/workflow";
import type { Notice } from "./notices";

/**
 * The words of a notice, from what the viewer may see now; null where that does not bear it out, so
 * that nobody is told what is not so, or what they may not know.
 */
export async function wordsOf(viewer: Viewer | null, notice: Notice): Promise<DoneWords | null> {
  if (!viewer) return ofNewStudy(notice);
  if ("personId" in notice) return ofPerson(viewer, notice);
  if (notice.kind === "section saved") return ofSection(viewer, notice);
  if ("reference" in notice) return ofCase(viewer, notice);
  return ofStudy(viewer, notice);
}

const told = (isSo: unknown, words: string): DoneWords | null => (isSo ? { words } : null);

async function ofNewStudy({ kind }: Notice): Promise<DoneWords | null> {
  if (kind !== "first account made") return null;
  return told(!(await awaitsFirstAccount()), "The first account has been made. Sign in with it.");
}

async function ofPerson(
  viewer: Viewer,
  { kind, personId }: Extract<Notice, { personId: string }>,
): Promise<DoneWords | null> {
  const person = await getPerson(viewer, personId);
  if (!person) return null;
  const words = {
    added: `${person.name} has been added. Give them the first password yourself.`,
    changed: `The account of ${person.name} has been saved.`,
    "given a password": `${person.name} has a new first password. Give it to them yourself.`,
    "without second factor": `The second factor of ${person.name} has been removed.`,
  };
  return { words: words[kind] };
}

async function ofSection(
  viewer: Viewer,
  { reference, section }: Extract<Notice, { kind: "section saved" }>,
): Promise<DoneWords | null> {
  const view = await getCaseRecord(viewer, reference);
  return told(view?.mayChange, `Saved: ${sections[section].label}.`);
}

type OfCase = Exclude<Extract<Notice, { reference: string }>, { kind: "section saved" }>;

async function ofCase(viewer: Viewer, { kind, reference }: OfCase): Promise<DoneWords | null> {
  switch (kind) {
    case "submitted":
      return (await getOwnSubmission(viewer, reference)) && submitted(viewer, reference);
    case "second look submitted":
      return told(
        await getOwnSecondLook(viewer, reference),
        `You submitted your second look at case ${reference}.`,
      );
    case "taken back":
      return told(
        await getDraft(viewer, reference),
        `You took your submission of case ${reference} back. Your ratings count when you submit them again.`,
      );
    case "committed":
      return told(
        (await getCase(viewer, reference))?.stage === "committed",
        `You committed case ${reference} to the dataset.`,
      );
    case "proposed":
      return told(
        (await getReconciliation(viewer, reference))?.proposal?.own,
        `You proposed to commit case ${reference}. A second person now confirms it, or sends it back.`,
      );
    case "sent back":
      return told(
        (await getReconciliation(viewer, reference))?.sentBack,
        `You sent the commit of case ${reference} back.`,
      );
    case "assigned":
      return told(
        (await getCase(viewer, reference))?.coders?.length,
        `Coders have been assigned to case ${reference}.`,
      );
  }
}

async function submitted(viewer: Viewer, reference: string): Promise<DoneWords> {
  const words = `You submitted your ratings of case ${reference}.`;
  const next = (await listWork(viewer)).find(({ verb }) => verb === "rate");
  if (!next) return { words };
  return {
    words,
    next: { href: `/cases/${next.reference}/rate`, label: `Next: rate ${next.reference}` },
  };
}

type OfStudy = Exclude<Notice, { reference: string } | { personId: string }>;

function ofStudy(viewer: Viewer, { kind }: OfStudy): DoneWords | null {
  switch (kind) {
    case "assigned on the board":
      return told(mayPlanWork(viewer), "The coders have been assigned.");
    case "coder replaced":
      return told(mayPlanWork(viewer), "The coder has been replaced.");
    case "days set":
      return told(mayPlanWork(viewer), "How long coders have to rate a case has been saved.");
    case "settings saved":
      return told(mayChangeTeamSettings(viewer), "The settings have been saved.");
    case "requirement set":
      return told(mayChangeTeamSettings(viewer), "What practice is required has been saved.");
    case "second factor required":
      return told(mayManagePeople(viewer), "The rule on second factors has been saved.");
    case "password changed":
      return { words: "Your password has been changed. You are signed out everywhere else." };
    case "first account made":
      return null;
  }
}
