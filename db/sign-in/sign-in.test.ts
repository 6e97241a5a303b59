import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  here,
  must,
  passwordOf,
  pastTheProgram,
  person,
  refusal,
  temporaryStudy,
} from "../fixtures";
import { changePassword } from "../people/accounts";
import type { Viewer } from "../people/people";
import { withSecondFactor } from "./second-factor.fixtures";
import { viewerOfSession } from "./sessions";
import { signIn } from "./sign-in";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let ann: Viewer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00Z") });
  study = await temporaryStudy();
  ann = await person("Ann", "coder");
  await person("Bob", "coder");
});
afterEach(() => {
  study.end();
  vi.useRealTimers();
});

const annFrom = (place: typeof elsewhere, password = passwordOf("Ann")) =>
  signIn("ann@example.org", password, place);
const elsewhere: { browser: string | null; address: string } = {
  browser: null,
  address: "203.0.113.9",
};
const minutesPass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

/** Signs Ann in with a browser of her own, and gives back where that is. */
async function annsOwnBrowser() {
  const result = await annFrom(here);
  if (result.kind !== "signed in") throw new Error("Ann could not sign in");
  return { ...here, browser: result.browser };
}

async function guess(times: number, email = "ann@example.org", place = elsewhere) {
  const kinds: string[] = [];
  for (let n = 0; n < times; n += 1)
    kinds.push((await signIn(email, `wrong password ${n}`, place)).kind);
  return kinds.join(" ");
}

