import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  here,
  must,
  passwordOf,
  pastTheProgram,
  person,
  refusal,
  temporaryStudy,
  tokenFor,
} from "../fixtures";
import { changePassword } from "../people/accounts";
import { commandLineViewer, listPeople, type Viewer } from "../people/people";
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  requireSecondFactor,
} from "./second-factor";
import {
  appOf,
  appWith,
  removeLostFactor,
  ticketOf,
  withSecondFactor,
} from "./second-factor.fixtures";
import { listenerOfSession, newcomerOfSession, viewerOfSession } from "./sessions";
import { signIn, signInWithCode } from "./sign-in";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let ann: Viewer;
let ada: Viewer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00Z") });
  study = await temporaryStudy();
  ann = await person("Ann", "coder");
  ada = await person("Ada", "admin");
});
afterEach(() => {
  study.end();
  vi.useRealTimers();
});

const secondsPass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** Sets up a second factor; the next code of the app is a new one. */
async function setUp(viewer: Viewer, token?: string) {
  const { app, recovery } = await withSecondFactor(viewer, undefined, token);
  secondsPass(30);
  return { code: app, recovery };
}

const withCode = async (code: string) =>
  (await signInWithCode(await ticketOf("Ann"), code, here)).kind;

describe("setting up", () => {
  test("shows a key that an app understands, and counts only once its code was given", async () => {
    expect(await getSecondFactor(ann)).toEqual({ kind: "none" });
    const code = await appOf(ann);
    expect(await getSecondFactor(ann)).toEqual({
      kind: "begun",
      key: expect.stringMatching(/^[A-Z2-7]{32}$/),
      address: expect.stringMatching(
        /^otpauth:\/\/totp\/Concord:ann%40example\.org\?issuer=Concord&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
      ),
    });
    expect((await signIn("ann@example.org", passwordOf("Ann"), here)).kind).toBe("signed in");
    const { codes } = must(
      await confirmSecondFactor(ann, "", ` ${code().slice(0, 3)} ${code().slice(3)}`),
    );
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
    const since = "2026-11-23T09:00:00.000Z";
    expect(await getSecondFactor(ann)).toEqual({
      kind: "on",
      since,
      codesLeft: 10,
      keyLost: false,
    });
  });

  test("refuses a wrong code, and a second one beside it", async () => {
    const code = await appOf(ann);
    const wrong = code() === "000000" ? "000001" : "000000";
    for (const one of [wrong, "", "12345", "1234567", "abcdef"])
      expect(await confirmSecondFactor(ann, "", one)).toEqual(
        refusal("code", "This code is not right. Enter the newest code that the app shows"),
      );
    must(await confirmSecondFactor(ann, "", code()));
    expect(await beginSecondFactor(ann, passwordOf("Ann"))).toEqual(
      refusal("", "You have a second factor already. Remove it before you set up another"),
    );
    expect(await confirmSecondFactor(ann, "", code())).toEqual({ kind: "not_found" });
  });

  test("is as if not begun half an hour later", async () => {
    const code = await appOf(ann);
    secondsPass(29 * 60);
    expect((await getSecondFactor(ann)).kind).toBe("begun");
    secondsPass(60);
    expect(await getSecondFactor(ann)).toEqual({ kind: "none" });
    expect(await confirmSecondFactor(ann, "", code())).toEqual({ kind: "not_found" });
    must(await confirmSecondFactor(ann, "", (await appOf(ann))()));
    secondsPass(60 * 60);
    expect((await getSecondFactor(ann)).kind).toBe("on");
  });

  test("is begun for one’s password alone", async () => {
    expect(await beginSecondFactor(ann, "a wrong password")).toEqual(
      refusal("password", "Enter the password that you have now"),
    );
    expect(await getSecondFactor(ann)).toEqual({ kind: "none" });
  });

  test("begun again has another key, and the first is worth nothing", async () => {
    const first = await appOf(ann);
    const second = await appOf(ann);
    expect((await confirmSecondFactor(ann, "", first())).kind).toBe("refused");
    must(await confirmSecondFactor(ann, "", second()));
  });

  test("leaves neither the key nor a recovery code readable in the database", async () => {
    must(await beginSecondFactor(ann, passwordOf("Ann")));
    const begun = await getSecondFactor(ann);
    const key = begun.kind === "begun" ? begun.key : "none";
    const { codes } = must(await confirmSecondFactor(ann, "", appWith(key)()));
    const stored = pastTheProgram(study.dataDir, (db) =>
      JSON.stringify([
        db.prepare("select * from second_factors").all(),
        db.prepare("select * from recovery_codes").all(),
      ]),
    );
    expect(stored).toContain(ann.id);
    for (const secret of [key, ...codes, ...codes.map((code) => code.replace("-", ""))])
      expect(stored).not.toContain(secret);
  });
});

