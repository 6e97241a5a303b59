import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { assignCoders, goOnWithout } from "../assignments/assignments";
import { handBackCase } from "../assignments/handing-back";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { listOwnDifferences } from "../dataset/own-differences";
import {
  agreeEverything,
  caseFor,
  commit,
  exported,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { ratingsGiven } from "../ratings/given-ratings";
import { holdOpening, openCase } from "../ratings/opening";
import { getOwnSubmission, takeBackSubmission } from "../ratings/ratings";
import { acceptAllTheSame } from "../reconciliation/decisions";
import { makePrecedent } from "../reconciliation/disagreements";
import { listPrecedents } from "../reconciliation/precedents";
import { getReconciliation } from "../reconciliation/reconciliations";
import { reader } from "../store/store";
import { draftAgain, readAgain, secondLookAt } from "./second-look.fixtures";
import { getSecondLook, keysToReadAgain, saveSecondLook } from "./second-look-drafts";
import {
  beginSecondLook,
  endSecondLook,
  getOwnSecondLook,
  levelsDiffered,
  submitSecondLook,
} from "./second-looks";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
let number = 0;
const newCase = (...coders: Viewer[]) => caseFor(lead, `2016-${++number}`, coders);
const notFound = { kind: "not_found" };
const stageOf = async (reference: string) => (await getCase(lead, reference))?.stage;
const keysOf = async (viewer: Viewer, reference: string) =>
  (await getSecondLook(viewer, reference))?.factors.map((factor) => factor.key);
const sql = (text: string, ...values: unknown[]) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(text).run(...values));
const idOf = (reference: string) =>
  pastTheProgram(study.dataDir, (db) =>
    String(db.prepare("select id from cases where reference = ?").pluck().get(reference)),
  );

/** A case in its second look: Ann and Bob differ on neglect and emotional abuse. */
async function inSecondLook(): Promise<string> {
  const reference = await newCase(ann, bob);
  await secondLookAt(lead, reference, [
    [ann, "3210000000000"],
    [bob, "1010000000000"],
  ]);
  return reference;
}

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cy = await person("Cy", "coder");
});
afterAll(() => study.end());

describe("before the case opens", () => {
  test("a case that is held waits for a lead, who opens it without a second look", async () => {
    const reference = await newCase(ann, bob);
    expect((await getCase(lead, reference))?.willWait).toBe(false);
    must(await holdOpening(lead, reference));
    expect(await holdOpening(lead, reference)).toEqual(notFound);
    await rateAndSubmit(ann, reference, "3210000000000");
    expect((await getCase(lead, reference))?.willWait).toBe(true);
    expect((await getCase(ann, reference))?.willWait).toBe(false);
    expect(await openCase(lead, reference)).toEqual(notFound);
    expect(await beginSecondLook(lead, reference)).toEqual(notFound);
    await rateAndSubmit(bob, reference, "1010000000000");
    expect(await stageOf(reference)).toBe("waiting");
    expect((await getCase(lead, reference))?.willWait).toBe(false);
    expect(await getReconciliation(lead, reference)).toBeNull();
    must(await openCase(lead, reference));
    expect(await stageOf(reference)).toBe("open");
    expect((await getReconciliation(ann, reference))?.secondLook).toBeNull();
    expect(await beginSecondLook(lead, reference)).toEqual(notFound);
    expect((await listHistory(ann, reference))?.at(-1)).toMatchObject({
      who: "Lena",
      action: "opened the case",
    });
  });

  test("a submission that was taken back just before keeps a second look from beginning", async () => {
    const reference = await newCase(ann, bob);
    must(await holdOpening(lead, reference));
    await rateAndSubmit(ann, reference, "3210000000000");
    await rateAndSubmit(bob, reference, "1010000000000");
    must(await takeBackSubmission(bob, reference));
    expect(await beginSecondLook(lead, reference)).toEqual(notFound);
    await rateAndSubmit(bob, reference, "3210000000000");
    must(await beginSecondLook(lead, reference));
    // What he gave before does not count any more.
    expect(await keysOf(bob, reference)).toEqual([]);
    expect(await takeBackSubmission(bob, reference)).toEqual(notFound);
    expect(await beginSecondLook(lead, reference)).toEqual(notFound);
  });

  test("each coder is told the same factors, in the order of the codebook, and nobody else is", async () => {
    const reference = await inSecondLook();
    const differing = ["neglect", "emotional_abuse"];
    expect(await keysOf(ann, reference)).toEqual(differing);
    expect(await keysOf(bob, reference)).toEqual(differing);
    expect(await getSecondLook(lead, reference)).toBeNull();
    expect(await getSecondLook(cy, reference)).toBeNull();
    expect(await keysToReadAgain(reader(), lead, idOf(reference))).toEqual([]);
    expect(await getReconciliation(lead, reference)).toBeNull();
    expect(await stageOf(reference)).toBe("second_look");
  });

  test("a coder begins with their own words and no level, and what they save is theirs", async () => {
    const reference = await newCase(ann, bob);
    must(await holdOpening(lead, reference));
    await rateAndSubmit(ann, reference, "3210000000000", "Page 4");
    await rateAndSubmit(bob, reference, "1210000000000", "Page 9");
    must(await beginSecondLook(lead, reference));
    const words = { note: "Page 4", unsure: false, themes: [], description: "" };
    const look = await getSecondLook(ann, reference);
    expect(look?.ratings).toEqual({ neglect: { ...words, level: null } });
    expect(look?.first.neglect).toMatchObject({ level: "high", note: "Page 4" });
    await draftAgain(ann, reference, { neglect: { level: "low", unsure: true } });
    expect((await getSecondLook(ann, reference))?.ratings).toEqual({
      neglect: { ...words, level: "low", unsure: true },
    });
    expect((await getSecondLook(bob, reference))?.ratings.neglect?.level).toBeNull();
  });

  test("its coders stay as they are: nobody is added, released, or hands it back", async () => {
    const reference = await inSecondLook();
    expect(await assignCoders(lead, reference, [cy.id])).toEqual(notFound);
    expect(await goOnWithout(lead, reference, bob.id, "Ill")).toEqual(notFound);
    expect(await handBackCase(bob, reference)).toEqual(notFound);
    expect(await openCase(lead, reference)).toEqual(notFound);
  });
});

