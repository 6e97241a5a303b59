import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  must,
  passwordOf,
  pastTheProgram,
  person,
  refusal,
  temporaryStudy,
  tokenFor,
} from "../fixtures";
import {
  addPerson,
  commandLineViewer,
  getOwnEmail,
  listCoders,
  listPeople,
  type Viewer,
  viewerOf,
} from "./people";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let admin: Viewer;
let ann: Viewer;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  admin = await person("Adi", "admin");
  ann = await person("Ann", "coder", "lead");
});
afterAll(() => study.end());

const newPerson = {
  name: "Zoe",
  email: "zoe@example.org",
  roles: ["coder" as const],
  password: "twelve letters or more",
};
const setActive = (id: string, active: 0 | 1) =>
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("update people set active = ? where id = ?").run(active, id),
  );

describe("adding a person", () => {
  test("is for admins: to anyone else there is no such thing", async () => {
    expect(await addPerson(lead, newPerson)).toEqual({ kind: "not_found" });
    expect(await addPerson(ann, newPerson)).toEqual({ kind: "not_found" });
    expect(await tokenFor("zoe@example.org", newPerson.password)).toBeNull();
  });

  test("gives them their roles, in the order of the list, and each once", async () => {
    const zoe = must(
      await addPerson(admin, { ...newPerson, roles: ["admin", "coder", "lead", "coder"] }),
    );
    expect(await viewerOf(zoe.id)).toEqual({
      id: zoe.id,
      name: "Zoe",
      roles: ["coder", "lead", "admin"],
      isCommandLine: false,
    });
  });

  test("is refused when the address has an account", async () => {
    expect(await addPerson(admin, { ...newPerson, email: "ann@example.org" })).toEqual(
      refusal("email", "ann@example.org already has an account"),
    );
  });

  test("is refused when their password is common", async () => {
    expect(
      await addPerson(admin, { ...newPerson, email: "cat@example.org", password: "password1234" }),
    ).toMatchObject({ kind: "refused", problems: [{ field: "password" }] });
  });

  test("twice at once with one address makes one account", async () => {
    const twin = { ...newPerson, email: "twin@example.org" };
    const outcomes = await Promise.all([addPerson(admin, twin), addPerson(admin, twin)]);
    expect(outcomes.map((one) => one.kind).sort()).toEqual(["done", "refused"]);
  });

  test("keeps their password as an argon2id hash, and nowhere as it is", () => {
    const { hash, everything } = pastTheProgram(study.dataDir, (db) => ({
      hash: db.prepare("select password_hash from people where name = 'Ann'").pluck().get(),
      everything: JSON.stringify([
        db.prepare("select * from people").all(),
        db.prepare("select * from audit_entries").all(),
      ]),
    }));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$/);
    expect(everything).not.toContain(passwordOf("Ann"));
  });
});

describe("a person’s password", () => {
  test("is right in the letters it was given in, whatever the capitals of the address", async () => {
    const right = passwordOf("Ann");
    expect(await tokenFor("ann@example.org", right)).not.toBeNull();
    expect(await tokenFor(" Ann@Example.org ", right)).not.toBeNull();
    expect(await tokenFor("ann@example.org", right.toUpperCase())).toBeNull();
    expect(await tokenFor("ann@example.org", "")).toBeNull();
  });

  test("that is wrong and an address that is unknown give the same answer", async () => {
    expect(await tokenFor("ann@example.org", passwordOf("Lena"))).toBeNull();
    expect(await tokenFor("nobody@example.org", passwordOf("Lena"))).toBeNull();
    expect(await tokenFor("", "nobody has this password")).toBeNull();
  });
});

describe("somebody who is no longer active", () => {
  test("is no viewer, cannot sign in, and is not among the coders", async () => {
    setActive(ann.id, 0);
    expect(await viewerOf(ann.id)).toBeNull();
    expect(await tokenFor("ann@example.org", passwordOf("Ann"))).toBeNull();
    expect((await listCoders(lead)).map((one) => one.name)).not.toContain("Ann");
    expect((await listPeople(admin))?.find((one) => one.name === "Ann")?.active).toBe(false);
    setActive(ann.id, 1);
    expect((await viewerOf(ann.id))?.name).toBe("Ann");
  });
});

test("a viewer has the roles of now, not those of when they signed in", async () => {
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("delete from person_roles where person_id = ? and role = 'lead'").run(lead.id),
  );
  expect((await viewerOf(lead.id))?.roles).toEqual([]);
});

test("there is no viewer for an id that nobody has", async () => {
  expect(await viewerOf("nobody")).toBeNull();
  expect(await viewerOf("command line")).toBeNull();
});

test("the list of people is for admins, the list of coders for leads", async () => {
  const names = (await listPeople(admin))?.map((one) => one.name);
  expect(names).toEqual(["Adi", "Ann", "Lena", "Zoe", "Zoe"]);
  expect(JSON.stringify(await listPeople(admin))).not.toMatch(/argon2|hash/i);
  expect(await listPeople(ann)).toBeNull();
  expect((await listCoders(ann)).map((one) => one.name)).toEqual(["Ann", "Zoe", "Zoe"]);
  expect(await listCoders(admin)).toEqual([]);
  expect(commandLineViewer()).toMatchObject({ roles: ["lead", "admin"], isCommandLine: true });
});

test("everybody is told their own address", async () => {
  for (const [viewer, email] of [
    [lead, "lena@example.org"],
    [admin, "adi@example.org"],
    [ann, "ann@example.org"],
  ] as const)
    expect(await getOwnEmail(viewer)).toBe(email);
});
