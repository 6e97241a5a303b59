import { join } from "node:path";
import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step, tell } from "./progress.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";

/** What is run, each in its long version, by the name that `--only=` takes. */
const parts = {
  blinding: () => longVersion("e2e/blinding"),
  authorisation: () => longVersion("e2e/authorisation"),
  browser: () => longVersion("e2e/browser"),
  "wrong-levels": () => longVersion("e2e/rating/wrong-levels"),
  fuzz: () => longVersion("e2e/fuzz/"),
  withheld: whatIsWithheld,
  "sign-in-times": signInTimes,
  "removed-checks": everyCheckTakenAway,
};

/**
 * Runs the long versions of the tests of what is promised, every one unless some are named, whatever
 * the others found. At the end a line for each promise with its figures, and one for each that is not
 * kept.
 */
async function main() {
  const only = chosen(process.argv.slice(2));
  process.env.CONCORD_LONG = "1";
  process.env.CONCORD_FUZZ_SEED ||= `${Date.now()}`;
  process.env.CONCORD_FUZZ_REQUESTS ||= "20000";
  process.env.CONCORD_FUZZ_PATIENCE ||= "2000";
  await install();
  await build();
  await provideBrowser();
  const figures = [];
  const failures = [];
  for (const part of only)
    try {
      await step(`Long version of ${part}`, async () => figures.push(...(await parts[part]())));
    } catch (failure) {
      tell(failure);
      failures.push(`${part}: ${failure.message}`);
    }
  process.stdout.write(`\n${[...figures, ...failures].join("\n")}\n`);
  return failures.length === 0 ? 0 : 1;
}

/** All of it, or what `--only=` names, with commas between. */
function chosen([first, ...rest]) {
  const all = Object.keys(parts);
  if (first === undefined) return all;
  const named = first.replace(/^--only=/, "").split(",");
  if (rest.length === 0 && first.startsWith("--only=") && named.every((one) => all.includes(one)))
    return named;
  throw new Failure(
    `${[first, ...rest].join(" ")} is not an option of this command; it takes --only= and one or more of ${all.join(", ")}, with commas between.`,
  );
}

/** What one of them counted. */
async function longVersion(part) {
  const { failed, figures, output } = await runPlaywright([part]);
  if (failed > 0) throw new Failure(`${failed} of its tests failed.`, output);
  return figures;
}

/** Whether what is withheld from publication can be worked out. */
async function whatIsWithheld() {
  const test = join("domain", "disclosure", "withhold.properties.test.ts");
  const { failed, figures, output } = await runVitest([test]);
  if (failed > 0) throw new Failure("What is withheld can be worked out.", output);
  return figures;
}

/** Whether an unknown address is told apart by how long it takes. */
async function signInTimes() {
  const script = join("commands", "security", "sign-in-times.ts");
  const { code, output, stdout } = await runNode(["--import", "tsx", script]);
  if (code !== 0) throw new Failure("One takes longer than the other, or it failed:", output);
  return [stdout.trim()];
}

async function everyCheckTakenAway() {
  // Not before: a fresh copy has no packages yet when this file is read.
  const { inWords, removeChecks } = await import("../security/remove-checks.mjs");
  const result = await removeChecks();
  if (result.missed.length > 0) throw new Failure("No test noticed:", result.missed.join("\n"));
  return [inWords(result)];
}

await launch(main);
