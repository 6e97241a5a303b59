import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What a file asks for as it is read, and what that asks for in turn; not what it loads later. */
function readBy(file: string, seen = new Map<string, string[]>()): Map<string, string[]> {
  const text = readFileSync(file, "utf8");
  const asked = [...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gm)].map(
    ([, from = ""]) => from,
  );
  seen.set(file, asked);
  for (const from of asked.filter((one) => one.startsWith("."))) {
    const next = join(dirname(file), from);
    if (!seen.has(next)) readBy(next, seen);
  }
  return seen;
}

test.each(["start", "test", "security", "fuzz"])(
  "npm run %s starts in a copy without packages",
  (name) => {
    const read = readBy(join(import.meta.dirname, `${name}.mjs`));
    expect(read.size).toBeGreaterThan(5);
    const packages = [...read.values()].flat().filter((one) => !/^(node:|\.)/.test(one));
    expect(packages).toEqual([]);
  },
);