describe("saving and submitting", () => {
  const words = { note: "", unsure: false, themes: [], description: "" };
  const both = {
    neglect: { ...words, level: "low" },
    emotional_abuse: { ...words, level: "medium" },
  };

  test("takes the factors to read again, and no others", async () => {
    const reference = await inSecondLook();
    const wrong = { ...both, physical_abuse: { ...words, level: "low" } };
    expect((await saveSecondLook(ann, reference, 1, wrong)).kind).toBe("refused");
    const odd = { ...both, neglect: { ...words, level: "very_high" } };
    expect(await saveSecondLook(ann, reference, 1, odd)).toEqual(
      refusal("neglect.level", "Select a level for Neglect"),
    );
    expect(await saveSecondLook(cy, reference, 1, both)).toEqual(notFound);
    expect(await saveSecondLook(lead, reference, 1, both)).toEqual(notFound);
    expect(must(await saveSecondLook(ann, reference, 1, both)).revision).toBe(2);
  });

  test("does not overwrite what another window saved", async () => {
    const reference = await inSecondLook();
    must(await saveSecondLook(ann, reference, 1, both));
    const other = { ...both, neglect: { ...words, level: "high" } };
    expect(await saveSecondLook(ann, reference, 1, other)).toEqual(
      refusal(
        "revision",
        "This second look was changed in another tab or window. What you typed here has not been saved.",
      ),
    );
    expect(must(await saveSecondLook(ann, reference, 1, both)).revision).toBe(2);
    expect(await submitSecondLook(ann, reference, 1)).toEqual(
      refusal(
        "revision",
        "Your second look was changed in another tab or window since you opened this page. Check it again.",
      ),
    );
  });

  test("needs a level for each factor, and happens once", async () => {
    const reference = await inSecondLook();
    expect(await submitSecondLook(ann, reference, 1)).toEqual({
      kind: "refused",
      problems: [
        { field: "neglect.level", message: "Select a level for Neglect" },
        { field: "emotional_abuse.level", message: "Select a level for Emotional abuse" },
      ],
    });
    expect(await getOwnSecondLook(ann, reference)).toBeNull();
    const before = new Date().toISOString();
    await readAgain(ann, reference, { neglect: { level: "medium", note: "Page 6" } });
    const { submittedAt = "" } = (await getOwnSecondLook(ann, reference)) ?? {};
    expect(submittedAt >= before).toBe(true);
    expect((await getOwnSecondLook(ann, reference))?.ratings).toMatchObject({
      neglect: { level: "medium", note: "Page 6" },
      emotional_abuse: { level: "medium" },
    });
    expect(await getOwnSecondLook(bob, reference)).toBeNull();
    expect(await submitSecondLook(ann, reference, 2)).toEqual(notFound);
    expect(await saveSecondLook(ann, reference, 2, both)).toEqual(notFound);
    expect((await getOwnSubmission(ann, reference))?.ratings.neglect?.level).toBe("high");
    expect(await stageOf(reference)).toBe("second_look");
  });

  test("is submitted at a time of one’s own", async () => {
    const reference = await inSecondLook();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00.000Z") });
    try {
      await readAgain(ann, reference);
      vi.setSystemTime(new Date("2016-10-15T09:00:00.000Z"));
      await readAgain(bob, reference);
    } finally {
      vi.useRealTimers();
    }
    expect((await getOwnSecondLook(ann, reference))?.submittedAt.slice(0, 10)).toBe("2016-10-14");
    expect((await getOwnSecondLook(bob, reference))?.submittedAt.slice(0, 10)).toBe("2016-10-15");
  });
});

