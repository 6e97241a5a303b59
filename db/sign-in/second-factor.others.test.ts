import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  here,
  must,
  passwordOf,
  pastTheProgram,
  person,
  refusal,
  saveAccount,
  temporaryStudy,
} from "../fixtures";
import { giveFirstPassword } from "../people/accounts";
import { commandLineViewer, getPerson, type Viewer } from "../people/people";
import { write } from "../store/store";
import {
  beginSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  removeSecondFactorOf,
  renewRecoveryCodes,
  requireSecondFactor,
} from "./second-factor";
import { removeLostFactor, ticketOf, withSecondFactor } from "./second-factor.fixtures";
import { rightCode, spendCode } from "./second-factor-codes";
import { listenerOfSession, newcomerOfSession, viewerOfSession } from "./sessions";
import { signIn, signInWithCode } from "./sign-in";

/* Two people with second factors each, and what changes while somebody is signing in. */

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
async function setUp(viewer: Viewer) {
  const { app, recovery } = await withSecondFactor(viewer);
  secondsPass(30);
  return { code: app, recovery };
}

const withCode = async (name: string, code = "") =>
  (await signInWithCode(await ticketOf(name), code, here)).kind;

async function right(viewer: Viewer, code = "") {
  const found = await rightCode(viewer, code);
  if (!found) throw new Error("The code is not right");
  return found;
}

test("each signs in with codes of their own, and with nobody else’s", async () => {
  const anns = await setUp(ann);
  const adas = await setUp(ada);
  expect(await withCode("Ann", adas.code())).toBe("wrong");
  expect(await withCode("Ann", adas.recovery[0])).toBe("wrong");
  expect(await withCode("Ada", anns.recovery[0])).toBe("wrong");
  expect(await withCode("Ann", anns.code())).toBe("signed in");
  expect(await withCode("Ada", adas.code())).toBe("signed in");
  expect(await withCode("Ada", adas.recovery[0])).toBe("signed in");
  expect(await getSecondFactor(ann)).toMatchObject({ codesLeft: 10 });
  expect(await getSecondFactor(ada)).toMatchObject({ codesLeft: 9 });
});

test("nothing that is typed as an address has a colleague wait for their code", async () => {
  const { code } = await setUp(ann);
  const elsewhere = { browser: null, address: "203.0.113.9" };
  const typed = [`code of ${ann.id}`, `["code","${ann.id}",null]`, ann.id];
  for (const address of typed)
    for (let n = 0; n < 10; n += 1)
      expect((await signIn(address, `guess ${n}`, elsewhere)).kind).toBe("wrong");
  expect(await withCode("Ann", code())).toBe("signed in");
});

test("one that is confirmed leaves a colleague’s as it was, begun", async () => {
  must(await beginSecondFactor(ada, passwordOf("Ada")));
  await setUp(ann);
  expect((await getSecondFactor(ada)).kind).toBe("begun");
});

test("one that is removed, or has new recovery codes, leaves a colleague’s as it was", async () => {
  await setUp(ann);
  const adas = await setUp(ada);
  must(await renewRecoveryCodes(ann, passwordOf("Ann")));
  expect(await getSecondFactor(ann)).toMatchObject({ codesLeft: 10 });
  expect(await getSecondFactor(ada)).toMatchObject({ codesLeft: 10 });
  must(await removeSecondFactor(ann, "", passwordOf("Ann")));
  expect(await removeSecondFactor(ann, "", passwordOf("Ann"))).toEqual({ kind: "not_found" });
  expect(await withCode("Ada", adas.recovery[0])).toBe("signed in");
});

test("one stays when its owner is given a new first password", async () => {
  const { code } = await setUp(ann);
  must(await giveFirstPassword(ada, ann.id, "given by somebody else"));
  const ticket = await ticketOf("Ann", "given by somebody else");
  expect((await signInWithCode(ticket, code(), here)).kind).toBe("signed in");
});

test("the log says whose was removed", async () => {
  await setUp(ada);
  must(await removeLostFactor(commandLineViewer(), ada.id));
  expect(
    pastTheProgram(study.dataDir, (db) =>
      db
        .prepare("select subject from audit_entries where action = 'removed a second factor'")
        .pluck()
        .all(),
    ),
  ).toEqual(["ada@example.org"]);
});

test("a closed account does not sign in with the ticket from before, nor one whose factor is gone", async () => {
  const { code, recovery } = await setUp(ann);
  const ticket = await ticketOf("Ann");
  must(await saveAccount(ada, ann.id, { roles: ["coder"], active: false }));
  expect(await signInWithCode(ticket, code(), here)).toEqual({ kind: "wrong" });
  expect((await signIn("ann@example.org", passwordOf("Ann"), here)).kind).toBe("wrong");
  must(await saveAccount(ada, ann.id, { roles: ["coder"], active: true }));
  must(await removeLostFactor(ada, ann.id));
  expect(await signInWithCode(ticket, code(), here)).toEqual({ kind: "wrong" });
  expect(await signInWithCode(ticket, recovery[0] ?? "", here)).toEqual({ kind: "wrong" });
});

test("a code that was right is refused when its factor is gone by the time it is used", async () => {
  const { code } = await setUp(ann);
  const found = await right(ann, code());
  must(await removeSecondFactor(ann, "", passwordOf("Ann")));
  expect(await write((tx) => spendCode(tx, ann, found))).toBe(false);
  secondsPass(-90);
  await setUp(ann);
  expect(await write((tx) => spendCode(tx, ann, found))).toBe(false);
});

test("a recovery code is used by one of two who ask at once, and not once it is replaced", async () => {
  const { recovery } = await setUp(ann);
  const found = await right(ann, recovery[0]);
  const replaced = await right(ann, recovery[1]);
  expect(await write((tx) => spendCode(tx, ann, found))).toBe(true);
  expect(await write((tx) => spendCode(tx, ann, found))).toBe(false);
  must(await renewRecoveryCodes(ann, passwordOf("Ann")));
  expect(await write((tx) => spendCode(tx, ann, replaced))).toBe(false);
});

test("where everyone must have one, a session that never was is still nobody’s", async () => {
  must(await requireSecondFactor(commandLineViewer(), true));
  expect(await viewerOfSession("x".repeat(43))).toBeNull();
  expect(await newcomerOfSession("x".repeat(43))).toBeNull();
  expect(await listenerOfSession("x".repeat(43))).toBeNull();
});

test("one that was set up since an admin opened the page stays", async () => {
  await setUp(ann);
  const page = await getPerson(ada, ann.id);
  must(await removeSecondFactor(ann, "", passwordOf("Ann")));
  const { code } = await setUp(ann);
  expect(await removeSecondFactorOf(ada, ann.id, page?.secondFactorId ?? "")).toEqual(
    refusal(
      "",
      "This person has set up another second factor since you opened this page. Open the page again if they have lost that one too.",
    ),
  );
  expect(await withCode("Ann", code())).toBe("signed in");
  must(await removeLostFactor(ada, ann.id));
  expect((await signIn("ann@example.org", passwordOf("Ann"), here)).kind).toBe("signed in");
});
