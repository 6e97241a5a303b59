import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pastTheProgram, person, temporaryStudy } from "../fixtures";
import { whenChanged, write } from "./store";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let told: number;
let endTelling: () => void;
beforeEach(async () => {
  study = await temporaryStudy();
  told = 0;
  endTelling = whenChanged(() => {
    told += 1;
  });
});
afterEach(() => {
  vi.useRealTimers();
  study.end();
});

const byAnother = () =>
  pastTheProgram(study.dataDir, (db) => db.exec("update people set name = 'Annie'"));

test("a listener is told once of a transaction, when all of it is stored", async () => {
  await write(async () => {
    await write(async () => undefined);
    expect(told).toBe(0);
  });
  expect(told).toBe(1);
});

test("and not of one that failed", async () => {
  const failing = write(async () => {
    throw new Error("Not stored");
  });
  await expect(failing).rejects.toThrow("Not stored");
  expect(told).toBe(0);
});

test("what another process stores is told within two seconds, and only once", async () => {
  await person("Ann", "coder");
  endTelling();
  vi.useFakeTimers();
  endTelling = whenChanged(() => {
    told += 1;
  });
  told = 0;
  byAnother();
  expect(told).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(told).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(told).toBe(1);
});

test("whoever listens no more is told nothing, and nobody looks any more", async () => {
  endTelling();
  vi.useFakeTimers();
  const end = whenChanged(() => undefined);
  expect(vi.getTimerCount()).toBe(1);
  end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  await write(async () => undefined);
  expect(told).toBe(0);
});
