import { afterAll, beforeAll, expect, test } from "vitest";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { type Ratings, unrated } from "@/domain/ratings/ratings";
import { wrongLevels } from "@/domain/ratings/ratings.wrong-levels";
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
import { agreeLevel } from "../reconciliation/decisions";
import { getReconciliation } from "../reconciliation/reconciliations";
import { getDraft, saveDraft } from "./drafts";
import { getOwnSubmission, submitRatings } from "./ratings";

/* 13 factors × 13 kinds of wrong level, wherever a level can be stored. */

const factors = readCodebook(firstCodebook).factors;
const wrong = wrongLevels(factors);

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterAll(() => study.end());

const count = (table: string) =>
  pastTheProgram(study.dataDir, (db) => db.prepare(`select count(*) from ${table}`).pluck().get());

test("none of 169 wrong levels is saved in a draft", async () => {
  const reference = await caseFor(lead, "2016-01", [ann, bob]);
  const ratings = await ratingsFrom(ann, reference, "3210000000301", "Page 4");
  must(await saveDraft(ann, reference, 0, ratings));
  const before = await getDraft(ann, reference);
  const entries = count("audit_entries");

  let refused = 0;
  for (const { key, label, kind, level } of wrong) {
    const altered = { ...ratings, [key]: { ...ratings[key], level } };
    expect(await saveDraft(ann, reference, 1, altered), `${key}: ${kind}`).toEqual(
      refusal(`${key}.level`, `Select a level for ${label}`),
    );
    refused += 1;
  }
  expect(refused).toBe(169);
  expect(await getDraft(ann, reference)).toEqual(before);
  expect(before?.revision).toBe(1);
  expect(count("audit_entries")).toBe(entries);
});

test("none of 169 wrong levels comes into a draft past the program", () => {
  const told = pastTheProgram(study.dataDir, (db) => {
    const update = db.prepare("update draft_ratings set level = ? where factor = ?");
    return wrong.map(({ key, level }) => {
      const text = typeof level === "string" ? level : JSON.stringify(level);
      return messageOf(() => update.run(text, key));
    });
  });
  expect(told).toEqual(Array(169).fill("FOREIGN KEY constraint failed"));
});

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
    return "stored";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

test("a blank on any of the 13 factors is never submitted, and stays a blank", async () => {
  const reference = await caseFor(lead, "2016-02", [ann, bob]);
  const whole = await ratingsFrom(ann, reference, "3210000000301");
  const before = [count("rating_submissions"), count("submitted_ratings")];

  for (const [index, { key, label }] of factors.entries()) {
    const ratings: Ratings = { ...whole, [key]: { ...unrated, note: "Nothing chosen" } };
    must(await saveDraft(ann, reference, index, ratings));
    expect(await submitRatings(ann, reference, index + 1), key).toEqual(
      refusal(`${key}.level`, `Select a level for ${label}`),
    );
    expect((await getDraft(ann, reference))?.ratings[key]?.level, key).toBeNull();
  }
  expect((await getDraft(ann, reference))?.revision).toBe(13);
  expect(await getOwnSubmission(ann, reference)).toBeNull();
  expect([count("rating_submissions"), count("submitted_ratings")]).toEqual(before);
});

test("none of 169 wrong levels is agreed", async () => {
  const reference = await caseFor(lead, "2016-03", [ann, bob]);
  await rateAndSubmit(ann, reference, "3333333333333");
  await rateAndSubmit(bob, reference, "0000000000000");
  const entries = count("audit_entries");

  let refused = 0;
  for (const { key, label, kind, level } of wrong) {
    const decision = { factor: key, level: level as string, seenRevision: 0 };
    const whole = { ...decision, way: "lead_decision", reason: "Page 4" } as const;
    expect(await agreeLevel(lead, reference, whole), `${key}: ${kind}`).toEqual(
      refusal("level", `Select a level for ${label}`),
    );
    refused += 1;
  }
  expect(refused).toBe(169);
  expect((await getReconciliation(lead, reference))?.decisions).toBe(0);
  expect([count("agreed_ratings"), count("audit_entries")]).toEqual([0, entries]);
});
