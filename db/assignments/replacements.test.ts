import { afterEach, beforeEach, expect, test } from "vitest";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import {
  caseFor,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  ratingsFrom,
  refusal,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { getReconciliation } from "../reconciliation/reconciliations";
import { assignCoders } from "./assignments";
import { handBackCase } from "./handing-back";
import { givenBy } from "./plans";
import { planReplacement, replaceCoder } from "./replacements";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
let dan: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
  dan = await person("Dan", "coder");
});
afterEach(() => study.end());

const choiceOf = (left: Viewer, by: Viewer[], cases: string[] = []) => ({
  ...{ left: left.id, coders: by.map(({ id }) => id), cases, seed: 4711 },
});
const replace = async (...choice: Parameters<typeof choiceOf>) => {
  const plan = must(await planReplacement(lead, choiceOf(...choice)));
  return replaceCoder(lead, choiceOf(...choice), givenBy(plan));
};
const codersOf = async (reference: string) =>
  (await getCase(lead, reference))?.coders?.map(
    ({ name, submitted }) => `${name}${submitted ? ", submitted" : ""}`,
  );

test("another takes the place of a coder who left, in what they had not submitted", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await caseFor(lead, "2016-02", [ann, bob]);
  await rateAndSubmit(bob, "2016-01", "3210000000000", "Page 4");
  must(await saveDraft(bob, "2016-02", 0, await ratingsFrom(bob, "2016-02", "3210000000000")));
  expect(must(await replace(bob, [cat]))).toEqual({ cases: 1 });
  expect(await codersOf("2016-01")).toEqual(["Ann", "Bob, submitted"]);
  expect(await codersOf("2016-02")).toEqual(["Ann", "Cat"]);
  expect(await getCase(bob, "2016-02")).toBeNull();
  expect(await getDraft(bob, "2016-02")).toBeNull();
  expect((await getDraft(cat, "2016-02"))?.revision).toBe(0);
  expect((await listHistory(ann, "2016-02"))?.slice(-2)).toMatchObject([
    { who: "Lena", action: "replaced a coder", subject: "Bob", reason: "" },
    { who: "Lena", action: "assigned a coder", subject: "Cat", reason: "" },
  ]);
  expect(await assignCoders(lead, "2016-02", [bob.id])).toEqual(
    refusal("coders", "Bob has already been assigned to this case"),
  );
});

test("whoever takes over rates alone, and nobody learns anything before they have submitted", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3210000000000", "Page 4");
  must(await replace(bob, [cat]));
  for (const viewer of [lead, ann, cat])
    expect(await getReconciliation(viewer, "2016-01")).toBeNull();
  await rateAndSubmit(cat, "2016-01", "1210000000000");
  expect((await getReconciliation(cat, "2016-01"))?.letters).toEqual(["A", "B"]);
  expect((await getCase(lead, "2016-01"))?.coders?.map(({ joinedLater }) => joinedLater)).toEqual([
    false,
    false,
  ]);
});

test("in a case that had opened, whoever takes over has joined later, and it stays closed", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  must(await assignCoders(lead, "2016-01", [cat.id]));
  must(await replace(cat, [dan]));
  expect((await getCase(lead, "2016-01"))?.coders?.at(-1)).toMatchObject({
    name: "Dan",
    joinedLater: true,
  });
  expect(await getReconciliation(lead, "2016-01")).toBeNull();
  await rateAndSubmit(dan, "2016-01", "3210000000000");
  expect((await getReconciliation(lead, "2016-01"))?.letters).toEqual(["A", "B", "C"]);
});

test("several share the cases evenly, and nobody has one again that they had", async () => {
  for (const reference of ["2016-01", "2016-02", "2016-03"])
    await caseFor(lead, reference, [ann, bob]);
  await caseFor(lead, "2016-04", [ann, bob, cat, dan]);
  const plan = must(await planReplacement(lead, choiceOf(bob, [cat, dan])));
  expect(plan.coders.map(({ name, open, more }) => `${name} ${open}+${more}`).join()).toMatch(
    /^(Cat 1\+1,Dan 1\+2|Cat 1\+2,Dan 1\+1)$/,
  );
  expect(plan.cases.at(-1)).toMatchObject({
    reference: "2016-04",
    coders: [],
    refusal: "All of them have been assigned to it before",
  });
  expect(must(await replace(bob, [cat, dan]))).toEqual({ cases: 3 });
  expect(await codersOf("2016-04")).toEqual(["Ann", "Bob", "Cat", "Dan"]);
  const reasons = (await listHistory(ann, "2016-01"))?.map(({ reason }) => reason);
  expect(reasons?.at(-1)).toBe("At random, seed 4711");
});

test("only the named cases are handed on, also by the one who is left in them", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await caseFor(lead, "2016-02", [ann, bob]);
  must(await handBackCase(ann, "2016-02"));
  expect(must(await replace(bob, [cat], ["2016-02"]))).toEqual({ cases: 1 });
  expect(await codersOf("2016-01")).toEqual(["Ann", "Bob"]);
  expect(await codersOf("2016-02")).toEqual(["Cat"]);
});

test("somebody whose account is closed is replaced, and does not take over", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  await caseFor(lead, "2016-02", [ann, dan]);
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("update people set active = 0 where name in ('Bob', 'Dan')").run(),
  );
  expect(await planReplacement(lead, choiceOf(bob, [dan]))).toEqual(
    refusal("coders", "Select coders from the list"),
  );
  must(await replace(bob, [cat]));
  expect(await codersOf("2016-01")).toEqual(["Ann", "Cat"]);
});

test("nothing is stored where it is not what was shown, where there is nothing, or by others", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  const choice = choiceOf(bob, [cat]);
  const shown = [`2016-01 ${cat.id}`];
  expect(await replaceCoder(ann, choice, shown)).toEqual({ kind: "not_found" });
  expect(await planReplacement(ann, choice)).toEqual({ kind: "not_found" });
  expect(await replaceCoder(lead, choice, [`2016-01 ${dan.id}`])).toMatchObject({
    kind: "refused",
  });
  const nothing = refusal("left", "No case waits for this coder");
  expect(await planReplacement(lead, choiceOf(dan, [cat]))).toEqual(nothing);
  expect(await codersOf("2016-01")).toEqual(["Ann", "Bob"]);
  await rateAndSubmit(bob, "2016-01", "3210000000000");
  expect(await replaceCoder(lead, choice, shown)).toEqual(nothing);
  expect(await codersOf("2016-01")).toEqual(["Ann", "Bob, submitted"]);
});

test("in an excluded case nobody is replaced", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  pastTheProgram(study.dataDir, (db) =>
    db.exec(`insert into case_records (case_id, revision, sample, case_type, incident_type,
      included, exclusion_reason, recorded_at) select case_id, 2, sample, case_type, incident_type, 0, 'Withdrawn',
      recorded_at from case_records`),
  );
  const plan = must(await planReplacement(lead, choiceOf(bob, [cat])));
  expect(plan.cases).toMatchObject([
    { coders: [], refusal: "Coders cannot be assigned to it now" },
  ]);
});
