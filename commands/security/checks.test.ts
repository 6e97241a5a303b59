import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { findChecks, withoutCheck } from "./checks.mjs";
import redundant from "./redundant-checks.json" with { type: "json" };

const root = join(import.meta.dirname, "..", "..");
const all = findChecks();
const names = all.map((check) => check.name);

test("a check is found wherever the code refuses, narrows or asks a rule", () => {
  expect(names).toEqual(
    expect.arrayContaining([
      `db/blinding.ts › mayLearnRatings › \${everyCoderHasSubmitted(caseId)}`,
      `db/blinding.ts › everyCoderHasSubmitted › \${stillAssigned}`,
      `db/blinding.ts › isCoderOf › a.coder_id = \${viewer.id}`,
      "db/blinding.ts › hasSubmitted › t.submission_id = s.id",
      'db/blinding.ts › mayKnowCase › holds(viewer, "lead")',
      "db/case-facts.ts › knownCases › mayKnowCase(viewer, cases.id)",
      "db/given-ratings.ts › givenIn › mayLearnRatings(viewer, cases.id)",
      "db/ratings.ts › submitRatings › draft.revision !== revision",
      "db/drafts.ts › saveDraft › !checked.success",
      "db/drafts.ts › ownDraft › !mayRate(found.facts, found.own)",
      "db/cases.ts › getCase › mayReopen(viewer, facts)",
      'db/decisions.ts › agreeLevel › "problems" in checked',
      "db/sign-in.ts › signIn › !right",
      "db/sign-in.ts › signIn › await hasSecondFactor(person.id)",
      "db/sign-in.ts › signInWithCode › wait",
      "db/opening.ts › openIfAllSubmitted › !opensByItself(facts)",
      "db/migrations/0000_first.sql › constraint people_email_lower",
      "db/migrations/0000_first.sql › unique `assignments_case_coder`",
      "db/migrations/0001_rows_are_kept.sql › trigger submissions_freeze_at_opening",
      "db/migrations/0002_signing_in.sql › constraint study_flags",
      "domain/workflow.ts › opensByItself › facts.coders < fewestCoders",
      "domain/workflow.ts › mayAgree › facts.waitingFor === 0",
    ]),
  );
});

test("none is overlooked, and none has another's name", () => {
  expect(all.length).toBeGreaterThanOrEqual(440);
  expect(new Set(names).size).toBe(names.length);
  const count = (part: string) => names.filter((name) => name.includes(part)).length;
  expect(count("db/blinding.ts › ")).toBeGreaterThanOrEqual(27);
  expect(count("domain/workflow.ts › ")).toBeGreaterThanOrEqual(36);
  expect(count(" › trigger ")).toBeGreaterThanOrEqual(50);
});

test("each stands in a function, and the code without it is another and can be read", () => {
  const code = all.filter((check) => check.file.endsWith(".ts"));
  expect(code.filter((check) => check.within === "")).toEqual([]);
  for (const check of code) {
    const before = readFileSync(join(root, check.file), "utf8");
    const after = withoutCheck(before, check);
    expect(after, check.name).not.toBe(before);
    expect(() => parseAst(after, { lang: "ts" }), check.name).not.toThrow();
  }
});

test("the database can be made without any one of its checks", () => {
  const files = [
    "db/migrations/0000_first.sql",
    "db/migrations/0001_rows_are_kept.sql",
    "db/migrations/0002_signing_in.sql",
  ];
  const texts = files.map((file) => readFileSync(join(root, file), "utf8"));
  const checks = findChecks(files);
  expect(checks).toHaveLength(96);
  for (const check of checks) {
    const db = new Database(":memory:");
    for (const [index, file] of files.entries()) {
      const text = texts[index] ?? "";
      expect(() => db.exec(file === check.file ? withoutCheck(text, check) : text)).not.toThrow();
    }
    db.close();
  }
});

test("what is said to be redundant is a check, and the reason is a sentence", () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(redundant)));
  for (const reason of Object.values(redundant)) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  expect(Object.keys(redundant).length).toBeLessThanOrEqual(28);
});
