import { join } from "node:path";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";

/** Measures the agreement statistics, and says what each takes. */
async function main() {
  await install();
  let figures = "";
  await step("Measuring the agreement of 100,000 cases", async () => {
    const script = join("commands", "agreement", "bench.ts");
    const { code, output, stdout } = await runNode(["--import", "tsx", script]);
    if (code !== 0) throw new Failure("It cannot be measured.", output);
    figures = stdout;
  });
  process.stdout.write(`\n${figures}`);
  return 0;
}

await launch(main);
