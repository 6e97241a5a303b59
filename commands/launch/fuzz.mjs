import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { runPlaywright } from "./runners.mjs";

/** Sends 20,000 random requests, or as many as CONCORD_FUZZ_REQUESTS says, and needs no browser. */
async function main() {
  process.env.CONCORD_FUZZ_SEED ||= `${Date.now()}`;
  process.env.CONCORD_FUZZ_REQUESTS ||= "20000";
  process.env.CONCORD_FUZZ_PATIENCE ||= "2000";
  await install();
  await build();
  let result;
  await step(`Sending ${process.env.CONCORD_FUZZ_REQUESTS} random requests`, async () => {
    result = await runPlaywright(["e2e/fuzz/", "--project=chromium"]);
  });
  if (result.failed > 0) throw new Failure("The fuzz found something to put right.", result.output);
  const figures = result.output.split("\n").filter((line) => line.startsWith("fuzz: "));
  process.stdout.write(`\n${figures.join("\n")}\n`);
  return 0;
}

await launch(main);
