import { join } from "node:path";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";

/**
 * Brings in 100,000 invented cases, and says what tables, analyses and lists of cases take; and what
 * it takes to work out what may be published of the ninth release of ten samples.
 */
async function main() {
  await install();
  const figures = [];
  const run =
    (...program) =>
    async () => {
      figures.push(await measure(...program));
    };
  await step("Tables of 100,000 cases", run("tables.ts", "100000"));
  await step("What may be published of nine releases", run("publications.ts", "9", "25"));
  process.stdout.write(`\n${figures.join("\n")}`);
  return 0;
}

/** What a program that measures prints. */
async function measure(program, ...sizes) {
  const script = join("commands", "measure", program);
  const { code, output, stdout } = await runNode(["--import", "tsx", script, ...sizes]);
  if (code !== 0) throw new Failure("It cannot be measured.", output);
  return stdout;
}

await launch(main);
