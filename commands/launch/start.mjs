import { build } from "./build.mjs";
import { environment, inProject, runNode } from "./children.mjs";
import { checkNode, install } from "./install.mjs";
import { Failure, launch, step } from "./progress.mjs";
import { checkPort, serve } from "./serve.mjs";

const known = ["--demo", "--fresh"];

/** Brings Concord from a fresh copy to a server that answers. */
async function main() {
  const flags = process.argv.slice(2);
  const unknown = flags.find((flag) => !known.includes(flag));
  if (unknown)
    throw new Failure(
      `${unknown} is not an option of this command; it takes ${known.join(" and ")}.`,
    );
  if (flags.includes("--fresh") && !flags.includes("--demo"))
    throw new Failure("--fresh starts the demonstration over: npm run demo -- --fresh");
  const settings = settingsFor(flags.includes("--demo"));
  checkNode();
  await checkPort(settings.CONCORD_HOST, settings.PORT);
  await install();
  await build(process.stdout, settings.CONCORD_DATA_DIR);
  const words = await prepare(flags, settings);
  return serve(settings, () => process.stdout.write(words));
}

/** The settings of this run: what the environment says, and a default for the rest. */
function settingsFor(demonstration) {
  const port = process.env.PORT || "3000";
  return environment({
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: port,
    CONCORD_HOST: process.env.CONCORD_HOST || "127.0.0.1",
    CONCORD_URL: process.env.CONCORD_URL || `http://127.0.0.1:${port}`,
    CONCORD_DATA_DIR: process.env.CONCORD_DATA_DIR || (demonstration ? "./demo-data" : "./data"),
  });
}

/** Makes the database ready and gives back the words to show when the server answers. */
async function prepare(flags, env) {
  let words = "";
  await step("Preparing the data", async () => {
    const result = await runNode([inProject(".next/programs/prepare.mjs"), ...flags], { env });
    if (result.code !== 0)
      throw new Failure(result.output.trim() || "The data could not be prepared.");
    words = result.stdout;
  });
  return words;
}

await launch(main);