describe("signing in", () => {
  test("asks for the newest code, which works once", async () => {
    const { code } = await setUp(ann);
    const newest = code();
    expect(await withCode(newest)).toBe("signed in");
    expect(await withCode(newest)).toBe("wrong");
    secondsPass(30);
    expect(await withCode(code())).toBe("signed in");
  });

  test("does not take the code again that turned the factor on", async () => {
    const code = await appOf(ann);
    must(await confirmSecondFactor(ann, "", code()));
    expect(await withCode(code())).toBe("wrong");
  });

  test("takes a code thirty seconds old, for clocks that differ, and no older one", async () => {
    const { code } = await setUp(ann);
    const [old, older] = [code(), code()];
    secondsPass(30);
    expect(await withCode(old)).toBe("signed in");
    secondsPass(60);
    expect(await withCode(older)).toBe("wrong");
  });

  test("takes a recovery code, in any capitals, once", async () => {
    const { recovery } = await setUp(ann);
    const first = recovery[0] ?? "";
    expect(await withCode(first.toLowerCase().replace("-", " "))).toBe("signed in");
    expect(await withCode(first)).toBe("wrong");
    expect(await getSecondFactor(ann)).toMatchObject({ codesLeft: 9 });
  });

  test("needs the password first: a ticket is good for ten minutes, one person, one password", async () => {
    const { code } = await setUp(ann);
    expect((await signInWithCode("", code(), here)).kind).toBe("wrong");
    expect((await signInWithCode("x".repeat(80), code(), here)).kind).toBe("wrong");
    const ticket = await ticketOf("Ann");
    secondsPass(601);
    expect((await signInWithCode(ticket, code(), here)).kind).toBe("wrong");
    const before = await ticketOf("Ann");
    const next = "a new and longer password";
    must(await changePassword(ann, "", { current: passwordOf("Ann"), next }));
    expect((await signInWithCode(before, code(), here)).kind).toBe("wrong");
  });

  test("lets ten wrong codes pass and then waits", async () => {
    const { code } = await setUp(ann);
    const ticket = await ticketOf("Ann");
    const wrong = code() === "000000" ? "000001" : "000000";
    for (let n = 0; n < 10; n += 1)
      expect((await signInWithCode(ticket, wrong, here)).kind).toBe("wrong");
    expect(await signInWithCode(ticket, code(), here)).toEqual({ kind: "wait", minutes: 15 });
  });
});

describe("losing it", () => {
  test("new recovery codes take the place of the old, for one’s password", async () => {
    const { recovery } = await setUp(ann);
    expect(await renewRecoveryCodes(ann, "a wrong password")).toEqual(
      refusal("password", "Enter the password that you have now"),
    );
    const { codes } = must(await renewRecoveryCodes(ann, passwordOf("Ann")));
    expect(await withCode(recovery[0] ?? "")).toBe("wrong");
    expect(await withCode(codes[0] ?? "")).toBe("signed in");
    expect(await renewRecoveryCodes(ada, passwordOf("Ada"))).toEqual({ kind: "not_found" });
  });

  test("one’s own is removed for one’s password", async () => {
    await setUp(ann);
    expect((await removeSecondFactor(ann, "", "a wrong password")).kind).toBe("refused");
    must(await removeSecondFactor(ann, "", passwordOf("Ann")));
    expect((await signIn("ann@example.org", passwordOf("Ann"), here)).kind).toBe("signed in");
  });

  test("an admin removes a colleague’s; nobody else can", async () => {
    await setUp(ann);
    const cy = await person("Cy", "lead", "coder", "analyst");
    for (const other of [cy, ann])
      expect(await removeLostFactor(other, ann.id)).toEqual({ kind: "not_found" });
    const listed = async () =>
      (await listPeople(ada))?.map((one) => `${one.name}: ${one.secondFactorId !== null}`);
    must(await beginSecondFactor(cy, passwordOf("Cy")));
    expect(await listed()).toEqual(["Ada: false", "Ann: true", "Cy: false"]);
    must(await removeLostFactor(ada, ann.id));
    expect(await removeLostFactor(ada, ann.id)).toEqual({ kind: "not_found" });
    expect(await listed()).toEqual(["Ada: false", "Ann: false", "Cy: false"]);
    await setUp(ada);
    expect(await removeLostFactor(ada, ada.id)).toEqual(
      refusal("", "Remove your own second factor under your account"),
    );
    expect((await signIn("ann@example.org", passwordOf("Ann"), here)).kind).toBe("signed in");
  });
});

