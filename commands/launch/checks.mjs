import { readFileSync } from "node:fs";
import { environment, inProject, runNode } from "./children.mjs";
import { checkImportRule } from "./import-rule.mjs";
import { Failure } from "./progress.mjs";

/** The checks that need no test runner: each counts as one, and fails by throwing. */
export const checks = [
  ["Package lock is whole", checkLock],
  ["Import rule refuses what it should", checkImportRule],
  [
    "Format and lint",
    () => tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
  ],
  ["Types", checkTypes],
];

/**
 * An optional package that the lock names as wanted but does not hold makes `npm ci` fail
 * on the computers that need it.
 */
function checkLock() {
  const { packages } = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !holds(packages, path, name))
      .map((name) => `${name}, wanted by ${path}`),
  );
  if (missing.length === 0) return `${Object.keys(packages).length} packages`;
  throw new Failure(
    "package-lock.json lacks optional packages. Choose versions whose binaries are all in the registry.",
    missing.join("\n"),
  );
}

/** Looks for a package as Node does: next to the one that wants it, then in each folder above. */
function holds(packages, path, name) {
  const inside = path ? `${path}/` : "";
  if (packages[`${inside}node_modules/${name}`]) return true;
  if (!path) return false;
  const above = path.lastIndexOf("/node_modules/");
  return holds(packages, above < 0 ? "" : path.slice(0, above), name);
}

async function checkTypes() {
  await tool("next/dist/bin/next", ["typegen"]);
  await tool("typescript/bin/tsc", ["--noEmit"]);
}

async function tool(path, args) {
  const env = environment({ NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined });
  const { code, output } = await runNode([inProject("node_modules", path), ...args], { env });
  if (code !== 0) throw new Failure("This check found something to put right.", output);
}
