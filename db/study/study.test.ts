import { afterEach, describe, expect, test } from "vitest";
import {
  must,
  passwordOf,
  pastTheProgram,
  person,
  refusal,
  temporaryStudy,
  tokenFor,
} from "../fixtures";
import { hasFirstPassword } from "../people/accounts";
import { awaitsFirstAccount, makeFirstAccount, makeFirstRunCode } from "../people/first-run";
import { addPerson, listPeople, viewerOf } from "../people/people";
import { makeStudy, type StudyKind, studyKind, WrongKindOfStudy } from "./study";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
const begin = async (kind?: StudyKind) => {
  study = await temporaryStudy(kind);
};
afterEach(() => study.end());

const admin = (number = 1) => ({
  name: `Admin ${number}`,
  email: `admin${number}@example.org`,
  roles: ["admin" as const],
  password: passwordOf("Admin"),
});
const firstRunCode = async () => (await makeFirstRunCode()) ?? "there is none";
const wrongCode = refusal(
  "code",
  "Enter the code that Concord printed on the console when it started",
);

describe("a study", () => {
  test.each<[StudyKind, StudyKind]>([
    ["study", "demonstration"],
    ["demonstration", "study"],
  ])("that is a %s is never taken for a %s", async (kind, other) => {
    await begin(kind);
    expect(await studyKind()).toBe(kind);
    await makeStudy(kind);
    await expect(makeStudy(other)).rejects.toThrow(WrongKindOfStudy);
    await expect(makeStudy(other)).rejects.toThrow(`The data directory holds a ${kind}`);
    expect(await studyKind()).toBe(kind);
  });

  test("for the demonstration asks nobody to choose a password of their own", async () => {
    await begin("demonstration");
    expect(await hasFirstPassword(await person("Demo", "lead"))).toBe(false);
    const admin = await person("Ada", "admin");
    const password = "four words make one";
    must(
      await addPerson(admin, { name: "Cy", email: "cy@example.org", roles: ["coder"], password }),
    );
    const told = (await listPeople(admin))?.map(({ name, firstPassword }) => [name, firstPassword]);
    expect(told).toEqual([
      ["Ada", false],
      ["Cy", false],
      ["Demo", false],
    ]);
  });

  test("of one’s own lets no account of the demonstration in, even copied row by row", async () => {
    await begin("demonstration");
    const { id } = await person("Demo", "lead", "admin");
    expect(await tokenFor("demo@example.org", passwordOf("Demo"))).not.toBeNull();
    const copied = pastTheProgram(study.dataDir, (db) => ({
      person: Object.values(db.prepare("select * from people").get() as object),
      session: Object.values(db.prepare("select * from sessions").get() as object),
    }));
    study.end();
    await begin("study");
    pastTheProgram(study.dataDir, (db) => {
      db.prepare("insert into people values (?, ?, ?, ?, ?, ?, ?, ?)").run(copied.person);
      db.prepare("insert into sessions values (?, ?, ?, ?, ?)").run(copied.session);
    });
    expect(await viewerOf(id)).toBeNull();
    expect(await tokenFor("demo@example.org", passwordOf("Demo"))).toBeNull();
  });

  test("of the demonstration lets no account of a real study in", async () => {
    await begin("study");
    const { id } = await person("Real", "lead");
    pastTheProgram(study.dataDir, (db) => db.exec("update study set kind = 'demonstration'"));
    expect(await viewerOf(id)).toBeNull();
  });
});

describe("the first account", () => {
  test("is made with the code on the console, once", async () => {
    await begin();
    expect(await awaitsFirstAccount()).toBe(true);
    const code = await firstRunCode();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const common = await makeFirstAccount(code, { ...admin(), password: "password1234" });
    expect(common).toMatchObject({ kind: "refused", problems: [{ field: "password" }] });
    const made = await makeFirstAccount(code, admin());
    expect(made.kind).toBe("done");
    expect(await awaitsFirstAccount()).toBe(false);
    expect(await makeFirstAccount(code, admin(2))).toEqual({ kind: "not_found" });
    expect(await makeFirstRunCode()).toBeNull();
    expect(await tokenFor("admin1@example.org", passwordOf("Admin"))).not.toBeNull();
  });

  test("is made once when twenty ask at the same time with the right code", async () => {
    await begin();
    const code = await firstRunCode();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => makeFirstAccount(code, admin(index + 1))),
    );
    expect(outcomes.filter((one) => one.kind === "done")).toHaveLength(1);
    expect(outcomes.filter((one) => one.kind === "not_found")).toHaveLength(19);
    const accounts = pastTheProgram(study.dataDir, (db) =>
      db.prepare("select count(*) from people").pluck().get(),
    );
    expect(accounts).toBe(1);
  });

  test.each(["", "AAAA-BBBB-CCCC", "AAAA"])("is refused for the code “%s”", async (code) => {
    await begin();
    await makeFirstRunCode();
    expect(await makeFirstAccount(code, admin())).toEqual(wrongCode);
    expect(await awaitsFirstAccount()).toBe(true);
  });

  test("is refused before there is a code, and for one that a later start replaced", async () => {
    await begin();
    expect(await makeFirstAccount("", admin())).toEqual(wrongCode);
    const earlier = await firstRunCode();
    const later = await firstRunCode();
    expect(await makeFirstAccount(earlier, admin())).toEqual(wrongCode);
    expect((await makeFirstAccount(later, admin())).kind).toBe("done");
  });

  test("takes the code in small letters, without hyphens, with spaces", async () => {
    await begin();
    const code = (await firstRunCode()).toLowerCase().replaceAll("-", "");
    const typed = ` ${code.slice(0, 6)} ${code.slice(6)} `;
    expect((await makeFirstAccount(typed, admin())).kind).toBe("done");
  });

  test("has its code on the disk as a fingerprint alone", async () => {
    await begin();
    const code = await firstRunCode();
    const stored = pastTheProgram(study.dataDir, (db) => db.prepare("select * from study").get());
    expect(stored).toMatchObject({ first_run_code_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(stored)).not.toContain(code);
    await makeFirstAccount(code, admin());
    expect(
      pastTheProgram(study.dataDir, (db) => db.prepare("select * from study").get()),
    ).toMatchObject({ first_run_code_hash: null });
  });
});
