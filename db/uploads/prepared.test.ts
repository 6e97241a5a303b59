import { mkdtempSync, rmSync, truncateSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { draftOf } from "../imports/drafts.fixtures";
import { draftsIn, keepDrafts } from "./prepared";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-drafts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const drafts = Array.from({ length: 20_050 }, (_, index) => draftOf(`X-${index}`));

test("drafts that are kept come back, all and in order", async () => {
  await keepDrafts(folder, drafts);
  const found = [];
  for await (const some of draftsIn(folder)) found.push(...some);
  expect(found).toEqual(drafts);
});

test("drafts that nobody has asked for yet are not held in memory", async () => {
  await keepDrafts(folder, drafts);
  const file = join(folder, "drafts.ndjson");
  const some = draftsIn(folder)[Symbol.asyncIterator]();
  expect((await some.next()).value).toHaveLength(200);
  // Whoever wanted to read all of it meanwhile could.
  for (let round = 0; round < 100; round += 1) await readFile(file);
  truncateSync(file);
  let more = 0;
  const rest = async () => {
    while (!(await some.next()).done) more += 1;
  };
  await expect(rest()).rejects.toThrow("The drafts of an upload end in the middle of a line");
  expect(more).toBeLessThan(10);
});
