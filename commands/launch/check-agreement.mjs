import { join, resolve } from "node:path";
import { exitCode, root, startNode } from "./children.mjs";
import { install } from "./install.mjs";
import { launch } from "./progress.mjs";

/** Checks the agreement statistics against the fixtures of a folder; the project's own without one. */
async function main() {
  await install(process.stderr);
  // npm changes to the project's directory; the folder is meant from where the command was given.
  const from = process.env.INIT_CWD ?? process.cwd();
  const folder = process.argv[2]
    ? resolve(from, process.argv[2])
    : join(root, "domain", "agreement", "fixtures");
  const script = join("commands", "agreement", "check-folder.ts");
  const child = startNode(["--import", "tsx", script, folder], {
    stdio: ["inherit", "inherit", "inherit"],
  });
  return new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => settle(exitCode(code, signal)));
  });
}

await launch(main);
