import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const linked = [
  ...["node_modules", "db", "package.json", "next.config.mjs"],
  // What reads uploads in a process of its own.
  ...["commands", "domain", "tsconfig.json"],
];

/** A copy of the built application in which something was taken away, to see what then fails. */
export interface AlteredBuild {
  /** The directory to start it from. */
  readonly root: string;
  end(): void;
}

/** The application without proxy.ts: no header, no check of its own stands before the pages. */
export function buildWithoutProxy(): AlteredBuild {
  const copy = copyOfBuild();
  const manifest = join(copy.root, ".next/server/functions-config-manifest.json");
  const before = JSON.parse(readFileSync(manifest, "utf8"));
  if (!before.functions["/_middleware"]) throw new Error("The build names its proxy otherwise now");
  delete before.functions["/_middleware"];
  writeFileSync(manifest, JSON.stringify(before));
  rmSync(join(copy.root, ".next/server/middleware.js"));
  return copy;
}

/** The same application, built anew: pages that are open come from another build. */
export function builtAnew(): AlteredBuild {
  const copy = copyOfBuild();
  writeFileSync(join(copy.root, ".next/BUILD_ID"), "built-anew-for-this-test");
  return copy;
}

// In server code, the part of blinding.ts that asks whether every coder has submitted.
const everyCoderHasSubmitted =
  /not exists \(\s+select 1 from assignments a\s+where a\.case_id = \$\{[\w$]+\} and \$\{[\w$]+\} and not \(\$\{[\w$]+\}\)\)/g;

/** The application with its promise switched off: every case is as if all had submitted. */
export function buildWithoutBlinding(): AlteredBuild {
  return buildWith(everyCoderHasSubmitted, "1 = 1");
}

/** The application with something in its server code replaced wherever it stands. */
export function buildWith(code: RegExp, replacement: string): AlteredBuild {
  const copy = copyOfBuild();
  const chunks = join(copy.root, ".next/server");
  let replaced = 0;
  for (const name of readdirSync(chunks, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".js")) continue;
    const before = readFileSync(join(chunks, name), "utf8");
    const after = before.replaceAll(code, () => replacement);
    if (after === before) continue;
    writeFileSync(join(chunks, name), after);
    replaced += 1;
  }
  if (replaced === 0) throw new Error(`No server code is like ${code}`);
  return copy;
}

function copyOfBuild(): AlteredBuild {
  const copy = mkdtempSync(join(tmpdir(), "concord-build-"));
  const cache = resolve(root, ".next/cache");
  cpSync(resolve(root, ".next"), join(copy, ".next"), {
    recursive: true,
    filter: (source) => source !== cache,
  });
  for (const name of linked) symlinkSync(resolve(root, name), join(copy, name));
  return { root: copy, end: () => rmSync(copy, { recursive: true, force: true }) };
}
