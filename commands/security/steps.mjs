import { readFileSync, statSync } from "node:fs";
import { setInterval } from "node:timers/promises";

// Far longer than any step of these tests takes, on a busy machine too.
export const longestStep = 90_000;

/**
 * The steps that runner-with-switches.mjs has told so far in a file, in their order: `{ kind, test,
 * check }`. It "tries" a test, without a check or with null as it is; a check is "caught" where the
 * test fails without it alone; and the file is "spoilt" where a test fails as it is.
 */
export function stepsIn(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/**
 * Does some work that tells its steps in a file, and gives back what comes of it; undefined once no
 * step has come for a minute and a half. A loop without end keeps the tests from ending it themselves.
 */
export async function unlessStuck(file, work, longest = longestStep) {
  const over = new AbortController();
  try {
    return await Promise.race([work, standstill(file, longest, over.signal)]);
  } finally {
    over.abort();
  }
}

async function standstill(file, longest, signal) {
  let told = 0;
  let since = Date.now();
  try {
    for await (const _ of setInterval(1000, null, { signal })) {
      const { size } = statSync(file);
      if (size !== told) since = Date.now();
      told = size;
      if (Date.now() - since > longest) return;
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}
