import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { knownCase } from "../cases/case-facts";
import { listHistory } from "../cases/history";
import { listWork } from "../cases/work";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  saveSettings,
  seenBy,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { agreeLevel } from "../reconciliation/decisions";
import { getReconciliation } from "../reconciliation/reconciliations";
import { reader } from "../store/store";
import { getTeamSettings } from "../study/team";
import { commitCase } from "./commitments";
import { listVersions } from "./dataset";
import { proposalsUnderWay, reasonsSentBack } from "./proposals";
import { reopenCase } from "./reopening";
import { sendCommitBack } from "./sending-back";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let other: Viewer;
let ann: Viewer;
let cy: Viewer;
const reference = "2016-01";
const notFound = { kind: "not_found" };

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
  other = await person("Olaf", "lead");
  ann = await person("Ann", "coder");
  cy = await person("Cy", "coder");
  await caseFor(lead, reference, [lead, ann]);
  await rateAndSubmit(lead, reference, "2000000000000");
  await rateAndSubmit(ann, reference, "3000000000000");
  must(await saveSettings(other, { secondPersonConfirms: true }));
});
afterEach(() => study.end());

const versions = async () => (await listVersions(lead, reference)).length;
const proposalFor = async (viewer: Viewer) =>
  (await getReconciliation(viewer, reference))?.proposal;

const confirm = async (who: Viewer, of = reference) => commitCase(who, of, await seenBy(lead, of));

/** From the check page as it is now. */
const sendBack = async (who: Viewer, reason: string) => {
  const proposal = (await proposalFor(lead))?.id ?? "";
  return sendCommitBack(who, reference, { proposal, reason });
};

const usual = { withheldUpTo: 5, licence: null };

test("the settings are for leads, and off to begin with", async () => {
  expect(await getTeamSettings(lead)).toEqual({ secondPersonConfirms: true, ...usual });
  expect(await getTeamSettings(ann)).toBeNull();
  expect(await saveSettings(ann, { secondPersonConfirms: false })).toEqual(notFound);
  must(await saveSettings(lead, { secondPersonConfirms: false }));
  expect(await getTeamSettings(lead)).toEqual({ secondPersonConfirms: false, ...usual });
  expect((await getReconciliation(lead, reference))?.secondPersonConfirms).toBe(false);
});