describe("when the signing secret is lost", () => {
  const loseTheSecret = () => rmSync(join(study.dataDir, "signing-secret"));

  test("the app’s codes are told to be of no use, and a recovery code signs in", async () => {
    const { code, recovery } = await setUp(ann);
    loseTheSecret();
    expect(await withCode(code())).toBe("key lost");
    expect(await withCode("AAAAA-AAAAA")).toBe("key lost");
    expect(await withCode(recovery[0] ?? "")).toBe("signed in");
    expect(await getSecondFactor(ann)).toMatchObject({ codesLeft: 9, keyLost: true });
  });

  test("it is removed and set up anew; one that was only begun is begun again", async () => {
    await setUp(ann);
    await appOf(ada);
    loseTheSecret();
    expect(await getSecondFactor(ada)).toEqual({ kind: "none" });
    must(await removeLostFactor(ada, ann.id));
    const { code } = await setUp(ann);
    expect(await getSecondFactor(ann)).toMatchObject({ kind: "on", keyLost: false });
    expect(await withCode(code())).toBe("signed in");
  });
});

describe("other sessions end", () => {
  const enter = async () => (await tokenFor("ann@example.org", passwordOf("Ann"))) ?? "refused";
  const held = async (...tokens: string[]) =>
    Promise.all(tokens.map(async (token) => (await viewerOfSession(token)) !== null));

  test("when it is set up, and not the one at hand", async () => {
    const [own, other] = [await enter(), await enter()];
    await setUp(ann, own);
    expect(await held(own, other)).toEqual([true, false]);
  });

  test("when it is removed, and not the one at hand", async () => {
    const own = await enter();
    const { code } = await setUp(ann, own);
    const entered = await signInWithCode(await ticketOf("Ann"), code(), here);
    const other = entered.kind === "signed in" ? entered.token : "refused";
    expect(await held(own, other)).toEqual([true, true]);
    must(await removeSecondFactor(ann, own, passwordOf("Ann")));
    expect(await held(own, other)).toEqual([true, false]);
  });

  test("when an admin removes it, all of them", async () => {
    const own = await enter();
    await setUp(ann, own);
    must(await removeLostFactor(ada, ann.id));
    expect(await held(own)).toEqual([false]);
  });
});

describe("where everyone must have one", () => {
  test("who has none may set one up and nothing else, also with a session from before", async () => {
    const session = await signIn("ann@example.org", passwordOf("Ann"), here);
    const token = session.kind === "signed in" ? session.token : "";
    expect(await newcomerOfSession(token)).toBeNull();
    await setUp(ada);
    must(await requireSecondFactor(ada, true));
    expect(await viewerOfSession(token)).toBeNull();
    expect(await listenerOfSession(token)).toBeNull();
    expect((await newcomerOfSession(token))?.name).toBe("Ann");
    await setUp(ann, token);
    expect((await viewerOfSession(token))?.name).toBe("Ann");
    expect(await newcomerOfSession(token)).toBeNull();
    expect((await removeSecondFactor(ann, "", passwordOf("Ann"))).kind).toBe("refused");
  });

  test("an admin says so, who has one; the command line can say otherwise", async () => {
    expect((await requireSecondFactor(ann, true)).kind).toBe("not_found");
    expect(await requireSecondFactor(ada, true)).toEqual(
      refusal("required", "Set up a second factor for yourself first, under your account"),
    );
    must(await requireSecondFactor(commandLineViewer(), true));
    must(await requireSecondFactor(commandLineViewer(), false));
    await setUp(ann);
    must(await removeLostFactor(commandLineViewer(), ann.id));
  });
});
