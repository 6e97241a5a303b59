import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { environment, inProject, startNode } from "../launch/children.mjs";
import { Failure } from "../launch/progress.mjs";
import { withoutCheck } from "./checks.mjs";

const runner = inProject("commands/security/test-runner.mjs");
const blinding = "db/blinding.test.ts";

/**
 * Starts a process that runs the tests of db/ on altered code. `run(check)` gives back which test
 * failed without this check, null when all passed; with null for a check the code is as it is.
 * `noticedBy` is what it gave back for this check before: that test is asked first. Tests that take longer than `patience`, in milliseconds, have run into a loop without an end.
 */
export function startRunner() {
  let child = null;
  const stop = () => {
    child?.kill("SIGKILL");
    child = null;
  };
  return { stop, run };

  async function run(check, { patience = 3_600_000, noticedBy = "" } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "concord-check-"));
    const migrations = check?.file.endsWith(".sql") ? alteredMigrations(folder, check) : null;
    try {
      const tests = testsFor(check, lastToNotice.get(check?.file) ?? []);
      const question = { check, migrations, tests, noticedBy: theTest(noticedBy) };
      const ask = () => answerTo(question, patience);
      // A process with native code in it can fall over for reasons of its own: it has a second try.
      let answer = await ask();
      if (answer.trouble) answer = await ask();
      if (answer.trouble === ended) throw new Failure(`${ended}: ${check?.name ?? "as it is"}`);
      if (check && answer.failed) remember(check.file, answer.failed.split(":")[0]);
      return answer.trouble ?? answer.failed;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async function answerTo(question, patience) {
    child ??= await started();
    child.send(question);
    const answer = await answerOf(child, patience);
    if (answer.trouble) stop();
    return answer;
  }
}

/** The file and name of a test in what a runner gave back; null when it names none. */
function theTest(noticedBy) {
  const [, file, name] = /^(\S+\.test\.ts): (.+)$/.exec(noticedBy) ?? [];
  return file && existsSync(inProject(file)) ? { file, name } : null;
}

const ended = "The process that runs the tests has ended";

async function started() {
  const names = Object.keys(process.env).filter((name) => name.startsWith("CONCORD_"));
  const unset = [...names, "PORT", "NODE_ENV"].map((name) => [name, undefined]);
  const env = environment(Object.fromEntries(unset));
  const child = startNode([runner], { env, stdio: ["ignore", "ignore", "inherit"] });
  await once(child, "message");
  return child;
}

/** What the runner says, or what kept it from saying anything. */
async function answerOf(child, patience) {
  const answered = new AbortController();
  const { signal } = answered;
  const gone = once(child, "exit", { signal }).then(() => ({ trouble: ended }));
  const late = setTimeout(patience, { trouble: "the tests never end" }, { signal });
  try {
    const message = once(child, "message", { signal }).then(([answer]) => answer);
    return await Promise.race([message, gone, late]);
  } finally {
    answered.abort();
    await Promise.allSettled([gone, late]);
  }
}

function alteredMigrations(folder, check) {
  const migrations = join(folder, "migrations");
  cpSync(inProject("db/migrations"), migrations, { recursive: true });
  const file = join(migrations, basename(check.file));
  writeFileSync(file, withoutCheck(readFileSync(file, "utf8"), check));
  return migrations;
}

// What noticed that one check of a file was gone is likely to notice the next.
const lastToNotice = new Map();

function remember(file, test) {
  const before = lastToNotice.get(file) ?? [];
  lastToNotice.set(file, [test, ...before.filter((one) => one !== test)]);
}

/** The test files, in the order in which they are likely to notice. */
// These wait for other programs, look at what a file is like, and would notice no check.
const ofFiles = /^db\/exports\/(foreign-readers\/|formula-payloads|snapshots)/;

function testsFor(check, noticed) {
  const inDb = readdirSync(inProject("db"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `db/${file.replaceAll("\\", "/")}`)
    .filter((file) => !ofFiles.test(file));
  const tests = [...inDb.sort(), "domain/workflow.test.ts", "domain/reconciliation.test.ts"];
  const rank = (test) => {
    const place = noticed.indexOf(test);
    return place < 0 ? likelihood(test, check?.file ?? "") : place / noticed.length;
  };
  const ranks = new Map(tests.map((test) => [test, rank(test)]));
  return tests.sort((a, b) => ranks.get(a) - ranks.get(b));
}

function likelihood(test, file) {
  if (file.endsWith(".sql")) return test.includes("schema") ? 0 : 3;
  if (test === file.replace(/\.ts$/, ".test.ts")) return 0;
  const name = basename(file, ".ts");
  const text = readFileSync(inProject(test), "utf8");
  // Short ones first: they cost the least when they notice nothing.
  const length = text.length / 1_000_000;
  if (text.includes(`/${name}"`)) return 1 + length;
  return test === blinding ? 2 : 3 + length;
}
