import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  must,
  passwordOf,
  person,
  refusal,
  saveAccount,
  temporaryStudy,
  tokenFor,
} from "../fixtures";
import { requireSecondFactor } from "../sign-in/second-factor";
import { removeLostFactor } from "../sign-in/second-factor.fixtures";
import { viewerOfSession } from "../sign-in/sessions";
import {
  changeAccount,
  changePassword,
  correctPerson,
  giveFirstPassword,
  hasFirstPassword,
  signOutEverywhere,
} from "./accounts";
import {
  addPerson,
  commandLineViewer,
  listCoders,
  listPeople,
  type Viewer,
  viewerOf,
} from "./people";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let ada: Viewer;
let ann: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  ada = await person("Ada", "admin", "lead");
  ann = await person("Ann", "coder");
});
afterEach(() => study.end());

const signInAs = async (name: string, password = passwordOf(name)) =>
  (await tokenFor(`${name.toLowerCase()}@example.org`, password)) ?? "refused";
const holds = async (session: string) => (await viewerOfSession(session)) !== null;

test("a new password ends every session but the one at hand", async () => {
  const here = await signInAs("Ann");
  const elsewhere = await signInAs("Ann");
  const next = "a new and longer password";
  must(await changePassword(ann, here, { current: passwordOf("Ann"), next }));
  expect([await holds(here), await holds(elsewhere)]).toEqual([true, false]);
  expect(await signInAs("Ann")).toBe("refused");
  expect(await holds(await signInAs("Ann", next))).toBe(true);
});

test("a password is not changed without the one that holds", async () => {
  const elsewhere = await signInAs("Ann");
  const passwords = { current: "a guess at the password", next: "a new and longer password" };
  expect(await changePassword(ann, "", passwords)).toEqual({
    kind: "refused",
    problems: [{ field: "current", message: "Enter the password that you have now" }],
  });
  expect(await holds(elsewhere)).toBe(true);
});

test("a new password that is common is refused", async () => {
  const passwords = { current: passwordOf("Ann"), next: "password1234" };
  expect(await changePassword(ann, "", passwords)).toEqual(
    refusal(
      "next",
      "Choose a password that is harder to guess: this one is common, or is made of common ones. Several unrelated words do well",
    ),
  );
  expect(await signInAs("Ann")).not.toBe("refused");
});

test("signing out everywhere ends one's own sessions and nobody else's", async () => {
  const [first, second, hers] = [
    await signInAs("Ann"),
    await signInAs("Ann"),
    await signInAs("Ada"),
  ];
  await signOutEverywhere(ann);
  expect([await holds(first), await holds(second), await holds(hers)]).toEqual([
    false,
    false,
    true,
  ]);
});

test("roles change with the next request", async () => {
  const session = await signInAs("Ann");
  must(await saveAccount(ada, ann.id, { roles: ["analyst"], active: true }));
  expect((await viewerOfSession(session))?.roles).toEqual(["analyst"]);
  expect((await viewerOf(ada.id))?.roles).toEqual(["lead", "admin"]);
  expect(await listCoders(ada)).toEqual([]);
});

test("a closed account is signed out, cannot sign in, and can be opened again", async () => {
  const session = await signInAs("Ann");
  must(await saveAccount(ada, ann.id, { roles: ["coder"], active: false }));
  expect(await holds(session)).toBe(false);
  expect(await signInAs("Ann")).toBe("refused");
  expect(await viewerOf(ann.id)).toBeNull();
  expect((await listPeople(ada))?.map((one) => [one.name, one.active])).toEqual([
    ["Ada", true],
    ["Ann", false],
  ]);
  must(await saveAccount(ada, ann.id, { roles: ["coder"], active: true }));
  expect(await holds(session)).toBe(false);
  expect(await holds(await signInAs("Ann"))).toBe(true);
});

