import { join } from "node:path";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";

/** Brings in 100,000 invented cases, and says what tables, analyses and lists of cases take. */
async function main() {
  await install();
  let figures = "";
  await step("Tables of 100,000 cases", async () => {
    const script = join("commands", "measure", "tables.ts");
    const { code, output, stdout } = await runNode(["--import", "tsx", script, "100000"]);
    if (code !== 0) throw new Failure("It cannot be measured.", output);
    figures = stdout;
  });
  process.stdout.write(`\n${figures}`);
  return 0;
}

await launch(main);
