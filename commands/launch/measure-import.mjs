import { join } from "node:path";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { heapGrowth } from "./server-args.mjs";

/** Imports 100,000 cases as the pages do, and says what each step takes. */
async function main() {
  await install();
  let figures = "";
  await step("Importing 100,000 cases", async () => {
    const script = join("commands", "measure", "whole-import.ts");
    const args = [heapGrowth, "--import", "tsx", script, "100000"];
    const { code, output, stdout } = await runNode(args);
    if (code !== 0) throw new Failure("It cannot be measured.", output);
    figures = stdout;
  });
  process.stdout.write(`\n${figures}`);
  return 0;
}

await launch(main);
