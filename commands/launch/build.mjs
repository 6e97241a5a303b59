import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionKey } from "./action-key.mjs";
import { environment, inProject, runNode } from "./children.mjs";
import { hashOf } from "./hash-of.mjs";
import { alone } from "./lock.mjs";
import { provideNow } from "./programs.mjs";
import { Failure, step } from "./progress.mjs";

/** All that the built application is made of, besides what the package lock names. */
const sources = [
  "app",
  "components",
  "db",
  "domain",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "package-lock.json",
  "tsconfig.json",
  "commands/launch/vendor-css.mjs",
];
const marker = inProject(".next/concord-build");

/**
 * Builds the application, unless the last build was made of the very same files. With a study's
 * data directory, its server actions are named as in every other build for that study.
 */
export async function build(out = process.stdout, dataDir = undefined) {
  return alone("build", () => buildNow(out, dataDir), out);
}

async function buildNow(out, dataDir) {
  await makeVendorCss();
  const made = hashOf(sources);
  const isBuilt = existsSync(marker) && readFileSync(marker, "utf8").trim() === made;
  if (!isBuilt) {
    await step("Building Concord", () => nextBuild(dataDir), out);
    writeFileSync(marker, `${made}\n`);
  }
  await provideNow();
}

/** Runs before the files are compared, because what it writes is part of the build. */
async function makeVendorCss() {
  const { code, output } = await runNode([inProject("commands/launch/vendor-css.mjs")]);
  if (code !== 0) throw new Failure("The style sheet could not be made from its packages.", output);
}

/** Built with an empty data directory, so that no page can take a study's data into the build. */
async function nextBuild(dataDir) {
  rmSync(marker, { force: true });
  const noData = mkdtempSync(join(tmpdir(), "concord-build-"));
  const env = environment({
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CONCORD_DATA_DIR: noData,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: dataDir && actionKey(dataDir),
  });
  const { code, output } = await runNode([inProject("node_modules/next/dist/bin/next"), "build"], {
    env,
  });
  rmSync(noData, { recursive: true, force: true });
  if (code !== 0)
    throw new Failure("Concord could not be built. The message above says why.", output);
}
