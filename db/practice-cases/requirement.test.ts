import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { handBackCase } from "../assignments/handing-back";
import { listWork } from "../cases/work";
import {
  caseFor,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  ratingsFrom,
  refusal,
  saveAccount,
  temporaryStudy,
} from "../fixtures";
import { type Viewer, viewerOf } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { submitRatings, takeBackSubmission } from "../ratings/ratings";
import { changePracticeCase, offerPracticeCase } from "./make";
import { practiceCaseFor, practiceContent, practise, saveRequirement } from "./practice.fixtures";
import {
  getPracticeStanding,
  getRequirement,
  listYetToPractise,
  setRequirement,
  waitsForPractice,
} from "./requirement";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  await practiceCaseFor(lead);
  await caseFor(lead, "2016-01", [lead, ann, bob]);
});
afterEach(() => study.end());

const one = { cases: 1, percent: 80 };
const count = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());

describe("what is required", () => {
  test("is nothing until a lead says so, and nothing again when they say so", async () => {
    expect(await getRequirement(lead)).toBeNull();
    must(await saveRequirement(lead, one));
    expect(await getRequirement(lead)).toEqual(one);
    must(await saveRequirement(lead, one));
    must(await saveRequirement(lead, null));
    expect(await getRequirement(lead)).toBeNull();
    expect(count("practice_requirements")).toBe(2);
  });

  test("is not written over where another lead set it since the page was opened", async () => {
    const olaf = await person("Olaf", "lead");
    must(await saveRequirement(olaf, { cases: 1, percent: 90 }));
    for (const wanted of [one, null])
      expect(await setRequirement(lead, wanted, "no practice")).toEqual(
        refusal(
          "",
          "Somebody else has changed what is required since you opened this page. Open it in another tab to see what holds, and copy over what you want to keep.",
        ),
      );
    expect(await getRequirement(lead)).toEqual({ cases: 1, percent: 90 });
    must(await setRequirement(lead, null, "90% exact agreement on 1 practice case"));
    expect(await getRequirement(lead)).toBeNull();
  });

  test("is not more practice cases than are offered", async () => {
    expect(await saveRequirement(lead, { ...one, cases: 2 })).toEqual(
      refusal(
        "practiceCases",
        "Only 1 practice case is offered: make more first, or ask for fewer",
      ),
    );
    must(await offerPracticeCase(lead, 1, false));
    expect(await saveRequirement(lead, one)).toEqual(
      refusal("practiceCases", "No practice case is offered yet: make one first"),
    );
    await practiceCaseFor(lead);
    must(await saveRequirement(lead, one));
  });

  test("is for leads to set, and to read", async () => {
    expect(await saveRequirement(ann, one)).toEqual(notFound);
    must(await saveRequirement(lead, one));
    expect(await getRequirement(ann)).toBeNull();
  });
});

describe("a coder who has not practised", () => {
  test("cannot begin a case, and is told so; nothing is stored", async () => {
    const ratings = await ratingsFrom(ann, "2016-01", "3210000000000");
    must(await saveRequirement(lead, one));
    expect(await getDraft(ann, "2016-01")).toBeNull();
    expect(await waitsForPractice(ann, "2016-01")).toBe(true);
    expect(await saveDraft(ann, "2016-01", 0, ratings)).toEqual(
      refusal(
        "practice",
        "Your team now asks for practice before a case is begun. What you typed is still here, and has not been saved: leave this page open, go to Practice in another tab, then try again here.",
      ),
    );
    expect((await submitRatings(ann, "2016-01", 0)).kind).toBe("refused");
    expect(count("drafts")).toBe(0);
  });

  test("goes on with a case that they have begun, to the end", async () => {
    const ratings = await ratingsFrom(ann, "2016-01", "3210000000000");
    must(await saveDraft(ann, "2016-01", 0, await ratingsFrom(ann, "2016-01", "3------------")));
    await caseFor(lead, "2016-02", [ann, bob]);
    must(await saveRequirement(lead, one));
    expect(await waitsForPractice(ann, "2016-01")).toBe(false);
    must(await saveDraft(ann, "2016-01", 1, ratings));
    must(await submitRatings(ann, "2016-01", 2));
    must(await takeBackSubmission(ann, "2016-01"));
    expect((await getDraft(ann, "2016-01"))?.revision).toBe(2);
    expect(await waitsForPractice(ann, "2016-02")).toBe(true);
  });

  test("keeps the case, and can hand it back", async () => {
    must(await saveRequirement(lead, one));
    expect((await listWork(ann)).map(({ verb, reference }) => [verb, reference])).toEqual([
      ["rate", "2016-01"],
    ]);
    must(await handBackCase(ann, "2016-01"));
    expect(await waitsForPractice(ann, "2016-01")).toBe(false);
  });

  test("begins once they have reached it", async () => {
    must(await saveRequirement(lead, one));
    await practise(ann, 1, "3210000000000");
    expect(await waitsForPractice(ann, "2016-01")).toBe(false);
    await rateAndSubmit(ann, "2016-01", "3210000000000");
    expect(await waitsForPractice(bob, "2016-01")).toBe(true);
  });

  test("does not wait for practice with a case that is not theirs, or that is submitted", async () => {
    await caseFor(lead, "2016-02", [lead, bob]);
    await rateAndSubmit(bob, "2016-02", "3210000000000");
    must(await saveRequirement(lead, one));
    expect(await waitsForPractice(ann, "2016-02")).toBe(false);
    expect(await waitsForPractice(bob, "2016-02")).toBe(false);
    expect(await waitsForPractice(ann, "2016-09")).toBe(false);
  });
});

