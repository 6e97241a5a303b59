import { afterAll, beforeAll, expect, test } from "vitest";
import { passwordOf, pastTheProgram, person, temporaryStudy } from "./fixtures";
import type { Viewer } from "./people";
import { endSession, sessionHours, startSession, viewerOfSession } from "./sessions";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let ann: Viewer;
let bob: Viewer;

beforeAll(async () => {
  study = await temporaryStudy();
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterAll(() => study.end());

async function signIn(): Promise<string> {
  const session = await startSession("ann@example.org", passwordOf("Ann"));
  if (!session) throw new Error("Ann could not sign in");
  return session;
}
const sessionsStored = () =>
  pastTheProgram(study.dataDir, (db) => db.prepare("select count(*) from sessions").pluck().get());

/** Moves the start of a session into the past. */
function startedMinutesAgo(session: string, minutes: number): void {
  const at = new Date(Date.now() - minutes * 60_000).toISOString();
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("update sessions set started_at = ? where id = ?").run(at, session),
  );
}

test("signing in starts a session of the person’s own, each time another", async () => {
  const one = await signIn();
  const other = await signIn();
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(other).not.toBe(one);
  expect(await viewerOfSession(one)).toEqual(ann);
  expect(await viewerOfSession(other)).toEqual(ann);
});

test("a wrong password and an unknown address start none, and are told apart by nobody", async () => {
  const before = sessionsStored();
  expect(await startSession("ann@example.org", passwordOf("Bob"))).toBeNull();
  expect(await startSession("nobody@example.org", passwordOf("Ann"))).toBeNull();
  expect(sessionsStored()).toBe(before);
});

test("signing out ends the session, and no other", async () => {
  const here = await signIn();
  const there = await signIn();
  await endSession(ann, here);
  expect(await viewerOfSession(here)).toBeNull();
  expect((await viewerOfSession(there))?.name).toBe("Ann");
});

test("nobody ends the session of somebody else", async () => {
  const session = await signIn();
  await endSession(bob, session);
  expect((await viewerOfSession(session))?.name).toBe("Ann");
});

test("a session lasts twelve hours and is not renewed", async () => {
  expect(sessionHours).toBe(12);
  const session = await signIn();
  startedMinutesAgo(session, 12 * 60 - 1);
  expect((await viewerOfSession(session))?.name).toBe("Ann");
  startedMinutesAgo(session, 12 * 60 + 1);
  expect(await viewerOfSession(session)).toBeNull();
});

test("a session that never was is nobody’s", async () => {
  expect(await viewerOfSession("")).toBeNull();
  expect(await viewerOfSession("x".repeat(43))).toBeNull();
});

test("the session of somebody who is no longer active is nobody’s", async () => {
  const session = await signIn();
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("update people set active = 0 where id = ?").run(ann.id),
  );
  expect(await viewerOfSession(session)).toBeNull();
  expect(await startSession("ann@example.org", passwordOf("Ann"))).toBeNull();
});
