import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDateTime } from "@/domain/dates";
import type { Decision } from "@/domain/reconciliation/reconciliation";
import {
  agree,
  caseFor,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { acceptAllTheSame, agreeLevel } from "./decisions";
import { getReconciliation } from "./reconciliations";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let otherLead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
let number = 0;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  otherLead = await person("Olaf", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
});
afterAll(() => study.end());

/** An open case that Ann, Bob and, when there are three, Cat have rated so. */
async function openCase(...scores: string[]): Promise<string> {
  const coders = [ann, bob, cat].slice(0, scores.length);
  const reference = await caseFor(lead, `2016-${++number}`, coders);
  for (const [index, coder] of coders.entries())
    await rateAndSubmit(coder, reference, scores[index] ?? "");
  return reference;
}

const decision = (given: Partial<Decision> & Pick<Decision, "factor" | "level">): Decision => ({
  way: "after_discussion",
  reason: "",
  seenRevision: 0,
  ...given,
});

const rowOf = async (reference: string, factor: string) =>
  (await getReconciliation(lead, reference))?.rows.find((row) => row.factor.key === factor);

const rowsStored = (reference: string) =>
  pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select g.factor, g.revision, g.level, g.way, g.reason from agreed_ratings g
         join reconciliations r on r.id = g.reconciliation_id join cases c on c.id = r.case_id
         where c.reference = ? order by g.factor, g.revision`,
      )
      .all(reference),
  );

describe("the reconciliation of a case", () => {
  test("has the differences first: presence, two or more apart, one apart, the same", async () => {
    //                      neglect 3-2, physical 1-3, sexual 0-1, drugs 3-0, plan 3-2
    const reference = await openCase("3010030000300", "2031000000200");
    const open = await getReconciliation(lead, reference);
    expect(open?.rows.map((row) => row.factor.key)).toEqual([
      "parental_drug_misuse",
      "sexual_abuse",
      "physical_abuse",
      "neglect",
      "child_protection_plan",
      "emotional_abuse",
      "domestic_violence",
      "parental_alcohol_misuse",
      "parental_mental_health",
      "parental_self_harm_suicide",
      "child_putting_self_at_risk",
      "threats_or_abduction",
      "other",
    ]);
    expect(open).toMatchObject({
      reference,
      sample: "2016",
      round: 1,
      reason: "",
      letters: ["A", "B"],
      decisions: 0,
      mayAgree: true,
    });
  });

  test("keeps its order of work while levels are agreed", async () => {
    const reference = await openCase("3010030000300", "2031000000200");
    const keys = async () =>
      (await getReconciliation(ann, reference))?.rows.map((row) => row.factor.key);
    const before = await keys();
    expect(before).toHaveLength(13);
    await agree(lead, reference, { factor: "parental_drug_misuse", level: "high" });
    expect(await keys()).toEqual(before);
  });

  test("shows each coder under one letter on every row, and no name", async () => {
    const reference = await openCase("3333333333333", "2222222222222", "1111111111011");
    const open = await getReconciliation(lead, reference);
    const byLetter = (letter: string) =>
      new Set(
        open?.rows
          .filter((row) => row.factor.key !== "child_protection_plan")
          .map((row) => row.ratings.find((rating) => rating.letter === letter)?.level),
      );
    expect(open?.rows.map((row) => row.ratings.map((one) => one.letter).join(""))).toEqual(
      Array(13).fill("ABC"),
    );
    expect([byLetter("A"), byLetter("B"), byLetter("C")].map((levels) => levels.size)).toEqual([
      1, 1, 1,
    ]);
    expect(JSON.stringify(open)).not.toMatch(/Ann|Bob|Cat/);
  });
});

describe("accepting all the same", () => {
  test("agrees what all gave alike, once, and leaves what is decided", async () => {
    const reference = await openCase("3210000000000", "1210000000000");
    await agree(lead, reference, {
      factor: "emotional_abuse",
      level: "high",
      reason: "Page 9 shows more",
    });
    expect(must(await acceptAllTheSame(lead, reference))).toEqual({ accepted: 11 });
    expect(must(await acceptAllTheSame(otherLead, reference))).toEqual({ accepted: 0 });
    expect((await rowOf(reference, "physical_abuse"))?.agreed).toMatchObject({
      level: "low",
      way: "all_the_same",
      reason: "",
      revision: 1,
      carried: false,
      agreedBy: "Lena",
    });
    expect((await rowOf(reference, "emotional_abuse"))?.agreed).toMatchObject({
      level: "high",
      revision: 1,
    });
    expect((await rowOf(reference, "neglect"))?.agreed).toBeNull();
  });

  test("with three coders needs all three to be alike: no majority", async () => {
    const reference = await openCase("3200000000000", "3200000000000", "1200000000000");
    expect(must(await acceptAllTheSame(lead, reference))).toEqual({ accepted: 12 });
    expect((await rowOf(reference, "neglect"))?.agreed).toBeNull();
  });
});

describe("agreeing a level", () => {
  test.each<[string, string, string, Partial<Decision>, string]>([
    ["presence differs", "3", "0", { level: "high" }, "presence differs"],
    ["levels are two apart", "3", "1", { level: "high" }, "levels are two or more apart"],
    ["nobody gave the level", "3", "2", { level: "low" }, "no coder gave this level"],
    [
      "the lead decides alone",
      "3",
      "2",
      { level: "high", way: "lead_decision" },
      "the lead decided alone",
    ],
    ["all gave another level", "3", "3", { level: "low" }, "no coder gave this level"],
  ])("needs a reason when %s", async (_, first, second, given, why) => {
    const rest = "000000000000";
    const reference = await openCase(first + rest, second + rest);
    const asked = { ...decision({ factor: "neglect", level: "" }), ...given };
    const refused = refusal("reason", `Enter a reason for Neglect: ${why}`);
    expect(await agreeLevel(lead, reference, asked)).toEqual(refused);
    expect(await agreeLevel(lead, reference, { ...asked, reason: " \n" })).toEqual(refused);
    expect(rowsStored(reference)).toEqual([]);
    expect((await agreeLevel(lead, reference, { ...asked, reason: "Page 4" })).kind).toBe("done");
  });

  test("needs none when the levels are one apart and it is one of them", async () => {
    const reference = await openCase("3000000000300", "2000000000200");
    must(await agreeLevel(lead, reference, decision({ factor: "neglect", level: "medium" })));
    // Yes, currently (3) and Yes, previously (2) are one apart.
    const plan = decision({ factor: "child_protection_plan", level: "currently" });
    must(await agreeLevel(lead, reference, plan));
    expect((await rowOf(reference, "neglect"))?.agreed).toMatchObject({
      level: "medium",
      way: "after_discussion",
      reason: "",
    });
  });

  test("that all gave is “all the same”, whatever was ticked", async () => {
    const reference = await openCase("3000000000000", "3000000000000");
    const ticked = decision({ factor: "neglect", level: "high", way: "lead_decision" });
    must(await agreeLevel(lead, reference, ticked));
    expect((await rowOf(reference, "neglect"))?.agreed?.way).toBe("all_the_same");
  });

  test("by the third coder is only for a case that three rated", async () => {
    const third = decision({ factor: "neglect", level: "high", way: "third_coder" });
    const ofTwo = await openCase("3000000000000", "2000000000000");
    expect(await agreeLevel(lead, ofTwo, third)).toEqual(
      refusal("way", "Fewer than three coders rated this case: select another way"),
    );
    const ofThree = await openCase("3000000000000", "2000000000000", "3000000000000");
    must(await agreeLevel(lead, ofThree, third));
    expect((await rowOf(ofThree, "neglect"))?.agreed?.way).toBe("third_coder");
  });

  test.each([
    ["a level that the factor does not have", "child_protection_plan", "low", "level"],
    ["a factor that the codebook does not have", "poverty", "high", "factor"],
  ])("refuses %s", async (_, factor, level, field) => {
    const reference = await openCase("3000000000000", "2000000000000");
    const outcome = await agreeLevel(lead, reference, decision({ factor, level, reason: "So" }));
    expect(outcome).toMatchObject({ kind: "refused", problems: [{ field }] });
    expect(rowsStored(reference)).toEqual([]);
  });

  test("is for leads alone: to a coder of the case there is no such thing", async () => {
    const reference = await openCase("3000000000000", "2000000000000");
    expect(await getReconciliation(ann, reference)).toMatchObject({
      mayAgree: false,
      mayAssign: false,
    });
    expect(await getReconciliation(lead, reference)).toMatchObject({
      mayAgree: true,
      mayAssign: true,
    });
    const asked = decision({ factor: "neglect", level: "high" });
    expect(await agreeLevel(ann, reference, asked)).toEqual({ kind: "not_found" });
    expect(await acceptAllTheSame(ann, reference)).toEqual({ kind: "not_found" });
    expect(rowsStored(reference)).toEqual([]);
  });

  test("from a page that is out of date stores nothing and names the field", async () => {
    const reference = await openCase("3000000000000", "2000000000000");
    must(await agreeLevel(lead, reference, decision({ factor: "neglect", level: "high" })));
    const late = decision({ factor: "neglect", level: "medium" });
    const when = formatDateTime((await rowOf(reference, "neglect"))?.agreed?.agreedAt ?? "");
    const refused = refusal(
      "seenRevision",
      `Since you opened this page, Neglect was agreed as High by Lena on ${when}. What you entered has not been saved. Save again to change that level.`,
    );
    expect(await agreeLevel(otherLead, reference, late)).toEqual(refused);
    expect(await agreeLevel(otherLead, reference, { ...late, seenRevision: 2 })).toEqual(refused);
    expect(rowsStored(reference)).toEqual([
      { factor: "neglect", revision: 1, level: "high", way: "after_discussion", reason: "" },
    ]);
  });

  test("from a page that saw one where there is none stores nothing either", async () => {
    const reference = await openCase("3000000000000", "2000000000000");
    const early = decision({ factor: "neglect", level: "medium", seenRevision: 1 });
    expect(await agreeLevel(lead, reference, early)).toEqual(
      refusal(
        "seenRevision",
        "Neglect has no agreed level yet. What you entered has not been saved. Save again to agree it.",
      ),
    );
    expect(rowsStored(reference)).toEqual([]);
  });

  test("again changes it, and keeps what was agreed before", async () => {
    const reference = await openCase("3000000000000", "2000000000000");
    must(await agreeLevel(lead, reference, decision({ factor: "neglect", level: "high" })));
    const changed = { factor: "neglect", level: "medium", seenRevision: 1 };
    must(await agreeLevel(otherLead, reference, decision(changed)));
    const row = await rowOf(reference, "neglect");
    expect(row?.agreed).toMatchObject({ level: "medium", revision: 2, agreedBy: "Olaf" });
    expect((await getReconciliation(lead, reference))?.decisions).toBe(2);
    expect(rowsStored(reference)).toEqual([
      { factor: "neglect", revision: 1, level: "high", way: "after_discussion", reason: "" },
      { factor: "neglect", revision: 2, level: "medium", way: "after_discussion", reason: "" },
    ]);
  });
});
