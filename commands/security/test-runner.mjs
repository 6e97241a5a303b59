import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVitest } from "vitest/node";
import { inProject, root } from "../launch/children.mjs";
import { alterCode, loadAs, switched, withoutIt } from "./altered-code.mjs";
import { passwords } from "./asking-tests.mjs";
import { longestStep, stepsIn, unlessStuck } from "./steps.mjs";
import { nameOf, patternOf, whatAsked } from "./test-modules.mjs";

/*
 * A process that runs tests on altered code, as often as it is asked: a file is altered as it is
 * loaded, and stays as it is. Starting anew each time would take longer than the tests do.
 */

const folder = mkdtempSync(join(tmpdir(), "concord-plan-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
/** Without which checks each test is to be repeated, by the test's name. */
const plan = join(folder, "plan.json");
/** What the tests do, as they go. */
const steps = join(folder, "steps.jsonl");

const vitest = await createVitest(
  "test",
  {
    config: false,
    root,
    watch: false,
    include: ["db/**/*.test.ts", "domain/**/*.test.ts"],
    globalSetup: inProject("commands/launch/programs.mjs"),
    runner: inProject("commands/security/runner-with-switches.mjs"),
    env: { PLAN_OF_TESTS: plan, STEPS_OF_TESTS: steps },
    reporters: [{}],
    pool: "threads",
    fileParallelism: false,
    bail: 1,
    cache: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
  { resolve: { alias: { "@": root } }, plugins: [alterCode] },
);
await vitest.standalone();
const project = vitest.getRootProject();

/**
 * Runs the tests of these files. Gives back how long each took, and what its file does around its
 * tests, and which checks it asked; or which failed.
 */
async function askedBy(tests) {
  const asked = [];
  for (const [cheap, chosen] of [
    [true, tests.filter((file) => file !== passwords.test)],
    [false, tests.filter((file) => file === passwords.test)],
  ]) {
    loadAs(vitest, switched, { cheap });
    writeFileSync(plan, "{}");
    const { failed, modules } = await outcomeOf(chosen.map((file) => ({ file, names: null })));
    if (failed) return { failed };
    for (const module of modules) asked.push(...whatAsked(module));
  }
  return { failed: null, asked };
}

/**
 * Repeats tests of a file without one check after the other. `repeats` says without which, by the
 * name of the test. Gives back the steps that were done, and whether it is stuck in the last of them.
 */
async function repeated({ file, repeats }) {
  loadAs(vitest, switched, { cheap: file !== passwords.test });
  writeFileSync(plan, JSON.stringify(repeats));
  writeFileSync(steps, "");
  const outcome = await unlessStuck(steps, outcomeOf([{ file, names: Object.keys(repeats) }]));
  return { steps: stepsIn(steps), stuck: !outcome };
}

/**
 * Runs tests without a check, a file after the other until one fails; gives back which, and whether
 * it is stuck in it. A loop without end is not waited for as long as a first run on a busy machine.
 */
async function without({ check, migrations, tests }) {
  project.config.testTimeout = 40_000;
  loadAs(vitest, withoutIt(check, migrations), { cheap: check.file !== passwords.file });
  // What was repeated before is not to be repeated here.
  writeFileSync(plan, "{}");
  for (const these of inSteps(tests)) {
    writeFileSync(steps, "");
    // What is done before the first test of a file tells no steps.
    const patience = longestStep + 5 * Math.max(...these.map(({ took }) => took));
    const outcome = await unlessStuck(steps, outcomeOf(these), patience);
    if (!outcome) return { failed: whereStuck(these), stuck: true };
    if (outcome.failed) return { failed: outcome.failed, stuck: false };
  }
  return { failed: null, stuck: false };
}

function whereStuck(tests) {
  const [file] = tests.length === 1 ? tests.map((one) => one.file) : ["one of several files"];
  return `${file}: ${stepsIn(steps).at(-1)?.test ?? "it"} never ends`;
}

// The first are likely to notice. The longer nobody does, the more are run at once: file by file
// would take longer, and all at once would begin with the longest. A file is in a step once.
function inSteps(tests) {
  const steps = [];
  for (let from = 0; from < tests.length; from += steps.at(-1).length) {
    const next = tests.slice(from, from + Math.max(1, Math.ceil(from / 3)));
    const again = next.findIndex(({ file }, at) => next.findIndex((one) => one.file === file) < at);
    steps.push(again < 0 ? next : next.slice(0, again));
  }
  return steps;
}

/** What came of these tests; `names` are those of a file, all of them for null. */
async function outcomeOf(tests) {
  const specifications = tests.map(({ file, names }) =>
    project.createSpecification(
      inProject(file),
      names ? { testNamePattern: patternOf(names) } : undefined,
    ),
  );
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  // Those that were left out still say what they said before.
  const ours = new Set(specifications.map(({ moduleId }) => moduleId));
  const modules = testModules.filter(({ moduleId }) => ours.has(moduleId));
  const failed = modules.find((module) => !module.ok());
  if (failed) return { failed: nameOf(failed), modules };
  const [unhandled] = unhandledErrors;
  return { failed: unhandled ? (unhandled.message ?? "an error of no test") : null, modules };
}

const answers = {
  askedBy: ({ tests }) => askedBy(tests),
  repeated,
  without,
};

process.on("message", async (next) => {
  process.send(await answers[next.ask](next));
});
process.channel.ref();
process.send({ ready: true });
