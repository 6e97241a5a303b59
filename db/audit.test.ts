import { afterAll, beforeAll, expect, test } from "vitest";
import { typedValue } from "@/domain/code-lists/edit";
import { goOnWithout } from "./assignments/assignments";
import { assignAsPlanned } from "./assignments/bulk-assignments";
import { handBackCase } from "./assignments/handing-back";
import { replaceCoder } from "./assignments/replacements";
import type { Action } from "./audit";
import { changeRecord } from "./cases/case-records";
import { reopenCase } from "./dataset/reopening";
import { sendCommitBack } from "./dataset/sending-back";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  exported,
  here,
  must,
  passwordOf,
  pastTheProgram,
  person,
  rateAndSubmit,
  release,
  saveAccount,
  saveSettings,
  temporaryStudy,
  textFile,
  tokenFor,
} from "./fixtures";
import { importCases } from "./imports/cases";
import { draftOf, finishedDraft, imported, levelsFrom } from "./imports/drafts.fixtures";
import { undoImport } from "./imports/undo";
import {
  changePassword,
  correctPerson,
  giveFirstPassword,
  signOutEverywhere,
} from "./people/accounts";
import { makeFirstAccount, makeFirstRunCode } from "./people/first-run";
import { commandLineViewer, type Viewer, viewerOf } from "./people/people";
import { changePracticeCase, offerPracticeCase } from "./practice-cases/make";
import {
  practiceCaseFor,
  practiceContent,
  practise,
  saveRequirement,
} from "./practice-cases/practice.fixtures";
import { takeBackSubmission } from "./ratings/ratings";
import { acceptAllTheSame } from "./reconciliation/decisions";
import { makePrecedent, takePrecedentBack } from "./reconciliation/disagreements";
import { recordDissent, withdrawDissent } from "./reconciliation/dissenting";
import { saveMeetingNotes } from "./reconciliation/meeting-notes";
import { getReconciliation } from "./reconciliation/reconciliations";
import { showNames } from "./reconciliation/rooms";
import { readAgain, secondLookAt } from "./second-look/second-look.fixtures";
import { endSecondLook } from "./second-look/second-looks";
import {
  removeSecondFactor,
  renewRecoveryCodes,
  requireSecondFactor,
} from "./sign-in/second-factor";
import { removeLostFactor, ticketOf, withSecondFactor } from "./sign-in/second-factor.fixtures";
import { endSession } from "./sign-in/sessions";
import { signInWithCode } from "./sign-in/sign-in";
import { changeCodeList, currentCodeLists } from "./study/code-lists";
import { recordContextFigures } from "./study/context-figures";
import { setDaysToRate } from "./study/days-to-rate";
import { recordSampleDates } from "./study/samples";

/* The log of a study in which everything is done once. */

