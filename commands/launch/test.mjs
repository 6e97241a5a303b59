import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { checks } from "./checks.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step, tell } from "./progress.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";

const parts = ["checks", "unit", "browser"];
const total = { passed: 0, failed: 0 };
const allSkipped = [];

/** Runs every check and test, goes on after a failure, and ends with one line for the whole. */
async function main() {
  const { only, extra } = options(process.argv.slice(2));
  if (await ready(install)) {
    if (only.includes("checks")) for (const [title, check] of checks) await oneCheck(title, check);
    if (only.includes("unit")) await tests("Unit and database tests", () => runVitest(extra));
    if (only.includes("browser") && (await ready(build)) && (await ready(provideBrowser)))
      await tests("Browser tests", () => runPlaywright(extra));
  }
  for (const line of inWords(allSkipped)) process.stdout.write(`\n${line}\n`);
  const skipped = allSkipped.length > 0 ? `, ${allSkipped.length} skipped` : "";
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
}

/** `--only=PART` runs one part, and whatever else follows goes to that part's test runner. */
function options(args) {
  const [first = "", ...rest] = args;
  if (args.length === 0) return { only: parts, extra: [] };
  const part = first.replace(/^--only=/, "");
  if (first.startsWith("--only=") && parts.includes(part)) return { only: [part], extra: rest };
  throw new Failure(
    `${first} is not an option of this command; it takes --only=${parts.join("|")}.`,
  );
}

/** What the tests stand on: counts as one failure when it fails, and what needs it is left out. */
async function ready(work) {
  try {
    await work();
    return true;
  } catch (failure) {
    tell(failure, process.stdout);
    total.failed += 1;
    return false;
  }
}

async function oneCheck(title, check) {
  if (await ready(() => step(title, check))) total.passed += 1;
}

async function tests(title, runner) {
  let result;
  await step(title, async () => {
    result = await runner();
    return `${result.passed} passed, ${result.failed} failed`;
  });
  if (result.failed > 0) process.stdout.write(`\n${result.output.trim()}\n\n`);
  for (const kind of Object.keys(total)) total[kind] += result[kind];
  allSkipped.push(...result.skipped);
}

/** What was skipped, a line for each reason. */
function inWords(skipped) {
  const reasons = [...new Set(skipped.map(({ because }) => because))];
  return reasons.map((reason) => {
    const names = skipped.filter(({ because }) => because === reason).map(({ name }) => name);
    return `Skipped${reason && `, because ${reason}`}: ${names.join("; ")}`;
  });
}

await launch(main);