describe("once it has opened", () => {
  const held = async (reference: string) => {
    const given = await ratingsGiven(reader(), lead, idOf(reference));
    return given
      .filter(({ factor }) => factor === "neglect")
      .map(({ level, first }) => [level, first?.level])
      .sort();
  };

  test("the room has what coders hold now, the first beside it, and how many levels differ", async () => {
    const reference = await inSecondLook();
    await readAgain(ann, reference, { neglect: { level: "medium", note: "Page 6" } });
    await readAgain(bob, reference, { emotional_abuse: { level: "medium" } });
    expect(await stageOf(reference)).toBe("open");
    expect(await held(reference)).toEqual([
      ["low", "low"],
      ["medium", "high"],
    ]);
    const room = await getReconciliation(lead, reference);
    expect(room?.secondLook).toEqual({ before: 2, after: 1 });
    const untouched = room?.rows.find(({ factor }) => factor.key === "physical_abuse");
    expect(untouched?.ratings.map(({ first }) => first)).toEqual([null, null]);
    expect(await getSecondLook(ann, reference)).toBeNull();
    expect(must(await acceptAllTheSame(lead, reference)).accepted).toBe(12);
  });

  test("first submissions stay as they are, and nothing of a second look is in an export", async () => {
    const reference = await inSecondLook();
    await readAgain(ann, reference, { neglect: { level: "medium", note: "A second note" } });
    await readAgain(bob, reference);
    expect((await getOwnSubmission(ann, reference))?.ratings.neglect).toMatchObject({
      level: "high",
      note: "",
    });
    await agreeEverything(lead, reference);
    await commit(lead, reference);
    for (const file of ["agreed-ratings.csv", "agreed-ratings-long.csv"] as const)
      expect(await exported(lead, file)).not.toContain("A second note");
  });

  test("a precedent tells the levels held after it, and each coder sees what became of their first", async () => {
    const reference = await inSecondLook();
    await readAgain(ann, reference, {
      neglect: { level: "medium" },
      emotional_abuse: { level: "low" },
    });
    await readAgain(bob, reference);
    await agreeEverything(lead, reference);
    await commit(lead, reference);
    must(await makePrecedent(lead, reference, { factor: "neglect", summary: "Missed visits" }));
    const [precedent] = (await listPrecedents(lead, {})) ?? [];
    expect(precedent?.given).toEqual(["low", "medium"]);
    const found = await listOwnDifferences(ann, reference);
    expect(found?.rows.map(({ factor, own }) => `${factor} ${own}`)).toEqual([
      "emotional_abuse medium",
    ]);
  });

  test("a lead ends it without a coder, for a reason, and what that coder gave first stands", async () => {
    const reference = await inSecondLook();
    await readAgain(ann, reference, { neglect: { level: "medium" } });
    await draftAgain(bob, reference, { neglect: { level: "medium" } });
    expect(await endSecondLook(ann, reference, "Bob is away")).toEqual(notFound);
    expect(await endSecondLook(lead, reference, " ")).toEqual(
      refusal("reason", "Enter a reason for ending the second look"),
    );
    expect(await endSecondLook(lead, reference, "x".repeat(4001))).toEqual(
      refusal("reason", "Shorten the reason to 4,000 characters"),
    );
    must(await endSecondLook(lead, reference, " Bob is away "));
    expect(await stageOf(reference)).toBe("open");
    expect(await held(reference)).toEqual([
      ["low", undefined],
      ["medium", "high"],
    ]);
    expect(await getSecondLook(bob, reference)).toBeNull();
    expect(await endSecondLook(lead, reference, "Again")).toEqual(notFound);
    const told = (await listHistory(ann, reference))?.slice(-2);
    expect(told?.map(({ who, action, reason }) => [who, action, reason])).toEqual([
      ["Lena", "ended the second look", "Bob is away"],
      ["Lena", "opened the case", ""],
    ]);
  });

  test("a coder who joins then is told no reason, no factor and no figure before they submit", async () => {
    const reference = await inSecondLook();
    await readAgain(ann, reference, { neglect: { level: "low" } });
    must(await endSecondLook(lead, reference, "Bob is away"));
    must(await assignCoders(lead, reference, [cy.id]));
    const reasons = async (viewer: Viewer) =>
      (await listHistory(viewer, reference))?.map(({ reason }) => reason).join("");
    const id = idOf(reference);
    for (const viewer of [cy, ann, lead]) {
      expect(await reasons(viewer)).toBe("");
      expect(await keysToReadAgain(reader(), viewer, id)).toEqual([]);
      expect(await levelsDiffered(reader(), viewer, id, [])).toBeNull();
      expect(await getSecondLook(viewer, reference)).toBeNull();
    }
    await rateAndSubmit(cy, reference, "0000000000000");
    expect(await reasons(cy)).toBe("Bob is away");
    // Between those who took part: the third coder, who differs on both factors, did not.
    expect((await getReconciliation(cy, reference))?.secondLook).toEqual({ before: 2, after: 1 });
  });

  test("where levels differ nowhere it is gone through all the same, so that beginning says nothing", async () => {
    const reference = await newCase(ann, bob);
    await secondLookAt(lead, reference, [
      [ann, "3210000000000"],
      [bob, "3210000000000"],
    ]);
    expect(await stageOf(reference)).toBe("second_look");
    expect(await keysOf(ann, reference)).toEqual([]);
    await readAgain(ann, reference);
    await readAgain(bob, reference);
    expect((await getOwnSecondLook(ann, reference))?.ratings).toEqual({});
    expect((await getReconciliation(ann, reference))?.secondLook).toEqual({ before: 0, after: 0 });
  });
});

