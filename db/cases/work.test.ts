import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { assignCoders, goOnWithout } from "../assignments/assignments";
import { handBackCase } from "../assignments/handing-back";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  must,
  person,
  rateAndSubmit,
  ratingsFrom,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { saveDraft } from "../ratings/drafts";
import { holdOpening } from "../ratings/opening";
import { acceptAllTheSame } from "../reconciliation/decisions";
import { readAgain } from "../second-look/second-look.fixtures";
import { beginSecondLook } from "../second-look/second-looks";
import { listWork } from "./work";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterEach(() => {
  study.end();
  vi.useRealTimers();
});

/** What waits for somebody, in a line each. */
const workOf = async (viewer: Viewer) =>
  (await listWork(viewer)).map(
    (one) =>
      `${one.reference}: ${one.verb}, ${one.rated} rated, ${one.left} left${one.reopened ? ", reopened" : ""}`,
  );

test("a case goes from one person’s work to the next one’s", async () => {
  await caseFor(lead, "2016-01", []);
  expect(await workOf(lead)).toEqual(["2016-01: assign coders, 0 rated, 0 left"]);
  expect(await workOf(ann)).toEqual([]);

  await caseFor(lead, "2016-02", [ann, bob]);
  must(await saveDraft(ann, "2016-02", 0, await ratingsFrom(ann, "2016-02", "3-0----------")));
  expect(await workOf(ann)).toEqual(["2016-02: rate, 2 rated, 0 left"]);
  expect(await workOf(bob)).toEqual(["2016-02: rate, 0 rated, 0 left"]);
  expect(await workOf(lead)).toEqual(["2016-01: assign coders, 0 rated, 0 left"]);

  await rateAndSubmit(ann, "2016-02", "3200000000000");
  expect(await workOf(ann)).toEqual([]);
  await rateAndSubmit(bob, "2016-02", "2300000000000");
  expect(await workOf(ann)).toEqual(["2016-02: reconcile, 0 rated, 13 left"]);
  must(await acceptAllTheSame(lead, "2016-02"));
  expect((await workOf(lead))[1]).toBe("2016-02: reconcile, 0 rated, 2 left");
  await agree(lead, "2016-02", { factor: "neglect", level: "high" });
  await agree(lead, "2016-02", { factor: "neglect", level: "medium", seenRevision: 1 });
  expect((await workOf(lead))[1]).toBe("2016-02: reconcile, 0 rated, 1 left");
  await agreeEverything(lead, "2016-02");
  expect((await workOf(lead))[1]).toBe("2016-02: commit, 0 rated, 0 left");
  await commit(lead, "2016-02");
  expect(await workOf(ann)).toEqual([]);
  expect(await workOf(lead)).toHaveLength(1);
  must(await reopenCase(lead, "2016-02", "A later page was missed"));
  expect((await workOf(lead))[1]).toBe("2016-02: commit, 0 rated, 0 left, reopened");
});

test("a case that was handed back waits for its lead, who may be the one left to rate it", async () => {
  const cora = await person("Cora", "lead", "coder");
  await caseFor(lead, "2016-01", [ann, bob, cora]);
  must(await handBackCase(ann, "2016-01"));
  expect(await workOf(ann)).toEqual([]);
  expect(await workOf(lead)).toEqual([]);
  must(await handBackCase(bob, "2016-01"));
  expect(await workOf(lead)).toEqual(["2016-01: assign coders, 0 rated, 0 left"]);
  expect(await workOf(cora)).toEqual([
    "2016-01: rate, 0 rated, 0 left",
    "2016-01: assign coders, 0 rated, 0 left",
  ]);
  expect((await listWork(lead))[0]?.coders).toBe(1);
  const dan = await person("Dan", "coder");
  must(await assignCoders(lead, "2016-01", [dan.id]));
  expect(await workOf(lead)).toEqual([]);
});