// Every action there is: the compiler refuses this list when one is missing or unknown.
const actions: Record<Action, true> = {
  "made the study": true,
  "introduced a codebook": true,
  "made a first-run code": true,
  "made the first account": true,
  "added a person": true,
  "changed roles": true,
  "corrected a name or address": true,
  "closed an account": true,
  "opened an account again": true,
  "changed their password": true,
  "began a second factor": true,
  "set up a second factor": true,
  "made new recovery codes": true,
  "used a recovery code": true,
  "required a second factor": true,
  "no longer required a second factor": true,
  "removed their second factor": true,
  "removed a second factor": true,
  "gave a new first password": true,
  "refused a sign-in": true,
  "signed in": true,
  "signed out": true,
  "signed out everywhere": true,
  "registered the case": true,
  "imported the case": true,
  "imported cases": true,
  "undid an import": true,
  "imported independent ratings": true,
  "assigned a coder": true,
  "went on without a coder": true,
  "replaced a coder": true,
  "set the days to rate": true,
  "handed the case back": true,
  "saved a draft": true,
  "changed the record": true,
  "changed a code list": true,
  "recorded the days of a sample": true,
  "recorded figures from elsewhere": true,
  "submitted ratings": true,
  "took a submission back": true,
  "held the opening": true,
  "began the second look": true,
  "submitted a second look": true,
  "ended the second look": true,
  "opened the case": true,
  "agreed a level": true,
  "accepted all the same": true,
  "recorded dissent": true,
  "withdrew dissent": true,
  "made a precedent": true,
  "took a precedent back": true,
  "proposed to commit": true,
  "sent a commit back": true,
  "showed the coders’ names": true,
  "hid the coders’ names": true,
  "changed the meeting notes": true,
  "committed to the dataset": true,
  "reopened the case": true,
  "asked for a second person at commits": true,
  "no longer asked for a second person at commits": true,
  "changed what is withheld from publication": true,
  "changed the licence of the data": true,
  "made a practice case": true,
  "changed a practice case": true,
  "withdrew a practice case": true,
  "offered a practice case again": true,
  "saved a practice draft": true,
  "submitted practice ratings": true,
  "changed what practice is required": true,
  "exported the dataset": true,
  "made a release": true,
};

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeAll(async () => {
  study = await temporaryStudy();
  const code = await makeFirstRunCode();
  const first = must(
    await makeFirstAccount(code ?? "", {
      name: "Lena",
      email: "lena@example.org",
      roles: ["lead", "coder", "admin"],
      password: passwordOf("Lena"),
    }),
  );
  const lead = await viewerOf(first.id);
  if (!lead) throw new Error("The first account is not there");
  const session = await tokenFor("lena@example.org", passwordOf("Lena"));
  await endSession(lead, session ?? "");
  await signOutEverywhere(lead);
  const passwords = { current: passwordOf("Lena"), next: "another long password" };
  must(await changePassword(lead, "", passwords));
  await useSecondFactors(lead);
  expect(await tokenFor("lena@example.org", "the owl password")).toBeNull();
  expect(await tokenFor("the owl password", "")).toBeNull();
  const ann = await person("Ann", "coder");
  const bob = await person("Bob", "coder");
  await withSecondFactor(ann);
  must(await removeLostFactor(lead, ann.id));
  must(await giveFirstPassword(lead, ann.id, "another first password"));
  must(await saveAccount(lead, bob.id, { roles: ["coder", "analyst"], active: true }));
  must(await saveAccount(lead, bob.id, { roles: ["coder"], active: false }));
  must(await saveAccount(lead, bob.id, { roles: ["coder"], active: true }));
  const seen = "open: coder; Bob, bob@example.org";
  must(await correctPerson(lead, bob.id, { name: "Bob", email: "robert@example.org", seen }));
  await caseFor(lead, "2016-01", [lead, ann, bob]);
  await changeFacts(lead, "2016-01");
  await rateAndSubmit(ann, "2016-01", "3210000000000", "The kestrel note");
  must(await takeBackSubmission(ann, "2016-01"));
  await rateAndSubmit(ann, "2016-01", "3210000000000", "The kestrel note");
  must(await goOnWithout(lead, "2016-01", bob.id, "Long illness"));
  await rateAndSubmit(lead, "2016-01", "2210000000000", "The kestrel note");
  must(await showNames(lead, "2016-01", true));
  must(await saveMeetingNotes(ann, "2016-01", { text: "The heron reason", seenRevision: 0 }));
  must(await showNames(lead, "2016-01", false));
  must(await acceptAllTheSame(lead, "2016-01"));
  await agree(lead, "2016-01", { factor: "neglect", level: "high", reason: "The heron reason" });
  await agreeEverything(lead, "2016-01");
  must(
    await recordDissent(ann, "2016-01", {
      factor: "neglect",
      reason: "The heron reason",
      seenRevision: 1,
    }),
  );
  must(await withdrawDissent(ann, "2016-01", "neglect"));
  const precedent = { factor: "neglect", summary: "The heron precedent" };
  must(await makePrecedent(lead, "2016-01", precedent));
  must(await takePrecedentBack(lead, "2016-01", "neglect"));
  must(await saveSettings(lead, { secondPersonConfirms: true }));
  await commit(lead, "2016-01");
  const proposal = (await getReconciliation(ann, "2016-01"))?.proposal?.id ?? "";
  must(await sendCommitBack(ann, "2016-01", { proposal, reason: "The heron reason" }));
  must(await saveSettings(lead, { secondPersonConfirms: false, withheldUpTo: 3 }));
  const licence = { title: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/" };
  must(await saveSettings(lead, { licence }));
  await commit(lead, "2016-01");
  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  await caseFor(lead, "2016-02", [lead, ann]);
  must(await handBackCase(ann, "2016-02"));
  must(await setDaysToRate(lead, 21));
  must(await setDaysToRate(lead, null));
  await planEverything(lead, bob);
  await caseFor(lead, "2016-04", [ann, bob]);
  await secondLookAt(lead, "2016-04", [
    [ann, "3210000000000"],
    [bob, "1210000000000"],
  ]);
  await readAgain(ann, "2016-04", { neglect: { level: "medium", note: "The kestrel note" } });
  must(await endSecondLook(lead, "2016-04", "Bob is away"));
  const factors = [
    ...["neglect", "emotional_abuse", "physical_abuse", "sexual_abuse", "domestic_violence"],
    ...["parental_drug_misuse", "parental_alcohol_misuse", "parental_mental_health"],
    ...["parental_self_harm_suicide", "child_putting_self_at_risk", "child_protection_plan"],
    ...["threats_or_abduction", "other"],
  ];
  const ratings = factors.map((factor) => `2012-01,A,${factor},0\n`).join("");
  must(
    await importCases(commandLineViewer(), {
      cases: csvFile("cases.csv", [{ case_ref: "2012-01", scores: "3210000000000" }]),
      ratings: textFile("ratings.csv", `case_ref,coder,factor,score\n${ratings}`),
    }),
  );
  await exported(lead, "agreed-ratings.csv");
  const independent = [{ coder: "A", levels: levelsFrom("3210000000000") }];
  const drafts = [
    finishedDraft("2012-02", { ratings: independent, stated: { risk_rating: 7 } }),
    draftOf("2016-01", { facts: { exclusionReason: "The heron reason", included: false } }),
  ];
  const id = await imported(lead, drafts, { reason: "The heron reason" });
  must(await undoImport(lead, id, "The heron reason"));
  await practiseOnce(lead, ann);
  await release(lead, "The heron reason");
});
afterAll(() => study.end());

/** Makes a practice case, changes it, offers it, has it rated, and requires it. */
async function practiseOnce(lead: Viewer, ann: Viewer): Promise<void> {
  await practiceCaseFor(lead);
  const changed = practiceContent("3210000000000", "The heron text");
  must(await changePracticeCase(lead, 1, 1, changed));
  must(await offerPracticeCase(lead, 1, false));
  must(await offerPracticeCase(lead, 1, true));
  await practise(ann, 1, "3110000000000", "The kestrel note");
  must(await saveRequirement(lead, { cases: 1, percent: 80 }));
  must(await saveRequirement(lead, null));
}

/** Assigns in bulk, and replaces a coder. */
async function planEverything(lead: Viewer, bob: Viewer): Promise<void> {
  await caseFor(lead, "2016-03", []);
  const coders = [lead.id, bob.id];
  const all = {
    cases: ["2016-03"],
    coders,
    how: "balanced",
    each: 2,
    third: null,
    seed: 7,
  } as const;
  const shown = coders.map((id) => `2016-03 ${id}`);
  must(await assignAsPlanned(lead, all, shown));
  const cat = await person("Cat", "coder");
  const place = { left: bob.id, coders: [cat.id], cases: [], seed: 7 };
  must(await replaceCoder(lead, place, [`2016-03 ${cat.id}`]));
}

/** Changes the record of a case, and then a code list. */
async function changeFacts(lead: Viewer, reference: string): Promise<void> {
  must(
    await changeRecord(lead, reference, {
      section: "incident",
      facts: { incidentType: "suicide", incidentRationale: "" },
      seenRevision: 1,
      reason: "The heron reason",
      confirmed: true,
    }),
  );
  const { methodology } = await currentCodeLists();
  const values = methodology.values.map((value) => typedValue(methodology, value));
  const renamed = values.map((one) => (one.key === "scie" ? { ...one, label: "SCIE model" } : one));
  must(
    await changeCodeList(lead, "methodology", {
      seenVersion: 1,
      values: renamed,
      reason: "Its full name",
    }),
  );
  must(await recordSampleDates(lead, [{ name: "2016", startsOn: "1 January 2016", endsOn: "" }]));
  const figure = { part: "table_2", label: "Reviews", figure: "1,250", source: "A report" };
  must(await recordContextFigures(lead, { seenRevision: 0, typed: [figure] }));
}

/** Sets up a second factor, uses it, and gives it up again. */
async function useSecondFactors(lead: Viewer): Promise<void> {
  const password = "another long password";
  await withSecondFactor(lead, password);
  const { codes } = must(await renewRecoveryCodes(lead, password));
  await signInWithCode(await ticketOf("Lena", password), codes[0] ?? "", here);
  must(await requireSecondFactor(lead, true));
  must(await requireSecondFactor(lead, false));
  must(await removeSecondFactor(lead, "", password));
}

const entries = () =>
  pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select e.position, p.name, e.action, c.reference, e.subject, e.reason
         from audit_entries e left join people p on p.id = e.actor_id
         left join cases c on c.id = e.case_id order by e.position`,
      )
      .raw()
      .all(),
  ) as [number, string | null, string, string | null, string, string][];

test("everything that is done leaves an entry", () => {
  const found = new Set(entries().map(([, , action]) => action));
  expect(Object.keys(actions)).toHaveLength(71);
  expect([...found].sort()).toEqual(Object.keys(actions).sort());
});

test("the log reads as what happened, in order: who, what, on what, and why", () => {
  expect(entries()).toEqual(
    [
      [null, "introduced a codebook", null, "0.1", ""],
      [null, "made the study", null, "", ""],
      [null, "made a first-run code", null, "", ""],
      [null, "made the first account", null, "lena@example.org", ""],
      ["Lena", "signed in", null, "", ""],
      ["Lena", "signed out", null, "", ""],
      ["Lena", "signed out everywhere", null, "", ""],
      ["Lena", "changed their password", null, "", ""],
      ["Lena", "began a second factor", null, "", ""],
      ["Lena", "set up a second factor", null, "", ""],
      ["Lena", "made new recovery codes", null, "", ""],
      ["Lena", "used a recovery code", null, "", ""],
      ["Lena", "signed in", null, "", ""],
      ["Lena", "required a second factor", null, "", ""],
      ["Lena", "no longer required a second factor", null, "", ""],
      ["Lena", "removed their second factor", null, "", ""],
      [null, "refused a sign-in", null, "lena@example.org", ""],
      [null, "refused a sign-in", null, "", ""],
      [null, "added a person", null, "ann@example.org", ""],
      [null, "added a person", null, "bob@example.org", ""],
      ["Ann", "began a second factor", null, "", ""],
      ["Ann", "set up a second factor", null, "", ""],
      ["Lena", "removed a second factor", null, "ann@example.org", ""],
      ["Lena", "gave a new first password", null, "ann@example.org", ""],
      ["Lena", "changed roles", null, "bob@example.org", ""],
      ["Lena", "closed an account", null, "bob@example.org", ""],
      ["Lena", "opened an account again", null, "bob@example.org", ""],
      [
        ...["Lena", "corrected a name or address", null],
        ...["bob@example.org, now robert@example.org", ""],
      ],
      ["Lena", "registered the case", "2016-01", "", ""],
      ["Lena", "assigned a coder", "2016-01", "Lena", ""],
      ["Lena", "assigned a coder", "2016-01", "Ann", ""],
      ["Lena", "assigned a coder", "2016-01", "Bob", ""],
      ["Lena", "changed the record", "2016-01", "Index incident", ""],
      ["Lena", "changed a code list", null, "SCR methodologies", "Its full name"],
      ["Lena", "recorded the days of a sample", null, "2016", ""],
      ["Lena", "recorded figures from elsewhere", null, "", ""],
      ["Ann", "saved a draft", "2016-01", "", ""],
      ["Ann", "submitted ratings", "2016-01", "", ""],
      ["Ann", "took a submission back", "2016-01", "", ""],
      ["Ann", "saved a draft", "2016-01", "", ""],
      ["Ann", "submitted ratings", "2016-01", "", ""],
      ["Lena", "went on without a coder", "2016-01", "Bob", "Long illness"],
      ["Lena", "saved a draft", "2016-01", "", ""],
      ["Lena", "submitted ratings", "2016-01", "", ""],
      [null, "opened the case", "2016-01", "", ""],
      ["Lena", "showed the coders’ names", "2016-01", "", ""],
      ["Ann", "changed the meeting notes", "2016-01", "", ""],
      ["Lena", "hid the coders’ names", "2016-01", "", ""],
      ["Lena", "accepted all the same", "2016-01", "12 factors", ""],
      ["Lena", "agreed a level", "2016-01", "Neglect", ""],
      ["Ann", "recorded dissent", "2016-01", "Neglect", ""],
      ["Ann", "withdrew dissent", "2016-01", "Neglect", ""],
      ["Lena", "made a precedent", "2016-01", "Neglect", ""],
      ["Lena", "took a precedent back", "2016-01", "Neglect", ""],
      ["Lena", "asked for a second person at commits", null, "", ""],
      ["Lena", "proposed to commit", "2016-01", "", ""],
      ["Ann", "sent a commit back", "2016-01", "", ""],
      ["Lena", "no longer asked for a second person at commits", null, "", ""],
      ["Lena", "changed what is withheld from publication", null, "counts up to 3", ""],
      ["Lena", "changed the licence of the data", null, "CC BY 4.0", ""],
      ["Lena", "committed to the dataset", "2016-01", "version 1", ""],
      ["Lena", "reopened the case", "2016-01", "", "A later page was missed"],
      ["Lena", "registered the case", "2016-02", "", ""],
      ["Lena", "assigned a coder", "2016-02", "Lena", ""],
      ["Lena", "assigned a coder", "2016-02", "Ann", ""],
      ["Ann", "handed the case back", "2016-02", "", ""],
      ["Lena", "set the days to rate", null, "21 days", ""],
      ["Lena", "set the days to rate", null, "no limit", ""],
      ["Lena", "registered the case", "2016-03", "", ""],
      ["Lena", "assigned a coder", "2016-03", "Bob", "At random, seed 7"],
      ["Lena", "assigned a coder", "2016-03", "Lena", "At random, seed 7"],
      [null, "added a person", null, "cat@example.org", ""],
      ["Lena", "replaced a coder", "2016-03", "Bob", ""],
      ["Lena", "assigned a coder", "2016-03", "Cat", ""],
      ["Lena", "registered the case", "2016-04", "", ""],
      ["Lena", "assigned a coder", "2016-04", "Ann", ""],
      ["Lena", "assigned a coder", "2016-04", "Bob", ""],
      ["Lena", "held the opening", "2016-04", "", ""],
      ["Ann", "saved a draft", "2016-04", "", ""],
      ["Ann", "submitted ratings", "2016-04", "", ""],
      ["Bob", "saved a draft", "2016-04", "", ""],
      ["Bob", "submitted ratings", "2016-04", "", ""],
      ["Lena", "began the second look", "2016-04", "", ""],
      ["Ann", "saved a draft", "2016-04", "", ""],
      ["Ann", "submitted a second look", "2016-04", "", ""],
      ["Lena", "ended the second look", "2016-04", "", "Bob is away"],
      ["Lena", "opened the case", "2016-04", "", ""],
      [null, "imported the case", "2012-01", "", ""],
      [null, "imported independent ratings", "2012-01", "1 coder", ""],
      ["Lena", "exported the dataset", null, "agreed-ratings.csv, all samples, with free text", ""],
      ["Lena", "imported cases", null, "cases.xlsx: 1 new, 1 changed", ""],
      ["Lena", "undid an import", null, "cases.xlsx", ""],
      ["Lena", "made a practice case", null, "Practice 1", ""],
      ["Lena", "changed a practice case", null, "Practice 1", ""],
      ["Lena", "withdrew a practice case", null, "Practice 1", ""],
      ["Lena", "offered a practice case again", null, "Practice 1", ""],
      ["Ann", "saved a practice draft", null, "Practice 1", ""],
      ["Ann", "submitted practice ratings", null, "Practice 1", ""],
      [
        ...["Lena", "changed what practice is required", null],
        ...["80% exact agreement on 1 practice case", ""],
      ],
      ["Lena", "changed what practice is required", null, "no practice", ""],
      ["Lena", "made a release", null, "release 1", ""],
    ].map((entry, index) => [index + 1, ...entry]),
  );
});

test("no entry holds a note, a reason for a level, or a level", () => {
  const text = JSON.stringify(entries());
  expect(text).not.toMatch(/kestrel|heron|owl/);
  expect(text).not.toMatch(/"(high|medium|low|not_indicated|currently|previously|no)"/i);
});
