import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CaseDraft } from "@/domain/import/draft";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { draftOf, finishedDraft, imported, levelsFrom } from "./drafts.fixtures";
import { reviewDrafts } from "./review";

/* What a file says of a case of the study beside its levels, and is not taken, is named. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const levels = levelsFrom("3210000000000");
const decided = (reason: string) => ({
  neglect: { way: "lead_decision", reason, tags: ["borderline"] } as const,
});
const coderA = {
  coder: "A",
  levels,
  joinedLater: false,
  saysUnsure: true,
  first: { neglect: { level: "high", note: "Page 4", unsure: true } },
  second: { neglect: { level: "medium", note: "Page 5", unsure: false } },
  dissents: { neglect: "Page 6" },
} as const;
const asItStands: Partial<CaseDraft> = {
  ...{ origin: "registered", decided: decided("Page 4"), ratings: [coderA] },
};

/** What is said of a draft of a case, beside what is counted. */
async function doubts(reference: string, over: Partial<CaseDraft>): Promise<string[]> {
  const draft = draftOf(reference, { facts: {}, levels: null, ...over });
  const review = await reviewDrafts(lead, [[draft]]);
  expect(review?.counts).toMatchObject({ unchanged: 1, refused: 0 });
  return review?.doubts.map(({ value }) => value) ?? [];
}

describe("of an imported case", () => {
  beforeEach(() => imported(lead, [finishedDraft("2012-01", asItStands)]));

  test("what the study has too is no doubt, nor is what the file leaves blank", async () => {
    expect(await doubts("2012-01", asItStands)).toEqual([]);
    expect(await doubts("2012-01", { ratings: [{ coder: "A", levels }] })).toEqual([]);
  });

  test("so are the themes and the description of Other, independently and in a second look", async () => {
    const other = (theme: string, description: string) => ({
      other: { level: "not_indicated", note: "", unsure: false, themes: [theme], description },
    });
    const coder = { coder: "A", levels, first: other("child_behaviour", "A dog") };
    await imported(lead, [finishedDraft("2012-02", { ratings: [coder] })]);
    expect(await doubts("2012-02", { ratings: [coder] })).toEqual([]);
    const changed = { ...coder, first: other("something_else", "Two dogs") };
    expect(await doubts("2012-02", { ratings: [changed] })).toEqual([
      "2012-02, coder A: the themes on Other; the description on Other",
    ]);
    const again = { ...coder, second: other("something_else", "A dog") };
    await imported(lead, [finishedDraft("2012-03", { ratings: [again] })]);
    expect(await doubts("2012-03", { ratings: [again] })).toEqual([]);
    const second = other("child_behaviour", "A dog");
    expect(await doubts("2012-03", { ratings: [{ ...again, second }] })).toEqual([
      "2012-03, coder A: the second look on Other",
    ]);
  });

  test("each that differs is named, and so is what the study has instead", async () => {
    const first = { neglect: { level: "high", note: "Page 7", unsure: false } };
    const second = { neglect: { level: "low", note: "Page 5", unsure: false } };
    const over: Partial<CaseDraft> = {
      origin: "imported",
      decided: { neglect: { way: "third_coder", reason: "Page 9", tags: ["slip"] } },
      ratings: [
        { ...coderA, joinedLater: true, first, second, dissents: { neglect: "Page 8", other: "" } },
      ],
    };
    expect(await doubts("2012-01", over)).toEqual([
      "2012-01, how levels were agreed: the way of agreeing on Neglect; the reason on Neglect; what lay behind the difference on Neglect",
      "2012-01, coder A: the note on Neglect; “unsure” on Neglect; the second look on Neglect; the dissent on Neglect, Other; whether they joined later",
      "2012-01, where the case came from",
    ]);
    const draft = draftOf("2012-01", { facts: {}, decided: decided("Page 9") });
    expect((await reviewDrafts(lead, [[draft]]))?.doubts).toEqual([
      {
        place: { sheet: "Cases", line: 2 },
        value: "2012-01, how levels were agreed: the reason on Neglect",
        expected:
          "what the study has, which stays: it has this case already, and a file says this of new cases only",
      },
    ]);
  });
});

test("of two coders with the same levels each is compared with the one whose notes are theirs", async () => {
  const noted = (coder: string, note: string) => ({
    ...{ coder, levels, first: { neglect: { level: "high", note, unsure: false } } },
  });
  await imported(lead, [
    finishedDraft("2012-01", { ratings: [noted("A", "Page 4"), noted("B", "Page 8")] }),
  ]);
  const ratings = [noted("X", "Page 8"), noted("Y", "Page 4")];
  expect(await doubts("2012-01", { ratings })).toEqual([]);
  const changed = [noted("X", "Page 8"), noted("Y", "Page 5")];
  expect(await doubts("2012-01", { ratings: changed })).toEqual([
    "2012-01, coder Y: the note on Neglect",
  ]);
});

test("a case that is blind answers alike, whatever was decided", async () => {
  const [ann, bob, cat] = [
    await person("Ann", "coder"),
    await person("Bob", "coder"),
    await person("Cat", "coder"),
  ];
  await caseFor(lead, "2016-01", [ann, bob]);
  const reason = decided("Page 4");
  const told = [
    "2016-01, how levels were agreed: the way of agreeing on Neglect; the reason on Neglect; what lay behind the difference on Neglect",
  ];
  expect(await doubts("2016-01", { decided: reason })).toEqual(told);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const allTheSame = { neglect: { way: "all_the_same", reason: "", tags: [] } } as const;
  expect(await doubts("2016-01", { decided: allTheSame })).toEqual([]);
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  must(await assignCoders(lead, "2016-01", [cat.id]));
  expect(await doubts("2016-01", { decided: reason })).toEqual(told);
  expect(await doubts("2016-01", { decided: allTheSame })).toEqual([
    "2016-01, how levels were agreed: the way of agreeing on Neglect",
  ]);
});
