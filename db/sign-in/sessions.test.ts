import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  longWrite,
  passwordOf,
  pastTheProgram,
  person,
  temporaryStudy,
  tokenFor,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { fingerprint } from "../store/secret";
import { endSession, listenerOfSession, sessionHours, timeLeft, viewerOfSession } from "./sessions";

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
  const session = await tokenFor("ann@example.org", passwordOf("Ann"));
  if (!session) throw new Error("Ann could not sign in");
  return session;
}
const sessionsStored = () =>
  pastTheProgram(study.dataDir, (db) => db.prepare("select count(*) from sessions").pluck().get());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Moves the start of a session, or its last use, into the past. */
function moved(column: "started_at" | "seen_at", session: string, minutes: number): void {
  const { changes } = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(`update sessions set ${column} = ? where id = ?`)
      .run(minutesAgo(minutes), fingerprint(session)),
  );
  expect(changes).toBe(1);
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
  expect(await tokenFor("ann@example.org", passwordOf("Bob"))).toBeNull();
  expect(await tokenFor("nobody@example.org", passwordOf("Ann"))).toBeNull();
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
  moved("started_at", session, 12 * 60 - 1);
  expect((await viewerOfSession(session))?.name).toBe("Ann");
  moved("started_at", session, 12 * 60 + 1);
  expect(await viewerOfSession(session)).toBeNull();
});

test("a session that is not used for thirty minutes ends, and use makes it last", async () => {
  const session = await signIn();
  moved("seen_at", session, 29);
  expect((await viewerOfSession(session))?.name).toBe("Ann");
  expect((await timeLeft(session))?.seconds).toBeGreaterThan(29 * 60);
  moved("seen_at", session, 31);
  expect(await viewerOfSession(session)).toBeNull();
  expect(await timeLeft(session)).toBeNull();
});

describe("while something is stored that takes long, such as an import", () => {
  const seenAt = (session: string) =>
    pastTheProgram(study.dataDir, (db) =>
      db.prepare("select seen_at from sessions where id = ?").pluck().get(fingerprint(session)),
    ) as string;

  test("a page does not wait to note that its session is used, and the use counts", async () => {
    const session = await signIn();
    moved("seen_at", session, 29);
    const before = seenAt(session);
    const { stored, end } = longWrite();
    expect(await viewerOfSession(session)).toEqual(ann);
    expect((await timeLeft(session))?.seconds).toBeGreaterThan(29 * 60);
    expect(seenAt(session)).toBe(before);
    end();
    await stored;
    expect(seenAt(session)).toBe(before);
    expect(await viewerOfSession(session)).toEqual(ann);
    expect(seenAt(session) > minutesAgo(1)).toBe(true);
  });

  test("a session that was not used for thirty minutes ends all the same", async () => {
    const session = await signIn();
    moved("seen_at", session, 31);
    const { stored, end } = longWrite();
    expect(await viewerOfSession(session)).toBeNull();
    expect(await timeLeft(session)).toBeNull();
    end();
    await stored;
    expect(await viewerOfSession(session)).toBeNull();
  });

  test("the use that was noted meanwhile lasts thirty minutes, and no longer", async () => {
    const session = await signIn();
    moved("seen_at", session, 10);
    const { stored, end } = longWrite();
    expect(await viewerOfSession(session)).toEqual(ann);
    vi.useFakeTimers({ now: Date.now() + 29 * 60_000, toFake: ["Date"] });
    expect(await listenerOfSession(session)).toEqual(ann);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect(await listenerOfSession(session)).toBeNull();
    expect(await viewerOfSession(session)).toBeNull();
    vi.useRealTimers();
    end();
    await stored;
  });

  test("a session that was ended is nobody’s, however lately it was used", async () => {
    const session = await signIn();
    moved("seen_at", session, 10);
    const { stored, end } = longWrite();
    expect(await viewerOfSession(session)).toEqual(ann);
    const ended = endSession(ann, session);
    end();
    await Promise.all([stored, ended]);
    expect(await viewerOfSession(session)).toBeNull();
  });
});

test("use of one session makes no other last", async () => {
  const used = await signIn();
  const other = await signIn();
  for (const session of [used, other]) moved("seen_at", session, 20);
  expect((await viewerOfSession(used))?.name).toBe("Ann");
  expect((await timeLeft(used))?.seconds).toBeGreaterThan(29 * 60);
  expect((await timeLeft(other))?.seconds).toBeLessThanOrEqual(10 * 60);
});

test("signing out of a session that has ended changes nothing", async () => {
  const session = await signIn();
  await endSession(ann, session);
  const signedOut = () =>
    pastTheProgram(study.dataDir, (db) =>
      db.prepare("select count(*) from audit_entries where action = 'signed out'").pluck().get(),
    );
  const before = signedOut();
  await endSession(ann, session);
  expect(signedOut()).toBe(before);
});

test("asking how long a session lasts is no use of it", async () => {
  const session = await signIn();
  moved("seen_at", session, 20);
  const left = await timeLeft(session);
  expect(left).toMatchObject({ personId: ann.id, canGoOn: true });
  expect(left?.seconds).toBeLessThanOrEqual(10 * 60);
  expect((await timeLeft(session))?.seconds).toBeLessThanOrEqual(10 * 60);
});

test("what a page asks by itself is answered as long as the session lasts, and is no use of it", async () => {
  const session = await signIn();
  moved("seen_at", session, 29);
  expect(await listenerOfSession(session)).toEqual(ann);
  moved("seen_at", session, 31);
  expect(await listenerOfSession(session)).toBeNull();
  moved("seen_at", session, 1);
  moved("started_at", session, 12 * 60 + 1);
  expect(await listenerOfSession(session)).toBeNull();
});

test("asking by itself does not put off the end", async () => {
  const session = await signIn();
  moved("seen_at", session, 29);
  await listenerOfSession(session);
  const left = await timeLeft(session);
  expect(left?.seconds).toBeLessThanOrEqual(60);
  await endSession(ann, session);
  expect(await listenerOfSession(session)).toBeNull();
});

test("in its last half hour a session cannot be made to last", async () => {
  const session = await signIn();
  moved("started_at", session, 12 * 60 - 5);
  const left = await timeLeft(session);
  expect(left?.canGoOn).toBe(false);
  expect(left?.seconds).toBeLessThanOrEqual(5 * 60);
});

test("what the cookie holds is not in the database", async () => {
  const session = await signIn();
  const stored = pastTheProgram(study.dataDir, (db) =>
    JSON.stringify(db.prepare("select * from sessions").all()),
  );
  expect(stored).toContain(fingerprint(session));
  expect(stored).not.toContain(session);
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
  expect(await timeLeft(session)).toBeNull();
  expect(await tokenFor("ann@example.org", passwordOf("Ann"))).toBeNull();
});
