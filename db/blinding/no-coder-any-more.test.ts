import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import type { Role } from "@/domain/people";
import { goOnWithout } from "../assignments/assignments";
import { handBackCase } from "../assignments/handing-back";
import { getCase } from "../cases/cases";
import { listWork } from "../cases/work";
import { listOwnDifferences } from "../dataset/own-differences";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  ratingsFrom,
  refusal,
  saveAccount,
  saveSettings,
  temporaryStudy,
} from "../fixtures";
import { type Viewer, viewerOf } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { getOwnSubmission, submitRatings, takeBackSubmission } from "../ratings/ratings";
import { agreeLevel } from "../reconciliation/decisions";
import { recordDissent } from "../reconciliation/dissenting";
import { listMeetingNotes, saveMeetingNotes } from "../reconciliation/meeting-notes";
import { getReconciliation } from "../reconciliation/reconciliations";
import { getRoom } from "../reconciliation/rooms";

/* Whoever was a coder, and had that role taken away by an admin, is no coder of any case. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let admin: Viewer;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
const reference = "2016-01";
beforeEach(async () => {
  study = await temporaryStudy();
  admin = await person("Adi", "admin");
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cy = await person("Cy", "coder");
  await caseFor(lead, reference, [ann, bob, cy]);
});
afterEach(() => study.end());

/** The same person, with these roles in place of those that they had. */
async function withRoles(one: Viewer, ...roles: Role[]): Promise<Viewer> {
  must(await saveAccount(admin, one.id, { roles, active: true }));
  const viewer = await viewerOf(one.id);
  if (!viewer) throw new Error(`${one.name} is not there`);
  return viewer;
}

async function open(): Promise<void> {
  for (const coder of [ann, bob, cy]) await rateAndSubmit(coder, reference, "3210000000000");
  must(await saveMeetingNotes(ann, reference, { text: "Page 4 first", seenRevision: 0 }));
  await agree(lead, reference, { factor: "neglect", level: "high" });
}

describe.each([[["admin"]], [["analyst"]], [["admin", "analyst"]]] as [Role[]][])(
  "as %s now",
  (roles) => {
    test("a case that is reconciled is not theirs: no room, notes, levels or dissent", async () => {
      await open();
      const dissent = { factor: "neglect", reason: "Page 7", seenRevision: 1 };
      expect(await getRoom(ann, reference)).toMatchObject({ reference });
      ann = await withRoles(ann, ...roles);
      expect(await getCase(ann, reference)).toBeNull();
      expect(await getRoom(ann, reference)).toBeNull();
      expect(await getReconciliation(ann, reference)).toBeNull();
      expect(await listMeetingNotes(ann, reference)).toEqual([]);
      const notes = { text: "Page 5 too", seenRevision: 1 };
      expect(await saveMeetingNotes(ann, reference, notes)).toEqual(notFound);
      expect(await recordDissent(ann, reference, dissent)).toEqual(notFound);
      expect(await getOwnSubmission(ann, reference)).toBeNull();
      expect(await listWork(ann)).toEqual([]);
      expect((await listMeetingNotes(bob, reference)).map(({ text }) => text)).toEqual([
        "Page 4 first",
      ]);
    });

    test("a case that is coded is not theirs to rate, and waits for them all the same", async () => {
      const ratings = await ratingsFrom(ann, reference, "3210000000000");
      must(await saveDraft(ann, reference, 0, ratings));
      await rateAndSubmit(bob, reference, "3210000000000");
      await rateAndSubmit(cy, reference, "3210000000000");
      ann = await withRoles(ann, ...roles);
      expect(await getDraft(ann, reference)).toBeNull();
      expect(await saveDraft(ann, reference, 1, ratings)).toEqual(notFound);
      expect(await submitRatings(ann, reference, 1)).toEqual(notFound);
      expect(await handBackCase(ann, reference)).toEqual(notFound);
      expect(await listWork(ann)).toEqual([]);
      expect(await getRoom(lead, reference)).toBeNull();
      must(await goOnWithout(lead, reference, ann.id, "Looks after accounts now"));
      expect(await getRoom(lead, reference)).toMatchObject({ reference });
    });
  },
);

test("what they submitted stays, and cannot be taken back by them", async () => {
  await rateAndSubmit(ann, reference, "3210000000000");
  ann = await withRoles(ann, "analyst");
  expect(await takeBackSubmission(ann, reference)).toEqual(notFound);
  for (const coder of [bob, cy]) await rateAndSubmit(coder, reference, "3210000000000");
  expect((await getReconciliation(lead, reference))?.letters).toHaveLength(3);
});

test("what they gave beside what was committed is theirs again with the role", async () => {
  await open();
  await agreeEverything(lead, reference);
  await commit(lead, reference);
  const given = await getOwnSubmission(ann, reference);
  ann = await withRoles(ann, "analyst");
  expect(await getCase(ann, reference)).toMatchObject({ reference, coders: null });
  expect(await getOwnSubmission(ann, reference)).toBeNull();
  expect(await listOwnDifferences(ann, reference)).toBeNull();
  ann = await withRoles(ann, "analyst", "coder");
  expect(await getOwnSubmission(ann, reference)).toEqual(given);
  expect(await listOwnDifferences(ann, reference)).toMatchObject({ rows: [] });
});

describe("a lead who is no coder any more", () => {
  beforeEach(async () => {
    ann = await withRoles(ann, "lead", "coder");
    await open();
  });

  test("reconciles as a lead, and dissents from nothing", async () => {
    const both = { mayAgree: true, mayDissent: true };
    expect(await getReconciliation(ann, reference)).toMatchObject(both);
    ann = await withRoles(ann, "lead");
    expect(await getReconciliation(ann, reference)).toMatchObject({ ...both, mayDissent: false });
    const dissent = { factor: "neglect", reason: "Page 7", seenRevision: 1 };
    expect(await recordDissent(ann, reference, dissent)).toEqual(notFound);
  });

  test("does not decide alone on a case that they coded, where a second person confirms", async () => {
    must(await saveSettings(lead, { secondPersonConfirms: true }));
    ann = await withRoles(ann, "lead");
    const alone = {
      factor: "neglect",
      level: "low",
      way: "lead_decision",
      reason: "Page 4",
    } as const;
    expect(await agreeLevel(ann, reference, { ...alone, seenRevision: 1 })).toEqual(
      refusal(
        "way",
        "You coded this case, so you cannot decide it alone: select another way, or ask another lead to decide",
      ),
    );
  });
});
