import { provideBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { runPlaywright } from "./runners.mjs";

/** Takes a picture of every page and state of the demonstration into docs/pictures. */
async function main() {
  process.env.CONCORD_PICTURES = "1";
  await install();
  await build();
  await provideBrowser();
  await step("Taking pictures of every page and state", async () => {
    const { failed, output } = await runPlaywright([]);
    if (failed > 0) throw new Failure("Some pictures could not be taken.", output);
  });
  process.stdout.write("\nThe pictures are in docs/pictures, each at 1280 and at 360 pixels.\n");
  return 0;
}

await launch(main);
