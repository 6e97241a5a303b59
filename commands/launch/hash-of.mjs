import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./children.mjs";

/** A hash of these files and of all that stands in these directories, but for tests. */
export function hashOf(sources) {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of filesUnder(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inProject(file)))
        .update("\0");
  return hash.digest("hex");
}

function filesUnder(path) {
  const stat = statSync(inProject(path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return path.endsWith(".test.ts") ? [] : [path];
  return readdirSync(inProject(path))
    .filter((name) => name !== "node_modules" && name !== ".DS_Store")
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
