import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inProject } from "../launch/children.mjs";
import { Failure, launch } from "../launch/progress.mjs";
import { filesAsking, filesOfTests, plansFor, untriedFirst } from "./asking-tests.mjs";
import { findChecks } from "./checks.mjs";
import { forgetGone, hints, learn, Noticed } from "./noticed.mjs";
import { startRunner } from "./tests-without.mjs";

const atOnce = 2;

/**
 * Checks whose removal changes nothing that anybody could see, each with the reason why. Taking
 * one away would run every test to learn that again.
 */
function redundantChecks() {
  return JSON.parse(readFileSync(inProject("commands/security/redundant-checks.json"), "utf8"));
}

/**
 * Takes every check of db/ away, one at a time, and runs the tests that ask it on what is left: one
 * must fail. `only` keeps to those whose names begin so, with commas between. `tell` is told the
 * name of each, the test that noticed, and whether that was found out slowly. Gives back how many were
 * removed, how many of those the tests caught, how many are left because they are known as redundant,
 * and the names of those that are missed.
 */
export async function removeChecks({ only = "", tell = () => {} } = {}) {
  const rooms = only.split(",");
  const found = findChecks().filter(({ name }) => rooms.some((room) => name.startsWith(room)));
  if (found.length === 0) throw new Failure(`No check in ${only}`);
  const redundant = redundantChecks();
  const checks = found.filter((check) => !redundant[check.name]);
  const caught = new Set();
  const noticed = new Noticed();
  const note = (name, by, slowly) => {
    if (caught.has(name)) return;
    if (by) caught.add(name);
    if (by) noticed.add(name, by);
    tell(name, by, slowly);
  };
  const runners = Array.from({ length: atOnce }, startRunner);
  const uncaught = () => checks.filter(({ name }) => !caught.has(name));
  const hint = hints();
  const perhapsQuick = () => uncaught().filter(({ name }) => !hint[name]);
  try {
    const asked = await askedBy(runners);
    const plans = [];
    for (const part of quickly) {
      const next = plansFor(perhapsQuick(), asked, part);
      await repeatTests(runners, next, note);
      plans.push(...next);
    }
    await runTests(runners, uncaught(), { asked, plans, noticed, hint }, note);
  } finally {
    for (const runner of runners) runner.stop();
  }
  const gone = Object.keys(redundant).filter((name) => !found.some((one) => one.name === name));
  if (!only && gone.length > 0) throw new Failure("Not a check any more:", gone.join("\n"));
  const missed = uncaught().map(({ name }) => name);
  const known = found.length - checks.length;
  return { removed: checks.length, caught: caught.size, known, missed };
}

// Most are noticed by the first test that asks them, which is soon repeated in one process. What is
// not noticed so has tests of its own run on code without it, from the start; what was not the last
// time is not repeated first.
const quickly = [
  { after: 0, many: 1, longest: 5000 },
  { after: 1, many: 3, longest: 2000 },
  { after: 4, many: 16, longest: 2000 },
];

async function repeatTests(runners, plans, note) {
  await shareOut(runners, plans, async (runner, plan) => {
    for (const [name, by] of await runner.repeated(plan)) note(name, by);
  });
}

// What noticed this before comes first, all of it; then what noticed most often that another check of
// its file was gone; and what has been repeated without it comes last.
async function runTests(runners, checks, { asked, plans, noticed, hint }, note) {
  await shareOut(runners, checks, async (runner, check) => {
    const times = ({ file }) => noticed.times(check, file);
    const files = filesAsking(check, asked).sort((one, other) => times(other) - times(one));
    const isHint = ({ file }) => file === hint[check.name];
    const others = files.filter((one) => !isHint(one));
    const tests = [...files.filter(isHint), ...untriedFirst(others, repeatedWithout(check, plans))];
    note(check.name, await runner.without(check, tests), true);
  });
}

function repeatedWithout(check, plans) {
  return plans.flatMap(({ file, repeats }) =>
    Object.keys(repeats)
      .filter((name) => repeats[name].includes(check.name))
      .map((name) => ({ file, name })),
  );
}

async function shareOut(runners, tasks, work) {
  const waiting = [...tasks];
  const workOn = async (runner) => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await work(runner, task);
  };
  await Promise.all(runners.map(workOn));
}

/** Which test asks which check, from running all of them once. */
async function askedBy(runners) {
  const files = filesOfTests();
  const shares = runners.map((_, at) => files.filter((_, place) => place % runners.length === at));
  const answers = await Promise.all(runners.map((one, at) => one.askedBy(shares[at])));
  const { failed } = answers.find((answer) => answer.failed) ?? {};
  if (failed) throw new Failure("A test fails as it is, so it cannot show anything.", failed);
  return answers.flatMap(({ asked }) => asked);
}

/** What came of it, in one line. */
export function inWords({ removed, caught, known }) {
  return `checks: ${removed} removed one by one, ${caught} caught; ${known} more are known to be redundant`;
}

async function main() {
  const given = process.argv.slice(2);
  const only = given.find((arg) => arg.startsWith("--only="))?.replace("--only=", "");
  const print = (line) => process.stdout.write(`${line}\n`);
  const learns = given.includes("--learn");
  const tell = (name, by, slowly) => {
    print(`${name}: ${by ?? "SURVIVED"}`);
    const [file = ""] = by?.split(": ") ?? [];
    // What the database holds is noticed by the first files that are asked.
    if (learns && slowly && file.endsWith(".test.ts") && !name.includes(".sql ")) learn(name, file);
  };
  const result = await removeChecks({ only, tell });
  if (learns) forgetGone();
  for (const name of result.missed) print(`No test noticed: ${name}`);
  print(inWords(result));
  return result.missed.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await launch(main);