describe("the database itself", () => {
  const now = "2016-01-01T00:00:00.000Z";
  const assignmentOf = (reference: string) =>
    `(select a.id from assignments a join cases c on c.id = a.case_id
      where c.reference = '${reference}' order by a.id limit 1)`;

  test("freezes first submissions when the second look begins", async () => {
    const reference = await inSecondLook();
    const takeBack = `insert into submissions_taken_back
      select s.id, '${now}' from rating_submissions s where s.case_id = ?`;
    expect(() => sql(takeBack, idOf(reference))).toThrow(
      "the second look has begun: first submissions are frozen",
    );
  });

  test("takes a second look before the case opens, and not afterwards", async () => {
    const reference = await newCase(ann, bob);
    await rateAndSubmit(ann, reference, "3210000000000");
    const begin = `insert into second_looks values (?, '${now}', null)`;
    await rateAndSubmit(bob, reference, "3210000000000");
    expect(() => sql(begin, idOf(reference))).toThrow(
      "the case has opened: it has no second look any more",
    );
    const submit = (one: string) =>
      sql(`insert into second_look_submissions values (${assignmentOf(one)}, '${now}')`);
    expect(() => submit(reference)).toThrow("no second look is under way");
    const ended = await inSecondLook();
    must(await endSecondLook(lead, ended, "Away"));
    expect(() => submit(ended)).toThrow("no second look is under way");
  });

  test("takes a rating of a factor that is to be read again, and of no other", async () => {
    const reference = await inSecondLook();
    await readAgain(ann, reference);
    const rate = `insert into second_look_ratings
      (assignment_id, codebook_version, factor, level, unsure, themes)
      select assignment_id, codebook_version, 'physical_abuse', 'low', 0, '[]'
      from second_look_ratings where assignment_id in
        (select id from assignments where case_id = ?) limit 1`;
    expect(() => sql(rate, idOf(reference))).toThrow("this factor is not to be read again");
  });
});
