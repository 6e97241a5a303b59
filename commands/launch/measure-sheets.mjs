import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./children.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";

const rows = 100_000;

/** Reads 100,000 rows of 30 columns as a workbook and as CSV, and says what each takes. */
async function main() {
  await install();
  const folder = mkdtempSync(join(tmpdir(), "concord-sheets-"));
  const figures = [];
  try {
    await step("Making a large table", async () => {
      await command("large-table.ts", folder, String(rows));
    });
    for (const [name, file] of [
      ["workbook", "cases.xlsx"],
      ["CSV", "cases.csv"],
    ])
      await step(`Reading it as ${name}`, async () => {
        const read = JSON.parse(await command("reading.ts", join(folder, file)));
        if (read.rows[0] !== rows)
          throw new Failure("Not every row was read.", read.refused.join());
        const { seconds, processorSeconds, peakMegabytes, longestWait } = read;
        figures.push(
          `${name}: ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of the processor), ${Math.round(peakMegabytes)} MB at most; others wait ${Math.round(longestWait)} ms at most`,
        );
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`\n${figures.join("\n")}\n`);
  return 0;
}

/** Runs a program of commands/measure/ and gives back what it printed. */
async function command(program, ...args) {
  const script = join("commands", "measure", program);
  const { code, output, stdout } = await runNode(["--import", "tsx", script, ...args]);
  if (code !== 0) throw new Failure("It cannot be measured.", output);
  return stdout;
}

await launch(main);