test("admins cannot shut themselves out, and nobody else changes an account", async () => {
  expect(await saveAccount(ada, ada.id, { roles: ["lead"], active: true })).toEqual({
    kind: "refused",
    problems: [{ field: "roles", message: "Ask another admin to take the role Admin from you" }],
  });
  expect(await saveAccount(ada, ada.id, { roles: ["admin"], active: false })).toEqual({
    kind: "refused",
    problems: [{ field: "active", message: "Ask another admin to close your own account" }],
  });
  expect(await saveAccount(ada, ann.id, { roles: [], active: true })).toEqual({
    kind: "refused",
    problems: [{ field: "roles", message: "Select at least one role" }],
  });
  expect(await saveAccount(ann, ann.id, { roles: ["lead"], active: true })).toEqual({
    kind: "not_found",
  });
  expect(await saveAccount(ada, "nobody", { roles: ["lead"], active: true })).toEqual({
    kind: "not_found",
  });
  expect((await viewerOf(ann.id))?.roles).toEqual(["coder"]);
});

describe("a first password", () => {
  const given = "given by somebody else";

  test("is known to somebody else, until the person chooses their own", async () => {
    const listed = async () =>
      (await listPeople(ada))?.find((one) => one.name === "Ann")?.firstPassword;
    expect([await hasFirstPassword(ann), await listed()]).toEqual([true, true]);
    const passwords = { current: passwordOf("Ann"), next: "a new and longer password" };
    must(await changePassword(ann, "", passwords));
    expect([await hasFirstPassword(ann), await listed()]).toEqual([false, false]);
  });

  test("stays one when it is chosen again", async () => {
    const passwords = { current: passwordOf("Ann"), next: passwordOf("Ann") };
    expect(await changePassword(ann, "", passwords)).toEqual(
      refusal("next", "Choose another password than the one you have now"),
    );
    expect(await hasFirstPassword(ann)).toBe(true);
  });

  test("is nothing to somebody who has no account", async () => {
    expect(await hasFirstPassword(commandLineViewer())).toBe(false);
  });

  test("is given anew by an admin to who forgot theirs, and signs them out", async () => {
    const session = await signInAs("Ann");
    must(await giveFirstPassword(ada, ann.id, given));
    expect(await holds(session)).toBe(false);
    expect(await signInAs("Ann")).toBe("refused");
    expect(await signInAs("Ada", given)).toBe("refused");
    expect(await holds(await signInAs("Ada"))).toBe(true);
    expect(await holds(await signInAs("Ann", given))).toBe(true);
    expect(await hasFirstPassword(ann)).toBe(true);
  });

  test("is given by nobody else, not to oneself, and not when it is common", async () => {
    expect(await giveFirstPassword(ann, ada.id, given)).toEqual({ kind: "not_found" });
    expect(await giveFirstPassword(ada, "nobody", given)).toEqual({ kind: "not_found" });
    expect(await giveFirstPassword(ada, ada.id, given)).toEqual(
      refusal("password", "Change your own password under your account"),
    );
    expect((await giveFirstPassword(ada, ann.id, "password1234")).kind).toBe("refused");
    expect(await holds(await signInAs("Ann"))).toBe(true);
  });
});

