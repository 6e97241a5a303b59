import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryStudy } from "../fixtures";
import { study as studyTable } from "../schema";
import type { Db, Moment } from "./engine";
import { closeStudy, openStudy, write } from "./store";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeEach(async () => {
  study = await temporaryStudy();
});
afterEach(() => study.end());

const put = (db: Db, code: string) =>
  db.update(studyTable).set({ firstRunCodeHash: code }).where(eq(studyTable.id, 1));

const store = (code: string) => write(async (tx) => put(tx, code));

async function seen({ db }: Moment): Promise<string | null | undefined> {
  const [row] = await db.select({ code: studyTable.firstRunCodeHash }).from(studyTable);
  return row?.code;
}

test("each moment sees what was stored before it, however many there are at once", async () => {
  const { moment } = openStudy(study.dataDir);
  await store("one");
  const one = moment();
  await store("two");
  const two = moment();
  await store("three");
  expect([await seen(one), await seen(two)]).toEqual(["one", "two"]);

  // What the first two were seen through is there for those that come.
  two.end();
  one.end();
  const three = moment();
  await store("four");
  const four = moment();
  expect([await seen(three), await seen(four)]).toEqual(["three", "four"]);
  three.end();
  four.end();
});

test("nothing is written in a moment, neither in the first nor in those that come after", async () => {
  const { moment } = openStudy(study.dataDir);
  for (const code of ["first", "second"]) {
    const { db, end } = moment();
    await expect(async () => put(db, code)).rejects.toThrow("write a readonly database");
    end();
  }
});

test("once the study is closed and every moment has ended, nothing is open", () => {
  const { moment } = openStudy(study.dataDir);
  const [one, two] = [moment(), moment()];
  one.end();
  closeStudy();
  expect(readdirSync(study.dataDir)).toContain("concord.sqlite-wal");
  two.end();
  expect(readdirSync(study.dataDir)).toEqual(["concord.sqlite"]);
});
