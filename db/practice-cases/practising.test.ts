import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { notFound } from "@/domain/outcome";
import { must, person, ratingsUnder, refusal, saveAccount, temporaryStudy } from "../fixtures";
import { commandLineViewer, type Viewer, viewerOf } from "../people/people";
import { getPracticeCase } from "./cases";
import { getPracticeComparison } from "./comparison";
import { getPracticeDraft, savePracticeDraft } from "./drafts";
import { listPracticeCases } from "./list";
import { changePracticeCase, offerPracticeCase } from "./make";
import { draftPractice, practiceCaseFor, practiceContent, practise } from "./practice.fixtures";
import { listPracticeResults } from "./results";
import { submitPracticeRatings } from "./submissions";

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
});
afterEach(() => study.end());

const ratings = ratingsUnder(readCodebook(firstCodebook), "3110000000000");
const start = { revision: 0, textRevision: 1 };

describe("rating a practice case", () => {
  test("begins with what there is to read and nothing else, and is saved as it goes", async () => {
    const draft = await getPracticeDraft(ann, 1);
    expect(draft).toMatchObject({
      ...{ number: 1, text: "The health visitor called twice.", textRevision: 1 },
      ...{ revision: 0, savedAt: null, changedSince: false },
    });
    expect(JSON.stringify(draft)).not.toContain("Why it is this");
    const saved = must(await savePracticeDraft(ann, 1, start, ratings));
    expect(saved.revision).toBe(1);
    expect(await getPracticeDraft(ann, 1)).toMatchObject({ ratings, revision: 1 });
  });

  test("keeps what each person rates to themselves", async () => {
    await draftPractice(ann, 1, "3110000000000", "the kestrel note");
    await draftPractice(bob, 1, "0000000000000");
    expect((await getPracticeDraft(ann, 1))?.ratings.neglect?.level).toBe("high");
    expect((await getPracticeDraft(bob, 1))?.ratings.neglect?.level).toBe("not_indicated");
    await practise(bob, 1, "0000000000000");
    const told = [
      await getPracticeDraft(bob, 1),
      await getPracticeComparison(bob, 1),
      await listPracticeCases(bob),
      await listPracticeResults(lead),
    ];
    expect(JSON.stringify(told)).not.toContain("kestrel");
  });

  test("takes the codebook’s levels and no others", async () => {
    const { neglect: _, ...missing } = ratings;
    const wrong = { ...ratings, neglect: { ...ratings.neglect, level: "currently" } };
    expect(await savePracticeDraft(ann, 1, start, wrong)).toEqual(
      refusal("neglect.level", "Select a level for Neglect"),
    );
    expect((await savePracticeDraft(ann, 1, start, missing)).kind).toBe("refused");
  });

  test("refuses what another tab has changed, and takes what was lost on the way again", async () => {
    const first = must(await savePracticeDraft(ann, 1, start, ratings));
    expect(await savePracticeDraft(ann, 1, start, ratings)).toEqual({
      kind: "done",
      value: first,
    });
    const other = ratingsUnder(readCodebook(firstCodebook), "0000000000000");
    expect(await savePracticeDraft(ann, 1, start, other)).toEqual(
      refusal(
        "revision",
        "This practice case was changed in another tab or window. What you typed here has not been saved.",
      ),
    );
    expect(await savePracticeDraft(bob, 1, { ...start, revision: 4 }, other)).toMatchObject({
      kind: "refused",
    });
  });

  test("is not of a text that there is not yet", async () => {
    expect(await savePracticeDraft(ann, 1, { ...start, textRevision: 2 }, ratings)).toEqual(
      notFound,
    );
  });

  test("is for coders who do not lead", async () => {
    const analyst = await person("Olga", "analyst", "admin");
    for (const who of [lead, analyst, commandLineViewer()]) {
      expect(await getPracticeDraft(who, 1)).toBeNull();
      expect(await savePracticeDraft(who, 1, start, ratings)).toEqual(notFound);
      expect(await submitPracticeRatings(who, 1, 1)).toEqual(notFound);
    }
  });

  test("is not for whoever wrote it when they led the study", async () => {
    const admin = await person("Ada", "admin");
    must(await saveAccount(admin, lead.id, { roles: ["coder"], active: true }));
    const former = await viewerOf(lead.id);
    expect(former && (await getPracticeDraft(former, 1))).toBeNull();
    expect(former && (await listPracticeCases(former))).toEqual([]);
  });

  test("ends when the case is withdrawn, and there is none that was never made", async () => {
    await draftPractice(ann, 1, "3110000000000");
    must(await offerPracticeCase(lead, 1, false));
    expect(await getPracticeDraft(ann, 1)).toBeNull();
    expect(await submitPracticeRatings(ann, 1, 1)).toEqual(notFound);
    expect(await getPracticeDraft(ann, 2)).toBeNull();
  });
});