test("a task has waited since it became this person’s to do", async () => {
  const on = (day: number) => vi.setSystemTime(new Date(Date.UTC(2016, 9, day, 9)));
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-01T09:00:00Z") });
  const since = async (viewer: Viewer) =>
    (await listWork(viewer)).map((one) => `${one.verb} ${one.since.slice(8, 10)}`).join();
  await caseFor(lead, "2016-01", []);
  on(2);
  must(await assignCoders(lead, "2016-01", [ann.id, bob.id]));
  on(3);
  must(await handBackCase(ann, "2016-01"));
  expect(await since(bob)).toBe("rate 02");
  expect(await since(lead)).toBe("assign coders 03");
  on(4);
  const cat = await person("Cat", "coder");
  must(await assignCoders(lead, "2016-01", [cat.id]));
  expect(await since(cat)).toBe("rate 04");
  on(5);
  await rateAndSubmit(bob, "2016-01", "3210000000000");
  on(6);
  await rateAndSubmit(cat, "2016-01", "3210000000000");
  expect(await since(bob)).toBe("reconcile 06");
  on(7);
  const dan = await person("Dan", "coder");
  must(await assignCoders(lead, "2016-01", [dan.id]));
  expect(await since(bob)).toBe("");
  on(8);
  must(await goOnWithout(lead, "2016-01", dan.id, "Long illness"));
  expect(await since(cat)).toBe("reconcile 08");
  on(9);
  const eve = await person("Eve", "coder");
  must(await assignCoders(lead, "2016-01", [eve.id]));
  on(10);
  await rateAndSubmit(eve, "2016-01", "3210000000000");
  expect(await since(cat)).toBe("reconcile 10");
  on(11);
  await agreeEverything(lead, "2016-01");
  expect(await since(lead)).toBe("commit 11");
  await commit(lead, "2016-01");
  on(12);
  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  expect(await since(lead)).toBe("commit 12");

  // What happens in other cases is no matter.
  on(20);
  await caseFor(lead, "2016-02", [ann, bob]);
  on(21);
  await caseFor(lead, "2016-03", [ann, bob]);
  expect(await since(ann)).toBe("rate 20,rate 21");
  on(22);
  must(await handBackCase(bob, "2016-03"));
  on(23);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-02", "3210000000000");
  expect(await since(lead)).toBe("commit 12,reconcile 23,assign coders 22");
  on(24);
  await agreeEverything(lead, "2016-02");
  expect(await since(lead)).toBe("commit 12,commit 24,assign coders 22");

  // A second look waits since it began, and for a lead since all was in.
  on(25);
  await caseFor(lead, "2016-04", [ann, bob]);
  must(await holdOpening(lead, "2016-04"));
  on(26);
  await rateAndSubmit(ann, "2016-04", "3210000000000");
  await rateAndSubmit(bob, "2016-04", "1210000000000");
  on(27);
  expect(await since(lead)).toBe("commit 12,commit 24,assign coders 22,open 26");
  must(await beginSecondLook(lead, "2016-04"));
  on(28);
  expect(await since(ann)).toBe("reconcile 23,rate 21,read again 27");
});

test("a second look waits for its coders, and for a lead before it begins", async () => {
  const reference = "2016-05";
  await caseFor(lead, reference, [ann, bob]);
  must(await holdOpening(lead, reference));
  await rateAndSubmit(ann, reference, "3210000000000");
  await rateAndSubmit(bob, reference, "1210000000000");
  const of = async (viewer: Viewer) =>
    (await listWork(viewer)).find((one) => one.reference === reference)?.verb;
  expect([await of(lead), await of(ann)]).toEqual(["open", undefined]);
  must(await beginSecondLook(lead, reference));
  expect([await of(lead), await of(ann)]).toEqual([undefined, "read again"]);
  await readAgain(ann, reference);
  expect([await of(ann), await of(bob)]).toEqual([undefined, "read again"]);
  await readAgain(bob, reference);
  expect([await of(lead), await of(ann)]).toEqual(["reconcile", "reconcile"]);
});

test("what one coder drafted is not counted for another, and an excluded case waits for nobody", async () => {
  const excluded = { included: "no", exclusion_reason: "Withdrawn" };
  must(
    await importCases(lead, {
      cases: csvFile("cases.csv", [
        { case_ref: "2012-01", scores: "", cells: excluded },
        { case_ref: "2012-02", scores: "" },
      ]),
    }),
  );
  expect(await workOf(lead)).toEqual(["2012-02: assign coders, 0 rated, 0 left"]);
  must(await assignCoders(lead, "2012-02", [ann.id, bob.id]));
  must(await saveDraft(ann, "2012-02", 0, await ratingsFrom(ann, "2012-02", "3-0----------")));
  must(await saveDraft(bob, "2012-02", 0, await ratingsFrom(bob, "2012-02", "3210---------")));
  expect(await workOf(ann)).toEqual(["2012-02: rate, 2 rated, 0 left"]);
  expect(await workOf(bob)).toEqual(["2012-02: rate, 4 rated, 0 left"]);
});

test("a coder whom the team went on without has no more work in the case, ever", async () => {
  const cat = await person("Cat", "coder");
  await caseFor(lead, "2016-01", [ann, bob, cat]);
  expect(await workOf(cat)).toEqual(["2016-01: rate, 0 rated, 0 left"]);
  must(await goOnWithout(lead, "2016-01", cat.id, "Long illness"));
  expect(await workOf(cat)).toEqual([]);
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  await rateAndSubmit(bob, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  expect(await workOf(cat)).toEqual([]);
});