describe("with a second person", () => {
  test("a lead proposes, and cannot confirm it themselves", async () => {
    await agreeEverything(lead, reference);
    expect(must(await confirm(lead))).toEqual({ version: null });
    expect(await versions()).toBe(0);
    expect(await proposalFor(lead)).toMatchObject({ by: "Lena", own: true, mayConfirm: false });
    expect(await confirm(lead)).toEqual(
      refusal("", "You proposed this commit. A second person confirms it or sends it back."),
    );
    expect(await sendBack(lead, "Page 4")).toEqual(notFound);
    expect(await confirm(cy)).toEqual(notFound);
    expect((await listWork(lead))[0]).toMatchObject({ verb: "commit", proposed: "by them" });
    expect((await listWork(ann))[0]).toMatchObject({ verb: "commit", proposed: "to them" });
  });

  test.each(["a coder of the case", "another lead"])("%s confirms it", async (who) => {
    await agreeEverything(lead, reference);
    expect(await confirm(ann)).toEqual(notFound);
    must(await confirm(lead));
    const second = who === "another lead" ? other : ann;
    expect(await proposalFor(second)).toMatchObject({ own: false, mayConfirm: true });
    expect(must(await confirm(second))).toEqual({ version: 1 });
    expect((await listVersions(lead, reference))[0]?.committedBy).toBe(second.name);
  });

  test("it is sent back for a reason, which everybody in the room reads, and proposed again", async () => {
    await agreeEverything(lead, reference);
    expect(await sendBack(ann, "Page 4")).toEqual(notFound);
    must(await confirm(lead));
    expect(await sendBack(ann, " \n")).toEqual(
      refusal("reason", "Enter a reason for sending it back"),
    );
    expect(await sendBack(ann, "x".repeat(4001))).toEqual(
      refusal("reason", "Shorten the reason to 4,000 characters"),
    );
    expect(await sendBack(cy, "Page 4")).toEqual(notFound);
    must(await sendBack(ann, " Page 4 "));
    const room = await getReconciliation(lead, reference);
    expect(room?.proposal).toBeNull();
    expect(room?.sentBack).toMatchObject({ by: "Ann", reason: "Page 4" });
    expect(await confirm(ann)).toEqual(notFound);
    expect((await listWork(ann))[0]).toMatchObject({ verb: "reconcile", sentBack: true });
    expect((await listWork(lead))[0]).toMatchObject({
      ...{ verb: "commit", proposed: null, sentBack: true },
    });
    expect(must(await confirm(lead))).toEqual({ version: null });
    expect((await listWork(lead))[0]).toMatchObject({ proposed: "by them", sentBack: false });
    expect((await getReconciliation(lead, reference))?.sentBack).toBeNull();
    expect(must(await confirm(ann))).toEqual({ version: 1 });
  });

  test("why it was sent back stays in the history, also when it happens again, while the case is open to the reader", async () => {
    const told = async (viewer: Viewer) =>
      (await listHistory(viewer, reference))
        ?.filter(({ action }) => action === "sent a commit back")
        .map(({ who, reason }) => [who, reason]);
    await agreeEverything(lead, reference);
    must(await confirm(lead));
    must(await sendBack(ann, "Page 4"));
    must(await confirm(lead));
    must(await sendBack(other, "Page 9"));
    must(await confirm(lead));
    must(await confirm(ann));
    must(await reopenCase(lead, reference, "A later page was missed"));
    must(await confirm(lead));
    must(await sendBack(ann, "Page 12"));
    const all = [
      ["Ann", "Page 4"],
      ["Olaf", "Page 9"],
      ["Ann", "Page 12"],
    ];
    for (const viewer of [lead, other, ann]) expect(await told(viewer)).toEqual(all);
    expect(await told(cy)).toEqual([]);
    must(await assignCoders(lead, reference, [cy.id]));
    for (const viewer of [lead, other, ann, cy]) expect(await told(viewer)).toEqual([]);
  });

  test("why another case was sent back stands in its own history, and is told to nobody who may not learn its ratings", async () => {
    await caseFor(lead, "2016-02", [lead, ann]);
    await rateAndSubmit(lead, "2016-02", "2000000000000");
    await rateAndSubmit(ann, "2016-02", "3000000000000");
    for (const [of, reason] of [
      ["2016-02", "Page 7"],
      [reference, "Page 4"],
    ] as const) {
      await agreeEverything(lead, of);
      must(await confirm(lead, of));
      const proposal = (await getReconciliation(lead, of))?.proposal?.id ?? "";
      must(await sendCommitBack(ann, of, { proposal, reason }));
    }
    const reasonsIn = async (of: string) =>
      (await listHistory(ann, of))
        ?.filter(({ action }) => action === "sent a commit back")
        .map(({ reason }) => reason);
    expect(await reasonsIn(reference)).toEqual(["Page 4"]);
    expect(await reasonsIn("2016-02")).toEqual(["Page 7"]);
    const found = await knownCase(reader(), ann, reference);
    expect(await reasonsSentBack(reader(), ann, found?.id ?? "")).toEqual(["Page 4"]);
    expect(await reasonsSentBack(reader(), cy, found?.id ?? "")).toEqual([]);
  });

  test("nobody commits what they meant to propose, or proposes what they meant to commit", async () => {
    await agreeEverything(lead, reference);
    const seen = await seenBy(other, reference);
    await commit(lead, reference);
    expect(await commitCase(other, reference, seen)).toEqual(
      refusal(
        "",
        "This commit was proposed or sent back since you opened this page. Open the page again to see how it stands.",
      ),
    );
    expect(await versions()).toBe(0);

    const seenProposed = await seenBy(other, reference);
    must(await sendBack(ann, "Page 4"));
    expect((await commitCase(other, reference, seenProposed)).kind).toBe("refused");
    expect(await commitCase(other, reference, seen)).toEqual(
      refusal(
        "",
        "This commit was sent back since you opened this page. Go back to the reconciliation to read why.",
      ),
    );
    expect(await proposalFor(ann)).toBeNull();
    await commit(lead, reference);
    expect((await commitCase(other, reference, seenProposed)).kind).toBe("refused");
    expect(must(await confirm(other))).toEqual({ version: 1 });
  });

  test.each([true, false])(
    "asked for since, or no longer (%j), the page is out of date",
    async (asked) => {
      await agreeEverything(lead, reference);
      must(await saveSettings(lead, { secondPersonConfirms: !asked }));
      const seen = await seenBy(lead, reference);
      must(await saveSettings(lead, { secondPersonConfirms: asked }));
      expect(await commitCase(lead, reference, seen)).toEqual(
        refusal(
          "",
          "Whether a second person confirms each commit was changed since you opened this page. Open the page again to see what comes of confirming.",
        ),
      );
      expect(await versions()).toBe(0);
      expect(await proposalFor(ann)).toBeNull();
    },
  );

  test("another proposal than the page showed is not sent back", async () => {
    await agreeEverything(lead, reference);
    await commit(lead, reference);
    const proposal = (await proposalFor(ann))?.id ?? "";
    must(await confirm(other));
    must(await reopenCase(lead, reference, "A later page was missed"));
    await commit(lead, reference);
    const stale = { proposal, reason: "Page 4" };
    expect(await sendCommitBack(ann, reference, stale)).toEqual(
      refusal(
        "",
        "This commit was proposed anew since you opened this page. It has not been sent back. Check the levels again, and send it back if you would still look at something again.",
      ),
    );
    expect(await proposalFor(ann)).toMatchObject({ mayConfirm: true });
    must(await sendBack(ann, "Page 4"));
    expect(await proposalFor(ann)).toBeNull();
  });

  test("it lapses when a level is agreed anew", async () => {
    await agreeEverything(lead, reference);
    must(await confirm(lead));
    await agree(lead, reference, { factor: "neglect", level: "medium", seenRevision: 1 });
    expect(await proposalFor(ann)).toBeNull();
    expect(await confirm(ann)).toEqual(notFound);
    expect((await listWork(ann))[0]?.verb).toBe("reconcile");
    expect(must(await confirm(other))).toEqual({ version: null });
    expect(must(await confirm(lead))).toEqual({ version: 1 });
  });

  test("each round has its own, and each case", async () => {
    await caseFor(lead, "2016-02", [lead, ann]);
    await rateAndSubmit(lead, "2016-02", "2000000000000");
    await rateAndSubmit(ann, "2016-02", "3000000000000");
    for (const one of [reference, "2016-02"]) await agreeEverything(lead, one);
    must(await confirm(lead, "2016-02"));
    expect(await proposalFor(ann)).toBeNull();
    must(await confirm(lead));
    must(await sendBack(ann, "Page 4"));
    must(await confirm(lead));
    must(await confirm(ann));
    must(await reopenCase(lead, reference, "A later page was missed"));
    expect(await proposalFor(ann)).toBeNull();
    expect((await listWork(ann)).map(({ verb }) => verb)).toEqual(["reconcile", "commit"]);
    must(await confirm(lead));
    expect(await proposalFor(ann)).toMatchObject({ mayConfirm: true });
    const revisions = pastTheProgram(study.dataDir, (db) =>
      db
        .prepare(
          `select p.revision from commit_proposals p
           join reconciliations n on n.id = p.reconciliation_id
           join cases c on c.id = n.case_id where c.reference = ? order by n.round, p.revision`,
        )
        .pluck()
        .all(reference),
    );
    expect(revisions).toEqual([1, 2, 1]);
    expect(must(await confirm(ann))).toEqual({ version: 2 });
  });

  test("nobody is told of a proposal while a coder who joined has not submitted, nor outsiders", async () => {
    await agreeEverything(lead, reference);
    must(await confirm(lead));
    expect(await proposalsUnderWay(reader(), ann)).toHaveLength(1);
    expect(await proposalsUnderWay(reader(), cy)).toEqual([]);
    must(await assignCoders(lead, reference, [cy.id]));
    for (const viewer of [lead, other, ann, cy])
      expect(await proposalsUnderWay(reader(), viewer)).toEqual([]);
  });

  test("no longer asked for, a lead commits alone as before", async () => {
    await agreeEverything(lead, reference);
    must(await confirm(lead));
    must(await saveSettings(lead, { secondPersonConfirms: false }));
    expect(await proposalFor(ann)).toBeNull();
    expect(await confirm(ann)).toEqual(notFound);
    expect(must(await confirm(lead))).toEqual({ version: 1 });
  });

  test("a lead does not decide alone on a case that they coded; another lead may", async () => {
    const alone = {
      factor: "neglect",
      level: "high",
      way: "lead_decision",
      reason: "Page 4",
      seenRevision: 0,
    } as const;
    expect(await agreeLevel(lead, reference, alone)).toEqual(
      refusal(
        "way",
        "You coded this case, so you cannot decide it alone: select another way, or ask another lead to decide",
      ),
    );
    must(await agreeLevel(lead, reference, { ...alone, way: "after_discussion" }));
    must(await agreeLevel(other, reference, { ...alone, seenRevision: 1 }));
    must(await saveSettings(lead, { secondPersonConfirms: false }));
    must(await agreeLevel(lead, reference, { ...alone, seenRevision: 2 }));
  });
});
