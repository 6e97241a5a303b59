import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { environment, inProject, startNode } from "../launch/children.mjs";
import { Failure } from "../launch/progress.mjs";
import { planAfter } from "./asking-tests.mjs";
import { withoutCheck } from "./switches.mjs";

const runner = inProject("commands/security/test-runner.mjs");
const ended = "The process that runs the tests has ended";

/**
 * Starts a process that runs tests on altered code.
 *
 * `askedBy(files)` runs the tests of these files on the code as it is, and gives back `asked`: each
 * test with its file, its name, how many milliseconds it took, and its file around its tests, and the
 * names of the checks that were asked, by itself and around it; or which test `failed`.
 *
 * `repeated({ file, repeats, took })` repeats tests of a file, by their names, without one check
 * after the other, all in one process, and gives back pairs: a check and the test that failed
 * without it. Of what it does not give back nothing is known. Where it gets stuck, or a test fails as it
 * is because of what came before, it goes on from there in a new process, or a new run of the file.
 *
 * `without(check, tests)` gives back which of the tests failed without this check, null when all
 * passed. `tests` are `{ file, names, took }`, the first to be run first; with null for names all
 * of a file's. One that gets stuck in a loop without end has failed.
 */
export function startRunner() {
  let child = null;
  const stop = () => {
    child?.kill("SIGKILL");
    child = null;
  };
  return { stop, askedBy, repeated, without };

  async function askedBy(files) {
    const answer = await answerTo({ ask: "askedBy", tests: files }, 3_600_000);
    if (answer.trouble) throw new Failure(answer.trouble);
    return answer;
  }

  async function repeated(plan) {
    const caught = [];
    let left = plan;
    while (left) {
      const { file, repeats, took } = left;
      const patience = 240_000 + 10 * took;
      const { steps = [], stuck } = await answerTo({ ask: "repeated", file, repeats }, patience);
      if (stuck) stop();
      for (const { kind, test, check } of steps)
        if (kind === "caught") caught.push([check, `${file}: ${test}`]);
      const isWhole = !stuck && steps.every(({ kind }) => kind !== "spoilt");
      left = isWhole ? null : planAfter(left, steps);
    }
    return caught;
  }

  async function without(check, tests) {
    const folder = mkdtempSync(join(tmpdir(), "concord-check-"));
    const migrations = check.file.endsWith(".sql") ? alteredMigrations(folder, check) : null;
    const patience = 120_000 + 10 * tests.reduce((sum, { took }) => sum + took, 0);
    try {
      const ask = () => answerTo({ ask: "without", check, migrations, tests }, patience);
      // A process with native code in it can fall over for reasons of its own: it has a second try.
      let answer = await ask();
      if (answer.trouble) answer = await ask();
      if (answer.trouble === ended) throw new Failure(`${ended}: ${check.name}`);
      if (answer.stuck) stop();
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