describe("what counts", () => {
  test("is a practice case with enough of the reference levels: 11 of 13 for 80%", async () => {
    must(await saveRequirement(lead, one));
    await practise(ann, 1, "3000000000000");
    await practise(bob, 1, "0000000000000");
    expect(await getPracticeStanding(ann)).toEqual({ requirement: one, reached: 1, met: true });
    expect(await getPracticeStanding(bob)).toEqual({ requirement: one, reached: 0, met: false });
  });

  test("is as many practice cases as are asked for, each of them by itself", async () => {
    await practiceCaseFor(lead);
    await practiceCaseFor(lead);
    const two = { cases: 2, percent: 100 };
    must(await saveRequirement(lead, two));
    await practise(ann, 1, "3210000000000");
    await practise(ann, 2, "3110000000000");
    expect(await getPracticeStanding(ann)).toEqual({ requirement: two, reached: 1, met: false });
    await practise(ann, 3, "3210000000000");
    expect(await getPracticeStanding(ann)).toEqual({ requirement: two, reached: 2, met: true });
  });

  test("is what was reached: a case that is changed or withdrawn later counts as before", async () => {
    must(await saveRequirement(lead, one));
    await practise(ann, 1, "3210000000000");
    must(await changePracticeCase(lead, 1, 1, practiceContent("0000000000000")));
    await practiceCaseFor(lead);
    must(await offerPracticeCase(lead, 1, false));
    expect(await getPracticeStanding(ann)).toMatchObject({ met: true });
  });

  test("keeps the practice cases that it needs from being withdrawn", async () => {
    must(await saveRequirement(lead, one));
    expect(await offerPracticeCase(lead, 1, false)).toEqual(
      refusal(
        "",
        "Your team requires as many practice cases as are offered. Make another first, or ask for fewer in Settings.",
      ),
    );
    await practiceCaseFor(lead);
    must(await offerPracticeCase(lead, 1, false));
    must(await offerPracticeCase(lead, 1, true));
    must(await saveRequirement(lead, { ...one, cases: 2 }));
    expect(await offerPracticeCase(lead, 2, false)).toMatchObject({ kind: "refused" });
    must(await saveRequirement(lead, null));
    must(await offerPracticeCase(lead, 2, false));
  });

  test("holds for no lead, and nobody else has a standing", async () => {
    must(await saveRequirement(lead, one));
    await rateAndSubmit(lead, "2016-01", "3210000000000");
    expect(await getPracticeStanding(lead)).toBeNull();
    expect(await getPracticeStanding(await person("Olga", "analyst"))).toBeNull();
  });

  test("holds for somebody who is no coder any more", async () => {
    must(await saveRequirement(lead, one));
    const admin = await person("Ada", "admin");
    must(await saveAccount(admin, ann.id, { roles: ["analyst"], active: true }));
    const former = await viewerOf(ann.id);
    expect(former && (await getDraft(former, "2016-01"))).toBeNull();
  });

  test("is nothing where nothing is required", async () => {
    expect(await getPracticeStanding(ann)).toBeNull();
  });
});

describe("who has yet to practise", () => {
  test("is told to leads: coders who do not lead and have not reached it", async () => {
    expect(await listYetToPractise(lead)).toEqual([]);
    must(await saveRequirement(lead, one));
    expect(await listYetToPractise(lead)).toEqual([ann.id, bob.id]);
    await practise(ann, 1, "3210000000000");
    await practise(bob, 1, "0000000000000");
    expect(await listYetToPractise(lead)).toEqual([bob.id]);
    expect(await listYetToPractise(bob)).toEqual([]);
  });
});
