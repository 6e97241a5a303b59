import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { must, pastTheProgram, person, refusal, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { getPracticeCase, getPracticeCodebook } from "./cases";
import { listPracticeCases } from "./list";
import { changePracticeCase, makePracticeCase, offerPracticeCase } from "./make";
import { draftPractice, practiceCaseFor, practiceContent, practise } from "./practice.fixtures";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
  ann = await person("Ann", "coder");
});
afterEach(() => study.end());

const content = practiceContent("3210000000000");
const others = practiceContent("0210000000000");
const count = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());

describe("making a practice case", () => {
  test("gives it the next number, and offers it with its reference levels and reasons", async () => {
    expect(must(await makePracticeCase(lead, content))).toEqual({ number: 1 });
    expect(must(await makePracticeCase(lead, others))).toEqual({ number: 2 });
    expect(await getPracticeCase(lead, 1)).toMatchObject({
      ...{ number: 1, revision: 1, offered: true },
      ...content,
    });
    expect((await getPracticeCase(lead, 2))?.references).toEqual(others.references);
  });

  test("is refused where something is missing, and stores nothing", async () => {
    const without = { ...content.references, neglect: { level: "high", reason: "" } };
    expect(await makePracticeCase(lead, { ...content, references: without })).toEqual(
      refusal("neglect.reason", "Enter the reason for Neglect"),
    );
    expect(count("practice_cases")).toBe(0);
  });

  test("is for leads", async () => {
    const admin = await person("Ada", "admin", "analyst");
    for (const who of [ann, admin]) {
      expect(await makePracticeCase(who, content)).toEqual(notFound);
      expect(await getPracticeCodebook(who)).toBeNull();
    }
    expect((await getPracticeCodebook(lead))?.version).toBe("0.1");
    expect(count("practice_cases")).toBe(0);
  });
});

describe("changing a practice case", () => {
  test("adds a revision, and what stood before is kept", async () => {
    await practiceCaseFor(lead);
    must(await changePracticeCase(lead, 1, 1, others));
    expect(await getPracticeCase(lead, 1)).toMatchObject({ revision: 2, ...others });
    expect(count("practice_case_revisions")).toBe(2);
    expect(count("practice_references")).toBe(26);
  });

  test("does not record the same again", async () => {
    await practiceCaseFor(lead);
    must(await changePracticeCase(lead, 1, 1, content));
    expect(count("practice_case_revisions")).toBe(1);
  });

  test("does not write over what somebody else changed meanwhile", async () => {
    await practiceCaseFor(lead);
    must(await changePracticeCase(lead, 1, 1, others));
    expect(await changePracticeCase(lead, 1, 1, { ...content, text: "Another text" })).toEqual(
      refusal(
        "",
        "Somebody else has changed this practice case since you opened it. What you typed is still here, and cannot be saved from this page: open the practice case in another tab, and copy over what you want to keep.",
      ),
    );
    expect(count("practice_case_revisions")).toBe(2);
  });

  test("is refused where something is missing", async () => {
    await practiceCaseFor(lead);
    expect(await changePracticeCase(lead, 1, 1, { ...content, text: "" })).toEqual(
      refusal("text", "Enter what there is to read"),
    );
  });

  test("is for leads, and of what there is", async () => {
    await practiceCaseFor(lead);
    expect(await changePracticeCase(ann, 1, 1, others)).toEqual(notFound);
    expect(await changePracticeCase(lead, 2, 1, others)).toEqual(notFound);
    expect(count("practice_case_revisions")).toBe(1);
  });
});

describe("withdrawing a practice case", () => {
  test("takes it from those who have not submitted, with what they began kept", async () => {
    await practiceCaseFor(lead);
    await draftPractice(ann, 1, "32-----------");
    must(await offerPracticeCase(lead, 1, false));
    expect((await getPracticeCase(lead, 1))?.offered).toBe(false);
    expect(await listPracticeCases(ann)).toEqual([]);
    must(await offerPracticeCase(lead, 1, true));
    expect(await listPracticeCases(ann)).toEqual([
      { number: 1, offered: true, toRate: true, begun: true, result: null },
    ]);
  });

  test("leaves it with those who have", async () => {
    await practiceCaseFor(lead);
    await practise(ann, 1, "3210000000000");
    must(await offerPracticeCase(lead, 1, false));
    expect(await listPracticeCases(ann)).toMatchObject([
      { number: 1, offered: false, toRate: false, result: { same: 13 } },
    ]);
  });

  test("is recorded once, and is for leads, of what there is", async () => {
    await practiceCaseFor(lead);
    must(await offerPracticeCase(lead, 1, true));
    expect(count("practice_offers")).toBe(1);
    expect(await offerPracticeCase(ann, 1, false)).toEqual(notFound);
    expect(await offerPracticeCase(lead, 2, false)).toEqual(notFound);
    must(await offerPracticeCase(lead, 1, false));
    must(await offerPracticeCase(lead, 1, false));
    expect(count("practice_offers")).toBe(2);
  });
});