describe("an admin whose part somebody else took meanwhile", () => {
  let bea: Viewer;
  beforeEach(async () => {
    bea = await person("Bea", "admin");
  });
  const coder = { roles: ["coder"], active: true } as const;

  test("takes it from nobody: of two who do so at once one stays", async () => {
    const outcomes = await Promise.all([
      saveAccount(ada, bea.id, coder),
      saveAccount(bea, ada.id, coder),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done", "not_found"]);
    const roles = (await listPeople(commandLineViewer()))?.flatMap((one) => one.roles);
    expect(roles?.filter((role) => role === "admin")).toHaveLength(1);
  });

  test("closes no account, adds nobody and gives no password", async () => {
    must(await saveAccount(bea, ada.id, { roles: ["lead"], active: true }));
    const cy = { name: "Cy", email: "cy@example.org", password: fourWords };
    expect(await saveAccount(ada, ann.id, { ...coder, active: false })).toEqual(notFound);
    expect(await addPerson(ada, { ...cy, roles: ["coder"] })).toEqual(notFound);
    expect(await giveFirstPassword(ada, ann.id, fourWords)).toEqual(notFound);
    expect(await removeLostFactor(ada, ann.id)).toEqual(notFound);
    expect(await requireSecondFactor(ada, false)).toEqual(notFound);
  });

  test("does none of that either when the account is closed", async () => {
    must(await saveAccount(bea, ada.id, { roles: ["admin"], active: false }));
    expect(await saveAccount(ada, ann.id, { ...coder, active: false })).toEqual(notFound);
  });
});

describe("an account that another admin changed since its page was opened", () => {
  const since = refusal(
    "",
    "Somebody else has changed this account since you opened it. Open it in another tab to see what holds, and make your change there.",
  );
  const seen = "open: coder; Ann, ann@example.org";
  let bea: Viewer;
  beforeEach(async () => {
    bea = await person("Bea", "admin");
  });

  test("stays closed", async () => {
    must(await saveAccount(bea, ann.id, { roles: ["coder"], active: false }));
    const more = { roles: ["coder", "analyst"], active: true } as const;
    expect(await changeAccount(ada, ann.id, { ...more, seen })).toEqual(since);
    expect(await viewerOf(ann.id)).toBeNull();
    must(
      await changeAccount(ada, ann.id, { ...more, seen: "closed: coder; Ann, ann@example.org" }),
    );
    expect((await viewerOf(ann.id))?.roles).toEqual(["coder", "analyst"]);
  });

  test("keeps the roles that it has, and is not closed either", async () => {
    must(await saveAccount(bea, ann.id, { roles: ["analyst"], active: true }));
    for (const active of [true, false])
      expect(await changeAccount(ada, ann.id, { roles: ["coder"], active, seen })).toEqual(since);
    expect((await viewerOf(ann.id))?.roles).toEqual(["analyst"]);
  });
});

describe("a name or an address that is corrected", () => {
  const seen = "open: coder; Ann, ann@example.org";
  const right = { name: "Anne", email: "anne@example.org" };
  const nameAndEmail = async () => {
    const { name, email } = (await listPeople(ada))?.find(({ id }) => id === ann.id) ?? {};
    return [name, email];
  };

  test("is the one that the person signs in with, and all else stays as it was", async () => {
    const session = await signInAs("Ann");
    must(await correctPerson(ada, ann.id, { ...right, seen }));
    expect(await nameAndEmail()).toEqual(["Anne", "anne@example.org"]);
    expect(await holds(session)).toBe(true);
    expect(await signInAs("Ann")).toBe("refused");
    expect(await tokenFor("anne@example.org", passwordOf("Ann"))).not.toBeNull();
    expect(await viewerOf(ann.id)).toMatchObject({ name: "Anne", roles: ["coder"] });
  });

  test("may be the name alone, or one’s own", async () => {
    must(await correctPerson(ada, ann.id, { ...right, email: "ann@example.org", seen }));
    expect(await nameAndEmail()).toEqual(["Anne", "ann@example.org"]);
    const own = "open: lead, admin; Ada, ada@example.org";
    must(await correctPerson(ada, ada.id, { name: "Ada B", email: "ada@example.org", seen: own }));
    expect((await viewerOf(ada.id))?.name).toBe("Ada B");
  });

  test("is nobody else’s", async () => {
    const taken = { name: "Ann", email: "ada@example.org" };
    expect(await correctPerson(ada, ann.id, { ...taken, seen })).toEqual(
      refusal("email", "ada@example.org already has an account"),
    );
    expect(await nameAndEmail()).toEqual(["Ann", "ann@example.org"]);
  });

  test("is refused when another admin changed the account, and for whoever is no admin", async () => {
    const old = { ...right, seen: "closed: coder; Ann, ann@example.org" };
    expect(await correctPerson(ada, ann.id, old)).toMatchObject({ kind: "refused" });
    expect(await correctPerson(ann, ann.id, { ...right, seen })).toEqual(notFound);
    expect(await correctPerson(ada, "nobody", { ...right, seen: "" })).toEqual(notFound);
    expect(await nameAndEmail()).toEqual(["Ann", "ann@example.org"]);
  });
});

test("whoever is no admin is told nothing of a password that they would give", async () => {
  expect(await giveFirstPassword(ann, ann.id, "password1234")).toEqual(notFound);
  const common = { name: "Cy", email: "cy@example.org", password: "password1234" };
  expect(await addPerson(ann, { ...common, roles: ["coder"] })).toEqual(notFound);
});

const notFound = { kind: "not_found" };
const fourWords = "otter lantern gravel plum";
