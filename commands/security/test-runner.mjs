import { readFileSync } from "node:fs";
import { BaseSequencer, createVitest } from "vitest/node";
import { inProject, root } from "../launch/children.mjs";
import { withoutCheck } from "./checks.mjs";

/*
 * A process that runs tests on altered code, as often as it is asked: the check is taken away as
 * its file is loaded, and the files stay as they are. Starting anew each time would take longer
 * than the tests do.
 */

let asked = { check: null, migrations: null, tests: [] };

const place = ({ moduleId }) => asked.tests.findIndex((test) => inProject(test) === moduleId);
const inOrder = (files) => [...files].sort((a, b) => place(a) - place(b));

class LikelyFirst extends BaseSequencer {
  async sort(files) {
    return inOrder(files);
  }
}

/** A database with altered migrations is made by an engine that looks for them elsewhere. */
function alteration({ check, migrations }) {
  if (!migrations) return { file: check.file, alter: (code) => withoutCheck(code, check) };
  const place = "migrationsFolder: migrationsDir";
  const elsewhere = `migrationsFolder: ${JSON.stringify(migrations)}`;
  return { file: "db/engine.ts", alter: (code) => code.replace(place, () => elsewhere) };
}

const passwords = { file: "db/passwords.ts", test: "db/passwords.test.ts" };

// Costly hashes are tested where they are made. Everywhere else they only keep the tests waiting.
const withCheapHashes = {
  name: "hash passwords cheaply",
  enforce: "pre",
  load(id) {
    if (!hashesCheaply() || id.split("?")[0] !== inProject(passwords.file)) return null;
    const before = readFileSync(inProject(passwords.file), "utf8");
    return before.replaceAll(
      /(= |return )hash\(([^()]+)\)/g,
      "$1hash($2, { memoryCost: 8, timeCost: 1 })",
    );
  },
};

function hashesCheaply() {
  return asked.check !== null && asked.check.file !== passwords.file;
}

const takeAway = {
  name: "take a check away",
  enforce: "pre",
  load(id) {
    if (!asked.check) return null;
    const { file, alter } = alteration(asked);
    if (id.split("?")[0] !== inProject(file)) return null;
    const before = readFileSync(inProject(file), "utf8");
    const after = alter(before);
    if (after === before) throw new Error(`${file} is as it was`);
    return after;
  },
};

const vitest = await createVitest(
  "test",
  {
    config: false,
    root,
    watch: false,
    include: ["db/**/*.test.ts", "domain/*.test.ts"],
    reporters: [{}],
    pool: "threads",
    fileParallelism: false,
    sequence: { sequencer: LikelyFirst },
    bail: 1,
    cache: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
  { resolve: { alias: { "@": root } }, plugins: [takeAway, withCheapHashes] },
);
await vitest.standalone();
const all = await vitest.globTestSpecifications();

async function run(next) {
  const loaded = [asked, next].flatMap((one) => (one.check ? [alteration(one).file] : []));
  asked = next;
  for (const file of [...loaded, passwords.file]) vitest.invalidateFile(inProject(file));
  return (await runTheOne(next.noticedBy)) ?? (await runAll());
}

/** The one test that noticed the last time is soon asked; when it passes, so are all others. */
async function runTheOne(test) {
  if (!test) return null;
  const name = test.name
    .split(" > ")
    .join(" ")
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const testNamePattern = new RegExp(`^\\s*${name}$`);
  const project = vitest.getRootProject();
  return failureOf([project.createSpecification(inProject(test.file), { testNamePattern })]);
}

async function runAll() {
  const left = hashesCheaply() ? inProject(passwords.test) : "";
  return failureOf(all.filter((one) => place(one) >= 0 && one.moduleId !== left));
}

async function failureOf(chosen) {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
  // Those that were left out, and those that the failure kept from running, still say what they
  // said before.
  const ran = testModules.filter(({ moduleId }) => chosen.some((one) => one.moduleId === moduleId));
  const [failed] = inOrder(ran.filter((module) => !module.ok()));
  if (failed) return nameOf(failed);
  return unhandledErrors.length > 0 ? String(unhandledErrors[0]) : null;
}

function nameOf(module) {
  const [test] = module.children.allTests("failed");
  return `${module.relativeModuleId}: ${test?.fullName ?? module.errors()[0]?.message}`;
}

process.on("message", async (next) => process.send({ failed: await run(next) }));
process.channel.ref();
process.send({ ready: true });
