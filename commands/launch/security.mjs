import { join } from "node:path";
import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step, tell } from "./progress.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";

/** The browser tests that keep docs/security.md, each in its long version. */
const promised = [
  "e2e/blinding",
  "e2e/authorisation",
  "e2e/browser",
  "e2e/rating/wrong-levels",
  "e2e/fuzz/",
];

/**
 * Runs the long versions of the tests of what is promised, every one, whatever the others found. At
 * the end a line for each promise with its figures, and one for each that is not kept.
 */
async function main() {
  process.env.CONCORD_LONG = "1";
  process.env.CONCORD_FUZZ_SEED ||= `${Date.now()}`;
  process.env.CONCORD_FUZZ_REQUESTS ||= "20000";
  process.env.CONCORD_FUZZ_PATIENCE ||= "2000";
  await install();
  await build();
  await provideBrowser();
  const parts = [
    ...promised.map((part) => [`Long version of ${part}`, () => longVersion(part)]),
    ["Long version of what is withheld", whatIsWithheld],
    ["Times of refused sign-ins", signInTimes],
    ["Every check of db/ taken away", everyCheckTakenAway],
  ];
  const figures = [];
  const failures = [];
  for (const [title, part] of parts)
    try {
      await step(title, async () => figures.push(...(await part())));
    } catch (failure) {
      tell(failure);
      failures.push(`${title}: ${failure.message}`);
    }
  process.stdout.write(`\n${[...figures, ...failures].join("\n")}\n`);
  return failures.length === 0 ? 0 : 1;
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
