import { caseAt, type Stage } from "@/db/blinding/blinding.stages";
import { passwordOf, pastTheProgram } from "@/db/fixtures";
import { commandLineViewer, type Viewer } from "@/db/people/people";
import { getPracticeDraft } from "@/db/practice-cases/drafts";
import { getDraft } from "@/db/ratings/drafts";
import { shownIn } from "@/db/reconciliation/rounds.fixtures";
import { getReleasePreview } from "@/db/releases/next";
import { getSecondLook } from "@/db/second-look/second-look-drafts";
import { reviewUpload } from "@/db/uploads/importing";
import { seenOfUpload, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { seenOf } from "@/domain/reconciliation/commitment";
import { lettersIn } from "@/domain/reconciliation/reconciliation";
import { secondFactorOf, seenOfAccount, seenOfRequirement, seenOfSettings } from "../seen";
import type { Hand } from "./calls";
import type { Scene } from "./scene";

const known = new WeakMap<Scene, Map<string, Promise<Hand>>>();

/**
 * What this person would fill in about this case if they knew all that the database knows. It is
 * looked up once: whatever is written is undone before the next is asked.
 */
export function handOf(scene: Scene, viewer: Viewer, reference: string): Promise<Hand> {
  const hands = known.get(scene) ?? new Map<string, Promise<Hand>>();
  known.set(scene, hands);
  const key = `${viewer.id} ${reference}`;
  const hand = hands.get(key) ?? lookUp(scene, viewer, reference);
  hands.set(key, hand);
  return hand;
}

async function lookUp(scene: Scene, viewer: Viewer, reference: string): Promise<Hand> {
  const draft = await getDraft(viewer, reference);
  const again = await getSecondLook(viewer, reference);
  return {
    reference,
    personId: viewer.id,
    password: passwordOf(viewer.name),
    revision: draft?.revision ?? again?.revision ?? 1,
    recordRevision: revisionIn(scene, reference, "case_records"),
    seenRevision: agreedIn(scene, reference),
    seenCoders: lettersIn(pastTheProgram(scene.dataDir, (db) => shownIn(db, reference))),
    notesRevision: revisionIn(scene, reference, "meeting_notes"),
    seenRound: seenOf(pastTheProgram(scene.dataDir, (db) => shownIn(db, reference))),
    practice: 1,
    practiceRevision: (await getPracticeDraft(viewer, 1))?.revision ?? 0,
    coders: scene.spare,
    waitedFor: waitedFor(scene, reference),
    active: "yes",
    ...accountOf(scene, viewer.id),
    upload: uploadOfTests,
    imported: scene.imported,
    code: "ABCD-2345-EFGH",
    seenMatching: seenOfUpload(),
    seenRequirement: pastTheProgram(scene.dataDir, seenOfRequirement),
    seenSettings: pastTheProgram(scene.dataDir, seenOfSettings),
    seenImport: await seenOfImport(scene),
    seen: (await getReleasePreview(commandLineViewer()))?.seen ?? "",
  };
}

/** An account, and what its page sends along of it. */
export function accountOf(
  { dataDir }: Scene,
  account: string,
): Pick<Hand, "account" | "seenAccount" | "secondFactor"> {
  return pastTheProgram(dataDir, (db) => ({
    account,
    seenAccount: seenOfAccount(db, account),
    secondFactor: secondFactorOf(db, account),
  }));
}

/** What the page with which the upload is imported sends along of what it showed. */
async function seenOfImport({ cast }: Scene): Promise<string> {
  return (await reviewUpload(cast["lead who does not"], uploadOfTests))?.seen ?? "";
}

/** The revision of Neglect in a case's last round, which only the database knows. */
function agreedIn(scene: Scene, reference: string): number {
  const query = `select (select max(g.revision) from agreed_ratings g where g.factor = 'neglect'
      and g.reconciliation_id = (select id from reconciliations r
        where r.case_id = cases.id order by round desc limit 1))
    from cases where reference = ?`;
  return pastTheProgram(scene.dataDir, (db) =>
    Number(db.prepare(query).pluck().get(reference) ?? 0),
  );
}

/** The last revision of what a table holds of a case. */
function revisionIn(
  scene: Scene,
  reference: string,
  table: "case_records" | "meeting_notes",
): number {
  const query = `select max(t.revision) from ${table} t
    join cases c on c.id = t.case_id where c.reference = ?`;
  return pastTheProgram(scene.dataDir, (db) =>
    Number(db.prepare(query).pluck().get(reference) ?? 0),
  );
}

function waitedFor({ cast }: Scene, reference: string): string {
  if (reference === caseAt("two-in")) return cast["lead who codes it"].id;
  const late: Stage[] = ["open+3rd", "reop+3rd"];
  return late.map(caseAt).includes(reference) ? cast["third coder"].id : cast["coder, last in"].id;
}
