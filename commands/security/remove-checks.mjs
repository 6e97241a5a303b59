import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inProject } from "../launch/children.mjs";
import { Failure, launch } from "../launch/progress.mjs";
import { findChecks } from "./checks.mjs";
import { startRunner } from "./tests-without.mjs";

const atOnce = 2;

/**
 * Checks whose removal changes nothing that anybody could see, each with the reason why. Taking
 * one away would run every test to learn that again.
 */
function redundantChecks() {
  return JSON.parse(readFileSync(inProject("commands/security/redundant-checks.json"), "utf8"));
}

const noticed = inProject("commands/security/noticed-by.json");

/**
 * Which test noticed that a check was gone, by the name of the check, as it was last noted. It
 * saves time and decides nothing: where that test passes, all of them are run.
 */
function noticedBefore() {
  return existsSync(noticed) ? JSON.parse(readFileSync(noticed, "utf8")) : {};
}

/** Notes which test noticed that a check was gone; what is no check any more is forgotten. */
function noteWith(names) {
  const kept = noticedBefore();
  return (name, by) => {
    kept[name] = by;
    const lines = names.flatMap((one) => (kept[one] ? [[one, kept[one]]] : []));
    writeFileSync(noticed, `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`);
  };
}

/**
 * Takes every check of db/ away, one at a time, and runs the tests on what is left: one must fail.
 * `tell` is told the name of each and the test
 * that noticed. Gives back how many were removed, how many of those the tests caught,
 * how many are left because they are known as redundant, and the names of those that are missed.
 */
export async function removeChecks({ only = "", tell = () => {} } = {}) {
  const found = findChecks().filter((check) => check.name.startsWith(only));
  if (found.length === 0) throw new Failure(`No check in ${only}`);
  const redundant = redundantChecks();
  const checks = found.filter((check) => !redundant[check.name]);
  const waiting = [...checks];
  const missed = [];
  let caught = 0;
  let patience = 0;
  const before = noticedBefore();
  const work = async (runner) => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const by = await runner.run(check, { patience, noticedBy: before[check.name] });
      if (by) caught += 1;
      else missed.push(check.name);
      tell(check.name, by);
    }
  };
  const runners = Array.from({ length: atOnce }, startRunner);
  try {
    const [first] = runners;
    const started = Date.now();
    const unsound = await first.run(null);
    patience = 5 * (Date.now() - started) + 60_000;
    if (unsound) throw new Failure("A test fails as it is, so it cannot show anything.", unsound);
    await Promise.all(runners.map(work));
  } finally {
    for (const runner of runners) runner.stop();
  }
  const gone = Object.keys(redundant).filter((name) => !found.some((one) => one.name === name));
  if (!only && gone.length > 0) throw new Failure("Not a check any more:", gone.join("\n"));
  return { removed: checks.length, caught, known: found.length - checks.length, missed };
}

/** What came of it, in one line. */
export function inWords({ removed, caught, known }) {
  return `checks: ${removed} removed one by one, ${caught} caught; ${known} more are known to be redundant`;
}

async function main() {
  const given = process.argv.slice(2);
  const only = given.find((arg) => arg.startsWith("--only="))?.replace("--only=", "");
  const print = (line) => process.stdout.write(`${line}\n`);
  const note = noteWith(findChecks().map(({ name }) => name));
  const tell = (name, by) => {
    print(`${name}: ${by ?? "SURVIVED"}`);
    if (by && given.includes("--note")) note(name, by);
  };
  const result = await removeChecks({ only, tell });
  for (const name of result.missed) print(`No test noticed: ${name}`);
  print(inWords(result));
  return result.missed.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await launch(main);
