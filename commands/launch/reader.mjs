import { build } from "esbuild";
import { inProject } from "./children.mjs";

// Packages written for require() find it here.
const banner = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

/**
 * Makes the program that reads uploads one file of JavaScript, in which nothing is left to find or
 * to translate. It is started anew for every step of an import, and starts several times as fast.
 */
export default async function makeReader() {
  await build({
    entryPoints: [inProject("commands/read-upload.ts")],
    outfile: inProject(".next/read-upload.mjs"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: banner },
    logLevel: "warning",
  });
}
