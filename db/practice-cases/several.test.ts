import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { unrated } from "@/domain/ratings/ratings";
import { changeRecord } from "../cases/case-records";
import { caseFor, must, person, saveAccount, temporaryStudy } from "../fixtures";
import { type Viewer, viewerOf } from "../people/people";
import { reader } from "../store/store";
import { getPracticeCase, referencesOf } from "./cases";
import { getPracticeComparison } from "./comparison";
import { getPracticeDraft, savePracticeDraft } from "./drafts";
import { changePracticeCase, makePracticeCase } from "./make";
import { practiceCaseFor, practiceContent, practise, saveRequirement } from "./practice.fixtures";
import { waitsForPractice } from "./requirement";
import { practisedIn } from "./results";

/* Practice cases, coders and revisions beside each other: each is told its own. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;

const second = practiceContent("0000000000000", "Nobody was at home.");

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  await practiceCaseFor(lead);
  must(await makePracticeCase(lead, second));
});
afterEach(() => study.end());

describe("of several practice cases", () => {
  test("each has its own text and its own revisions", async () => {
    must(await changePracticeCase(lead, 1, 1, practiceContent("3210000000000", "Three calls.")));
    expect(await getPracticeCase(lead, 1)).toMatchObject({ revision: 2, text: "Three calls." });
    expect(await getPracticeCase(lead, 2)).toMatchObject({ revision: 1, text: second.text });
    expect((await getPracticeDraft(ann, 1))?.text).toBe("Three calls.");
    expect((await getPracticeDraft(ann, 2))?.text).toBe(second.text);
  });

  test("and each coder their own result and notes, and the text that they read", async () => {
    await practise(ann, 1, "3210000000000", "of Ann, the first");
    await practise(ann, 2, "3210000000000", "of Ann, the second");
    await practise(bob, 2, "0000000000000", "of Bob, the second");
    must(await changePracticeCase(lead, 1, 1, practiceContent("3210000000000", "Three calls.")));
    await practise(bob, 1, "0000000000000", "of Bob, the first");
    const told = async (who: Viewer, number: number) => {
      const { text, notes, result } = (await getPracticeComparison(who, number)) ?? {};
      return [text, notes?.neglect, result?.same];
    };
    expect(await told(ann, 1)).toEqual([
      "The health visitor called twice.",
      "of Ann, the first",
      13,
    ]);
    expect(await told(ann, 2)).toEqual([second.text, "of Ann, the second", 10]);
    expect(await told(bob, 1)).toEqual(["Three calls.", "of Bob, the first", 10]);
    expect(await told(bob, 2)).toEqual([second.text, "of Bob, the second", 13]);
  });

  test("a lead compares with none of them", async () => {
    await practise(ann, 1, "3210000000000");
    expect(await getPracticeComparison(lead, 1)).toBeNull();
  });

  test("whoever wrote one when they led the study rates those that others wrote", async () => {
    const other = await person("Lea", "lead");
    await practiceCaseFor(other);
    const admin = await person("Ada", "admin");
    must(await saveAccount(admin, lead.id, { roles: ["coder"], active: true }));
    const former = await viewerOf(lead.id);
    const texts = [];
    for (const number of [1, 2, 3])
      texts.push(former && (await getPracticeDraft(former, number))?.text);
    expect(texts).toEqual([undefined, undefined, "The health visitor called twice."]);
  });
});

test("references are read for leads, and for whoever has submitted that practice case", async () => {
  await practise(ann, 1, "3210000000000");
  const counts = [];
  for (const who of [lead, ann, bob, await person("Olga", "analyst")])
    for (const number of [1, 2])
      counts.push(Object.keys(await referencesOf(reader(), who, number, 1)).length);
  expect(counts).toEqual([13, 13, 13, 0, 0, 0, 0, 0]);
});

test("whoever codes no more is told nothing of what they practised, whoever asks for it", async () => {
  await practise(ann, 1, "3210000000000");
  const admin = await person("Ada", "admin");
  must(await saveAccount(admin, ann.id, { roles: ["analyst"], active: true }));
  const former = await viewerOf(ann.id);
  if (!former) throw new Error("Ann is not there");
  expect(await practisedIn(reader(), former)).toEqual([]);
  expect(await referencesOf(reader(), former, 1, 1)).toEqual({});
});

test("nothing saved is never taken for a save whose answer was lost", async () => {
  const nothing = Object.fromEntries(
    readCodebook(firstCodebook).factors.map(({ key }) => [key, unrated]),
  );
  const from = { revision: 4, textRevision: 1 };
  expect((await savePracticeDraft(ann, 1, from, nothing)).kind).toBe("refused");
});

test("a case that is left out of the analysis waits for nobody’s practice", async () => {
  await caseFor(lead, "2016-01", [ann, bob]);
  must(await saveRequirement(lead, { cases: 1, percent: 80 }));
  expect(await waitsForPractice(ann, "2016-01")).toBe(true);
  must(
    await changeRecord(lead, "2016-01", {
      section: "analysis",
      facts: { included: false, exclusionReason: "Withdrawn" },
      seenRevision: 1,
      reason: "Withdrawn",
      confirmed: true,
    }),
  );
  expect(await waitsForPractice(ann, "2016-01")).toBe(false);
});