describe("submitting a practice case", () => {
  test("shows where one differs and why, and how far", async () => {
    await practise(ann, 1, "3110000000000", "Page 4");
    const comparison = await getPracticeComparison(ann, 1);
    expect(comparison).toMatchObject({
      ...{ number: 1, revision: 1, text: "The health visitor called twice." },
      result: { factors: 13, same: 12, withinOne: 13, higher: 0, lower: 1 },
    });
    expect(comparison?.compared.filter(({ gap }) => gap !== 0)).toEqual([
      {
        ...{ factor: "emotional_abuse", given: "low", reference: "medium" },
        ...{ difference: "one_apart", gap: -1 },
      },
    ]);
    expect(comparison?.references.emotional_abuse).toEqual({
      level: "medium",
      reason: "Why it is this for Emotional abuse",
    });
    expect(comparison?.notes.emotional_abuse).toBe("Page 4");
  });

  test("is done once", async () => {
    await practise(ann, 1, "3110000000000");
    expect(await getPracticeDraft(ann, 1)).toBeNull();
    expect(await savePracticeDraft(ann, 1, { revision: 1, textRevision: 1 }, ratings)).toEqual(
      notFound,
    );
    expect(await submitPracticeRatings(ann, 1, 1)).toEqual(notFound);
  });

  test("needs all 13 levels", async () => {
    const revision = await draftPractice(ann, 1, "311000000000-");
    expect(await submitPracticeRatings(ann, 1, revision)).toEqual(
      refusal("other.level", "Select a level for Other"),
    );
  });

  test("is of what was checked", async () => {
    await draftPractice(ann, 1, "3110000000000");
    await draftPractice(ann, 1, "3210000000000");
    expect(await submitPracticeRatings(ann, 1, 1)).toEqual(
      refusal(
        "revision",
        "Your ratings were changed in another tab or window since you opened this page. Check them again.",
      ),
    );
  });

  test("is of the text that was read: once a lead changes it, it is read again", async () => {
    await draftPractice(ann, 1, "3110000000000");
    const changed = practiceContent("0110000000000", "The health visitor called three times.");
    must(await changePracticeCase(lead, 1, 1, changed));
    expect(await getPracticeDraft(ann, 1)).toMatchObject({
      ...{ text: "The health visitor called three times.", changedSince: true, revision: 1 },
    });
    expect(await submitPracticeRatings(ann, 1, 1)).toEqual(
      refusal(
        "revision",
        "A lead has changed this practice case since you last saved. Go back to the ratings and read it again.",
      ),
    );
    await practise(ann, 1, "3110000000000");
    expect((await getPracticeComparison(ann, 1))?.result.same).toBe(12);
  });

  test("gives a result that stays what it was when the case is changed", async () => {
    await practise(ann, 1, "3210000000000");
    const changed = practiceContent("0000000000000", "The health visitor never called.");
    must(await changePracticeCase(lead, 1, 1, changed));
    const comparison = await getPracticeComparison(ann, 1);
    expect(comparison).toMatchObject({
      ...{ revision: 1, text: "The health visitor called twice.", result: { same: 13 } },
    });
    expect(comparison?.references.neglect?.level).toBe("high");
  });
});

describe("the reference levels and what others gave", () => {
  const whatIsTold = async (viewer: Viewer) => ({
    case: await getPracticeCase(viewer, 1),
    comparison: await getPracticeComparison(viewer, 1),
    results: await listPracticeResults(viewer),
  });

  test("are told to nobody but leads before they have submitted it themselves", async () => {
    await practise(ann, 1, "3110000000000");
    const analyst = await person("Olga", "analyst");
    const admin = await person("Ada", "admin");
    for (const who of [bob, analyst, admin])
      expect(await whatIsTold(who)).toEqual({ case: null, comparison: null, results: null });
    expect(await listPracticeCases(bob)).toEqual([
      { number: 1, offered: true, toRate: true, begun: false, result: null },
    ]);
    for (const who of [analyst, admin]) expect(await listPracticeCases(who)).toBeNull();
  });

  test("afterwards one’s own alone", async () => {
    await practise(ann, 1, "3110000000000");
    await practise(bob, 1, "0000000000000");
    expect((await getPracticeComparison(bob, 1))?.result.same).toBe(10);
    expect(await listPracticeCases(bob)).toMatchObject([{ number: 1, result: { same: 10 } }]);
    expect(await getPracticeCase(bob, 1)).toBeNull();
    expect(await listPracticeResults(bob)).toBeNull();
  });

  test("of one practice case do not tell of another", async () => {
    await practiceCaseFor(lead, "0000000000000");
    await practise(ann, 1, "3210000000000");
    expect(await getPracticeComparison(ann, 2)).toBeNull();
    expect((await getPracticeComparison(ann, 1))?.number).toBe(1);
    await practise(ann, 2, "0000000000000");
    expect((await getPracticeComparison(ann, 2))?.result.same).toBe(13);
    expect((await listPracticeCases(ann))?.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("leads see with who gave what, oldest first", async () => {
    await practise(bob, 1, "0000000000000");
    await practise(ann, 1, "3110000000000");
    const results = await listPracticeResults(lead);
    expect(results?.map(({ name, number, result }) => [name, number, result.same])).toEqual([
      ["Bob", 1, 10],
      ["Ann", 1, 12],
    ]);
    expect(await listPracticeCases(lead)).toEqual([
      { number: 1, offered: true, toRate: false, begun: false, result: null },
    ]);
  });

  test("a coder who stopped being one is told no more", async () => {
    await practise(ann, 1, "3110000000000");
    const admin = await person("Ada", "admin");
    must(await saveAccount(admin, ann.id, { roles: ["analyst"], active: true }));
    const former = await viewerOf(ann.id);
    expect(former && (await getPracticeComparison(former, 1))).toBeNull();
  });
});
