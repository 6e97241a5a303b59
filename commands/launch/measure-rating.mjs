import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { runPlaywright } from "./runners.mjs";

/** The ways to lose what one types while rating, and the browser test of each. */
const ways = ["e2e/rating/nothing-lost.spec.ts", "e2e/reconciling/stale-windows.spec.ts:14"];

/** Counts the keystrokes that rating takes, and the losses in the tests that try to lose something. */
async function main() {
  await install();
  await build();
  await provideBrowser();
  const figures = [];
  await step("Rating by keyboard", async () => {
    const result = await runPlaywright(["e2e/rating/rating-keys.spec.ts"]);
    if (result.failed > 0) throw new Failure("It takes too many keystrokes.", result.output);
    figures.push(...result.figures);
  });
  await step("Trying to lose what was typed", async () => {
    const { passed, failed, output } = await runPlaywright(ways);
    const tests = passed + failed;
    figures.push(`${failed} losses in ${tests} tests: offline, sleep, expiry, redeploy, two tabs`);
    if (failed > 0) throw new Failure(figures.at(-1), output);
  });
  process.stdout.write(`\n${figures.join("\n")}\n`);
  return 0;
}

await launch(main);