test("the right password starts a session and marks the browser", async () => {
  const result = await annFrom(here);
  expect(result).toEqual({
    kind: "signed in",
    token: expect.stringMatching(/^[\w-]{43}$/),
    browser: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await viewerOfSession((result as { token: string }).token)).toEqual(ann);
  const browser = (result as { browser: string }).browser;
  expect(await annFrom({ ...here, browser })).toMatchObject({ kind: "signed in", browser });
});

describe("ten wrong tries", () => {
  test("make the next wait, the right password too, for at most fifteen minutes", async () => {
    expect(await guess(10)).toBe("wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong");
    expect(await annFrom(elsewhere)).toEqual({ kind: "wait", minutes: 15 });
    minutesPass(10);
    expect(await annFrom(elsewhere)).toEqual({ kind: "wait", minutes: 5 });
    minutesPass(5);
    expect((await annFrom(elsewhere)).kind).toBe("signed in");
  });

  test("are not made worse by trying on while one waits", async () => {
    await guess(10);
    minutesPass(14);
    expect(await guess(30)).toBe(Array(30).fill("wait").join(" "));
    minutesPass(1);
    expect((await annFrom(elsewhere)).kind).toBe("signed in");
  });

  test("made elsewhere never keep a person out of a browser of their own", async () => {
    const own = await annsOwnBrowser();
    for (let quarter = 0; quarter < 8; quarter += 1) {
      await guess(11, "ann@example.org", { browser: null, address: `203.0.113.${quarter}` });
      expect((await annFrom(own)).kind).toBe("signed in");
      minutesPass(15);
    }
  });

  test("are counted over all addresses and all browsers that are not the person’s", async () => {
    await annsOwnBrowser();
    const bobs = await signIn("bob@example.org", passwordOf("Bob"), here);
    const bobsBrowser = bobs.kind === "signed in" ? bobs.browser : null;
    for (let n = 0; n < 10; n += 1)
      await guess(1, "ann@example.org", { browser: bobsBrowser, address: `203.0.113.${n}` });
    expect((await annFrom(elsewhere)).kind).toBe("wait");
    expect((await annFrom({ ...elsewhere, browser: "m".repeat(43) })).kind).toBe("wait");
  });

  test("for a person’s own browser are counted too", async () => {
    const own = await annsOwnBrowser();
    await guess(10, "ann@example.org", own);
    expect((await annFrom(own)).kind).toBe("wait");
  });

  test("all at the same time are no more than ten", async () => {
    const all = await Promise.all(Array.from({ length: 30 }, (_, n) => annFrom(elsewhere, `${n}`)));
    expect(all.filter(({ kind }) => kind === "wrong")).toHaveLength(10);
    expect(all.filter(({ kind }) => kind === "wait")).toHaveLength(20);
  });

  test("for somebody who is not there are answered in the same way", async () => {
    expect(await guess(11, "eva@example.org")).toBe(await guess(11, "ann@example.org"));
    expect(await guess(1, "EVA@example.org ")).toBe("wait");
  });

  test("leave colleagues alone, and are forgotten when one is right", async () => {
    await guess(9);
    expect((await annFrom(elsewhere)).kind).toBe("signed in");
    expect(await guess(9)).not.toContain("wait");
    expect((await signIn("bob@example.org", passwordOf("Bob"), elsewhere)).kind).toBe("signed in");
  });
});

test("an address has a hundred wrong tries, whoever they are for", async () => {
  const own = await annsOwnBrowser();
  for (let n = 0; n < 100; n += 1) expect(await guess(1, `somebody${n}@example.org`)).toBe("wrong");
  expect(await guess(1, "another@example.org")).toBe("wait");
  expect((await annFrom(elsewhere)).kind).toBe("wait");
  expect((await annFrom({ ...elsewhere, browser: own.browser })).kind).toBe("signed in");
  expect((await annFrom({ browser: null, address: "198.51.100.4" })).kind).toBe("signed in");
}, 30_000);

test("a network of version 6 has as many as one address", async () => {
  for (let n = 0; n < 100; n += 1) {
    const address = `2001:db8:1:2::${n.toString(16)}`;
    await guess(1, `nobody${n}@example.org`, { browser: null, address });
  }
  const from = (address: string) => annFrom({ browser: null, address });
  expect((await from("2001:db8:1:2:ffff::9")).kind).toBe("wait");
  expect((await from("2001:db8:1:3::9")).kind).toBe("signed in");
});

test("waiting in a browser of one’s own gives its address no more tries", async () => {
  const own = { ...elsewhere, browser: (await annsOwnBrowser()).browser };
  await guess(20, "ann@example.org", own);
  for (let n = 0; n < 100; n += 1) expect(await guess(1, `somebody${n}@example.org`)).toBe("wrong");
  expect(await guess(1, "another@example.org")).toBe("wait");
}, 30_000);

test("an address that has spent its tries slows nobody else down any more", async () => {
  for (let n = 0; n < 100; n += 1) await guess(1, `somebody${n}@example.org`);
  expect(await guess(20)).toBe(Array(20).fill("wait").join(" "));
  expect((await annFrom({ browser: null, address: "198.51.100.4" })).kind).toBe("signed in");
}, 30_000);

test("tries that have to wait are not counted against the address", async () => {
  await guess(110);
  expect((await signIn("bob@example.org", passwordOf("Bob"), elsewhere)).kind).toBe("signed in");
}, 30_000);

describe("when the password is changed", () => {
  const next = "a new and longer password";
  /** Waits until what was begun has read what it needs; a hash takes far longer. */
  const underWay = () => new Promise((resolve) => setImmediate(resolve));
  const changedBySomebody = () =>
    pastTheProgram(study.dataDir, (db) =>
      db.exec(
        "update people set password_hash = (select password_hash from people where name = 'Bob') where name = 'Ann'",
      ),
    );

  test("while the old one is being looked at, that lets nobody in", async () => {
    const trying = annFrom(here);
    await underWay();
    changedBySomebody();
    expect(await trying).toEqual({ kind: "wrong" });
  });

  test("a change of it that was under way is not made", async () => {
    const changing = changePassword(ann, "", { current: passwordOf("Ann"), next });
    await underWay();
    changedBySomebody();
    expect(await changing).toEqual(
      refusal("current", "Your password was changed meanwhile. Enter the one you have now"),
    );
    expect((await annFrom(here, next)).kind).toBe("wrong");
  });

  test("browsers that were known by the old one are strangers", async () => {
    const own = await annsOwnBrowser();
    must(await changePassword(ann, "", { current: passwordOf("Ann"), next }));
    await guess(10);
    expect(await annFrom(own, next)).toEqual({ kind: "wait", minutes: 15 });
    minutesPass(15);
    expect(await annFrom(own, next)).toMatchObject({ kind: "signed in", browser: own.browser });
    await guess(10);
    expect((await annFrom(own, next)).kind).toBe("signed in");
  });

  test("and so are those from before a second factor", async () => {
    const own = await annsOwnBrowser();
    await withSecondFactor(ann);
    await guess(10);
    expect(await annFrom(own)).toEqual({ kind: "wait", minutes: 15 });
  });
});

test("one’s own password, asked for again, is not guessed at without end", async () => {
  const next = "a new and longer password";
  const change = (current: string) => changePassword(ann, "", { current, next });
  const message = (minutes: string) => `Too many wrong tries. Try again in ${minutes}`;
  for (let n = 0; n < 10; n += 1) await change(`wrong password ${n}`);
  expect(await change(passwordOf("Ann"))).toEqual({
    kind: "refused",
    problems: [{ field: "current", message: message("15 minutes") }],
  });
  minutesPass(14);
  expect(JSON.stringify(await change(passwordOf("Ann")))).toContain(message("a minute"));
  minutesPass(1);
  must(await change(passwordOf("Ann")));
});
