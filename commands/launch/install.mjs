import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { inProject, run, runNode } from "./children.mjs";
import { alone } from "./lock.mjs";
import { Failure, step } from "./progress.mjs";

const oldestNode = [20, 19];
const marker = inProject("node_modules/.concord-installed");
const again = "then run the same command again.";

/** Makes sure that every package is there and works with this Node. Silent when nothing is to do. */
export async function install(out = process.stdout) {
  checkNode();
  if (isInstalled()) return;
  await alone("install", () => installNow(out), out);
}

/** Refuses a Node that is too old, before anything else is tried. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Failure(
    `Concord needs Node ${oldestNode.join(".")} or newer, and this is Node ${process.versions.node}. Install a newer Node from https://nodejs.org, ${again}`,
  );
}

async function installNow(out) {
  if (isInstalled()) return;
  if (!holdsWhatTheLockNames()) await step("Installing packages", installPackages, out);
  if (!(await sqliteOpens())) await step("Preparing the database engine", rebuildSqlite, out);
  writeFileSync(marker, `${wanted()}\n`);
}

/** What an installation depends on: the lock, and the Node and machine it was made for. */
function wanted() {
  const lock = createHash("sha256").update(readFileSync(inProject("package-lock.json")));
  const { platform, arch, versions } = process;
  return `${lock.digest("hex")} ${platform} ${arch} ${versions.modules}`;
}

function isInstalled() {
  return existsSync(marker) && readFileSync(marker, "utf8").trim() === wanted();
}

/** True when somebody has already run npm here and nothing is missing or of another version. */
function holdsWhatTheLockNames() {
  const record = inProject("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([path, { version, optional, extraneous }]) =>
      path === "" ||
      (installed[path]?.version ?? (optional || extraneous ? version : "")) === version,
  );
}

/** Development packages too, whatever NODE_ENV says: the build and the tests need them. */
async function installPackages() {
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const { code, output } = await npm(args);
  if (code === 0) return;
  throw new Failure(
    `The packages could not be installed. Check that this computer reaches the network (npm may need a proxy setting), ${again}`,
    output,
  );
}

async function rebuildSqlite() {
  const { output } = await npm(["rebuild", "better-sqlite3", "--ignore-scripts=false"]);
  if (await sqliteOpens()) return;
  throw new Failure(
    `The database engine better-sqlite3 does not work with Node ${process.versions.node} on this computer. Install a C++ toolchain (on Debian or Ubuntu: apt-get install build-essential python3; on macOS: xcode-select --install; on Windows: the Visual Studio Build Tools), ${again}`,
    output,
  );
}

/** Asked in a child, because a wrong binary can end the process without a word. */
async function sqliteOpens() {
  const program = `import Database from "better-sqlite3"; new Database(":memory:").prepare("select 1").get();`;
  const { code } = await runNode(["--input-type=module", "--eval", program]);
  return code === 0;
}

function npm(args) {
  const script = process.env.npm_execpath;
  if (script && basename(script) === "npm-cli.js" && existsSync(script))
    return runNode([script, ...args]);
  return process.platform === "win32" ? run("npm.cmd", args, { shell: true }) : run("npm", args);
}
