import { inProject } from "./children.mjs";

/** What the server starts beside itself, in a process or thread of its own. */
const programs = [
  "commands/read-upload.ts",
  "commands/copy-faults.ts",
  "commands/make-documents.ts",
];

// Packages written for require() find it here.
const banner = `import { createRequire as requiring } from "node:module";
const require = requiring(import.meta.url);`;

/**
 * Makes each of these programs one file of JavaScript in .next/programs, in which nothing is left to
 * find or to translate: people wait for them to start, and so they start several times as fast.
 */
export default async function makePrograms() {
  // Not before: a fresh copy has no packages yet when this file is read.
  const { build } = await import("esbuild");
  await build({
    entryPoints: programs.map((program) => inProject(program)),
    outdir: inProject(".next/programs"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: banner },
    logLevel: "warning",
  });
}
