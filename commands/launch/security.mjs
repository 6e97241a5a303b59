import { inWords, removeChecks } from "../security/remove-checks.mjs";
import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { runPlaywright } from "./runners.mjs";

/** The browser tests that keep docs/security.md, each in its long version. */
const promised = [
  "e2e/blinding",
  "e2e/authorisation",
  "e2e/browser",
  "e2e/wrong-levels",
  "e2e/fuzz/",
];

/** Runs the long versions of the tests of what is promised; a line for each promise at the end. */
async function main() {
  process.env.CONCORD_LONG = "1";
  process.env.CONCORD_FUZZ_REQUESTS ||= "20000";
  await install();
  await build();
  await provideBrowser();
  const figures = [];
  for (const part of promised)
    await step(`Long version of ${part}`, async () => {
      const result = await runPlaywright([part]);
      if (result.failed > 0) throw new Failure(`${part} found something.`, result.output);
      figures.push(...result.figures);
    });
  await step("Every check of db/ taken away", async () => {
    const result = await removeChecks();
    if (result.missed.length > 0) throw new Failure("No test noticed:", result.missed.join("\n"));
    figures.push(inWords(result));
  });
  process.stdout.write(`\n${figures.join("\n")}\n`);
  return 0;
}

await launch(main);
