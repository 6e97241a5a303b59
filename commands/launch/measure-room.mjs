import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { runPlaywright } from "./runners.mjs";

/** Puts twenty people into one room, and says how long a decision takes to be on all screens. */
async function main() {
  process.env.CONCORD_MEASURE = "1";
  await install();
  await build();
  await provideBrowser();
  let figures = [];
  await step("Twenty people in one room", async () => {
    const result = await runPlaywright([]);
    figures = result.figures;
    if (result.failed > 0) throw new Failure("It takes too long.", result.output);
  });
  process.stdout.write(`\n${figures.join("\n")}\n`);
  return 0;
}

await launch(main);
