import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject } from "./children.mjs";
import { hashOf } from "./hash-of.mjs";
import { alone } from "./lock.mjs";

/** What runs in a process of its own: Concord's commands, and what the server starts beside itself. */
const programs = [
  "commands/concord.ts",
  "commands/prepare.ts",
  "commands/read-upload.ts",
  "commands/copy-faults.ts",
  "commands/make-documents.ts",
];

const sources = ["commands", "db", "domain", "package-lock.json", "tsconfig.json"];
const marker = inProject(".next/programs/made-of");

// Packages written for require() find it here.
const banner = `import { createRequire as requiring } from "node:module";
const require = requiring(import.meta.url);`;

/**
 * Makes each of these programs one file of JavaScript in .next/programs, in which nothing is left to
 * find or to translate: people wait for them to start, and so they start several times as fast.
 */
export default async function makePrograms() {
  const madeOf = hashOf(sources);
  // Not before: a fresh copy has no packages yet when this file is read.
  const { build } = await import("esbuild");
  await build({
    entryPoints: programs.map((program) => inProject(program)),
    outdir: inProject(".next/programs"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // They load code that is made for one kind of machine.
    external: ["better-sqlite3", "@node-rs/argon2"],
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: banner },
    logLevel: "warning",
  });
  writeFileSync(marker, `${madeOf}\n`);
}

/** Makes them where they are not there yet; `out` is told when another process makes them meanwhile. */
export async function providePrograms(out) {
  if (!areMade()) await alone("build", provideNow, out);
}

/** The same, for whoever holds the lock of a build. */
export async function provideNow() {
  if (!areMade()) await makePrograms();
}

/** Whether they were made of the very same files. */
function areMade() {
  return existsSync(marker) && readFileSync(marker, "utf8").trim() === hashOf(sources);
}
