import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { runVitest } from "./runners.mjs";

/** Takes the dataset away a thousand times while twenty people write, and looks at each. */
async function main() {
  process.env.CONCORD_LONG = "1";
  await install();
  let figures = [];
  await step("A thousand exports while twenty people write", async () => {
    const result = await runVitest(["db/exports/snapshots.test.ts"]);
    figures = result.figures;
    if (result.failed > 0) throw new Failure("An export is not of one moment.", result.output);
  });
  process.stdout.write(`\n${figures.join("\n")}\n`);
  return 0;
}

await launch(main);
