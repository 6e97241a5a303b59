import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { filesAsking, planAfter, plansFor, untriedFirst } from "./asking-tests.mjs";
import { checksOfCode, findChecks } from "./checks.mjs";
import redundant from "./redundant-checks.json" with { type: "json" };
import { stepsIn, unlessStuck } from "./steps.mjs";
import { withoutCheck, withSwitches } from "./switches.mjs";

const root = join(import.meta.dirname, "..", "..");
const all = findChecks();
const names = all.map((check) => check.name);

test("a check is found wherever the code refuses, narrows or asks a rule", () => {
  expect(names).toEqual(
    expect.arrayContaining([
      `db/blinding/blinding.ts › mayLearnRatings › \${everyCoderHasSubmitted(caseId)}`,
      `db/blinding/blinding.ts › everyCoderHasSubmitted › \${stillAssigned}`,
      `db/blinding/blinding.ts › fromOwnAssignment › a.coder_id = \${viewer.id}`,
      "db/blinding/blinding.ts › hasSubmitted › t.submission_id = s.id",
      'db/blinding/blinding.ts › mayKnowCase › holds(viewer, "lead")',
      "db/cases/case-facts.ts › knownCases › mayKnowCase(viewer, cases.id)",
      "db/ratings/given-ratings.ts › givenIn › mayLearnRatings(viewer, cases.id)",
      "db/ratings/ratings.ts › submitRatings › draft.revision !== revision",
      'db/ratings/drafts.ts › saveDraft › checked.kind !== "done"',
      "db/ratings/drafts.ts › ownDraft › !mayRate(found.facts, found.own)",
      "db/cases/cases.ts › getCase › mayReopen(viewer, facts)",
      'db/reconciliation/decisions.ts › agreeLevel › "problems" in checked',
      "db/sign-in/sign-in.ts › signIn › !right",
      "db/sign-in/sign-in.ts › signIn › (await secondFactorId(person.id, tx)) === null",
      "db/sign-in/sign-in.ts › signInWithCode › wait",
      "db/ratings/opening.ts › openIfAllSubmitted › !opensByItself(facts)",
      "db/migrations/0000_first.sql › constraint people_email_lower",
      "db/migrations/0000_first.sql › unique `assignments_case_coder`",
      "db/migrations/0001_rows_are_kept.sql › trigger submissions_freeze_at_opening",
      "db/migrations/0002_signing_in.sql › constraint study_flags",
      "domain/workflow.ts › opensByItself › facts.coders < fewestCoders",
      "domain/workflow.ts › mayAgree › facts.waitingFor === 0",
      "db/cases/case-records.ts › changeRecord › revision !== change.seenRevision",
      "db/ratings/drafts.ts › saveDraft › draft.revision !== revision",
      "db/second-look/second-look-drafts.ts › saveSecondLook › own.revision !== revision",
      "db/imports/weigh.ts › weigh › scale.named.has(reference)",
      "db/imports/weigh.ts › weighStanding › kept.length > 0",
      "db/releases/releases.ts › releaseToPublish › hidden",
      "db/agreement/risk-ratings.ts › getRiskRatings › told",
    ]),
  );
});

describe("a guard is found", () => {
  const found = (code: string) => checksOfCode("door.ts", code).map(({ text }) => text);

  test.each([
    ["that does something before it refuses", "if (a) { note(); return refused(x); }", ["a"]],
    ["that gives nothing after something else", "if (a || b) { note(); return null; }", ["a", "b"]],
    ["that refuses by the word", 'if (a) return { kind: "refused", faults };', ["a"]],
    ["that refuses but for one case", "if (a) return b ? done() : refused(x);", ["a", "b"]],
    ["that refuses where its test holds", "return a || b ? refused(x) : given;", ["a", "b"]],
    ["that cuts a list down by what stands there", "return all.filter(({ a }) => a);", ["a"]],
    ["that cuts a list down by what each has", "return all.filter((b) => b.a);", ["b.a"]],
  ])("%s", (_, line, checks) => {
    expect(found(`function enter() { ${line} return given; }`)).toEqual(checks);
  });

  test.each([
    ["goes another way to the end", "if (a) { note(); return; }"],
    ["has its own answer", "if (a) { note(); return b; }"],
    [
      "goes on to the next after something else",
      "for (const b of c) { if (a) { d(); continue; } }",
    ],
    ["chooses between two answers", "return a ? b : c;"],
    ["puts nothing where there is nothing", "return a === null ? null : b;"],
  ])("and none where code %s", (_, line) => {
    expect(found(`function enter() { ${line} return given; }`)).toEqual([]);
  });
});

