import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryStudy } from "../fixtures";
import { beginsAtOnce } from "./writing";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let mine: Database.Database;
beforeEach(async () => {
  study = await temporaryStudy();
  mine = opened();
});
afterEach(() => {
  mine.close();
  study.end();
});

function opened(): Database.Database {
  return new Database(join(study.dataDir, "concord.sqlite"), { timeout: 0 });
}

test("while another writes a transaction does not begin, and once it is too late that is an error", () => {
  const other = opened();
  expect(beginsAtOnce(other)).toBe(true);
  expect(beginsAtOnce(mine, Date.now() + 60_000)).toBe(false);
  expect(() => beginsAtOnce(mine, Date.now() - 1)).toThrow("database is locked");
  other.close();
  expect(beginsAtOnce(mine, Date.now() - 1)).toBe(true);
});

test("what keeps a transaction from beginning for good is an error at once", () => {
  expect(beginsAtOnce(mine)).toBe(true);
  expect(() => beginsAtOnce(mine)).toThrow("cannot start a transaction within a transaction");
  mine.close();
  expect(() => beginsAtOnce(mine)).toThrow("The database connection is not open");
});
