import { exitCode, inProject, startNode } from "./children.mjs";
import { install } from "./install.mjs";
import { providePrograms } from "./programs.mjs";
import { launch } from "./progress.mjs";

/** Runs one of Concord's commands. Anything about the setting-up goes to stderr, never into a pipe. */
async function main() {
  await install(process.stderr);
  await providePrograms(process.stderr);
  const program = inProject(".next/programs/concord.mjs");
  const child = startNode([program, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit"],
  });
  return new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => settle(exitCode(code, signal)));
  });
}

await launch(main);