test("none is overlooked, and none has another's name", () => {
  expect(all.length).toBeGreaterThanOrEqual(440);
  expect(new Set(names).size).toBe(names.length);
  const count = (part: string) => names.filter((name) => name.includes(part)).length;
  expect(count("db/blinding/blinding.ts › ")).toBeGreaterThanOrEqual(27);
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

test("what a later migration has put another in the place of is no check any more", () => {
  const made = names.filter((name) => name.includes("trigger cases_no_delete"));
  expect(made).toEqual(["db/migrations/0010_imports.sql › trigger cases_no_delete"]);
  expect(names.filter((name) => name.endsWith("constraint case_records_case_type"))).toEqual([]);
});

test("the database can be made without any one of its checks", () => {
  const files = [
    "db/migrations/0000_first.sql",
    "db/migrations/0001_rows_are_kept.sql",
    "db/migrations/0002_signing_in.sql",
  ];
  const texts = files.map((file) => readFileSync(join(root, file), "utf8"));
  const checks = findChecks(files);
  expect(checks).toHaveLength(71);
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
  expect(Object.keys(redundant).length).toBeLessThanOrEqual(47);
});

test("code with switches does what it did, and without a check what it would do then", () => {
  const text = `export function mayEnter(who, door) {
  if (!who || door.locked) return false;
  return who.known && door.open;
}`;
  const checks = checksOfCode("door.ts", text).map((check) => ({ ...check, name: check.text }));
  const [, code = ""] = withSwitches(text, checks).split('"drizzle-orm"; export ');
  const make = new Function("globalThis", `${code}; return mayEnter;`);
  const asked: string[] = [];
  let without = "";
  const mayEnter = make({
    concordIsWithout(name: string) {
      asked.push(name);
      return name === without;
    },
  });

  expect(mayEnter({ known: true }, { open: "yes" })).toBe("yes");
  expect(asked).toEqual([
    "!who",
    "door.locked",
    "who.known && door.open",
    "who.known",
    "door.open",
  ]);
  expect(mayEnter(null, {})).toBe(false);
  expect(mayEnter({ known: false }, { open: "yes" })).toBe(false);
  without = "door.locked";
  expect(mayEnter({ known: true }, { open: "yes", locked: true })).toBe("yes");
  without = "who.known";
  expect(mayEnter({ known: false }, { open: "yes" })).toBe("yes");
});

test("every check has a switch, and all of it can be read", () => {
  for (const file of new Set(all.map((check) => check.file)))
    if (file.endsWith(".ts")) {
      const its = all.filter((check) => check.file === file);
      const switched = withSwitches(readFileSync(join(root, file), "utf8"), its);
      expect(() => parseAst(switched, { lang: "ts" }), file).not.toThrow();
      expect(switched.match(/concordIsWithout/g), file).toHaveLength(its.length);
    }
});

describe("the tests that ask a check", () => {
  const one = (
    file: string,
    name: string,
    took: number,
    asked: string[],
    around: string[] = [],
  ) => ({ file, name, took, asked, askedAround: around });
  const asked = [
    one("db/slow.test.ts", "in the end", 90, ["a"]),
    one("db/door.test.ts", "opens", 100, ["a"]),
    one("db/door.test.ts", "has a colour", 1, []),
    one("db/around.test.ts", "begins", 1, [], ["a"]),
    one("db/around.test.ts", "goes on", 2, []),
    one("db/quick.test.ts", "soon", 5, ["a", "b"]),
    one("db/schema.test.ts", "is held", 50, []),
  ];
  const a = { name: "a", file: "db/door.ts" };
  const b = { name: "b", file: "db/quick.ts" };

  test("are run without it, those of its own file and the quickest first", () => {
    const files = filesAsking(a, asked).map(({ file, names }) => `${file}: ${names}`);
    expect(files).toEqual([
      "db/door.test.ts: opens",
      "db/around.test.ts: null",
      "db/quick.test.ts: soon",
      "db/slow.test.ts: in the end",
    ]);
    expect(filesAsking({ name: "c", file: "db/door.ts" }, asked)).toEqual([]);
  });

  test("are those of its room before quicker ones elsewhere", () => {
    const both = [
      one("db/cases/case.test.ts", "soon", 5, ["a"]),
      one("db/doors/lock.test.ts", "turns", 50, ["a"]),
    ];
    expect(filesAsking({ name: "a", file: "db/doors/door.ts" }, both)).toMatchObject([
      { file: "db/doors/lock.test.ts" },
      { file: "db/cases/case.test.ts" },
    ]);
  });

  test("are all of them for a check of the database, those of what it holds first", () => {
    const trigger = { name: "trigger", file: "db/migrations/0000_first.sql" };
    expect(filesAsking(trigger, asked).map(({ file }) => file)).toEqual([
      "db/schema.test.ts",
      "db/around.test.ts",
      "db/quick.test.ts",
      "db/slow.test.ts",
      "db/door.test.ts",
    ]);
  });

  test("that passed without it before come last, and those around it do not", () => {
    const files = [
      { file: "db/door.test.ts", names: ["opens", "shuts"], took: 100 },
      { file: "db/quick.test.ts", names: ["soon"], took: 5 },
      { file: "db/around.test.ts", names: null, took: 50 },
    ];
    const tried = [
      { file: "db/door.test.ts", name: "opens" },
      { file: "db/quick.test.ts", name: "soon" },
      { file: "db/around.test.ts", name: "soon" },
    ];
    expect(untriedFirst(files, tried)).toEqual([
      { file: "db/door.test.ts", names: ["shuts"], took: 100 },
      { file: "db/around.test.ts", names: null, took: 50 },
      { file: "db/door.test.ts", names: ["opens"], took: 100 },
      { file: "db/quick.test.ts", names: ["soon"], took: 5 },
    ]);
  });

  test("are repeated in one process, a few at a time", () => {
    expect(plansFor([a, b], asked, { after: 0, many: 1, longest: 1000 })).toEqual([
      { file: "db/door.test.ts", repeats: { opens: ["a"] }, took: 100 },
      { file: "db/quick.test.ts", repeats: { soon: ["b"] }, took: 5 },
    ]);
    expect(plansFor([a], asked, { after: 0, many: 5, longest: 10 })).toEqual([
      { file: "db/quick.test.ts", repeats: { soon: ["a"] }, took: 5 },
    ]);
    expect(plansFor([a], asked, { after: 1, many: 5, longest: 1000 })).toEqual([
      { file: "db/slow.test.ts", repeats: { "in the end": ["a"] }, took: 90 },
      { file: "db/quick.test.ts", repeats: { soon: ["a"] }, took: 5 },
    ]);
  });

  test("are stuck once they tell no step any more", async () => {
    const folder = mkdtempSync(join(tmpdir(), "concord-steps-"));
    const steps = join(folder, "steps.jsonl");
    writeFileSync(steps, '{"kind":"tries","test":"opens","check":"a"}\n');
    expect(stepsIn(steps)).toEqual([{ kind: "tries", test: "opens", check: "a" }]);
    expect(await unlessStuck(steps, Promise.resolve("done"), 1)).toBe("done");
    expect(await unlessStuck(steps, new Promise(() => {}), 1)).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  test("go on where they ended, without what was tried and what they ended in", () => {
    const plan = {
      file: "db/door.test.ts",
      repeats: { opens: ["a", "b", "c"], shuts: ["a", "b"] },
    };
    const tries = (name: string, check: string | null) =>
      ({ kind: "tries", test: name, check }) as const;
    const left = (...steps: Parameters<typeof planAfter>[1]) =>
      planAfter({ ...plan, took: 9 }, steps)?.repeats;
    const begun = tries("opens", null);
    expect(left()).toBeUndefined();
    expect(left(begun)).toBeUndefined();
    expect(left(begun, tries("opens", "a"))).toEqual({ opens: ["b", "c"], shuts: ["b"] });
    const noticed = { kind: "caught", test: "opens", check: "a" } as const;
    const spoilt = { kind: "spoilt" } as const;
    expect(left(begun, tries("opens", "a"), begun, noticed, tries("opens", "b"), spoilt)).toEqual({
      opens: ["c"],
    });
    expect(left(begun, tries("opens", "a"), tries("opens", "c"), spoilt)).toEqual({
      opens: ["b"],
      shuts: ["a", "b"],
    });
    expect(left(tries("opens", "b"), tries("opens", "c"), tries("shuts", "a"))).toEqual({
      shuts: ["b"],
    });
  });
});
