import { describe, expect, it } from "vitest";
import {
  type Actor,
  accountSeen,
  emailSchema,
  holds,
  passwordSchema,
  personSchema,
  type Role,
} from "./people";

const person = (...roles: Role[]): Actor => ({ id: "p1", roles });

describe("holding a role", () => {
  it.each<[string, Actor, Role[], boolean]>([
    ["a coder holds coder", person("coder"), ["coder"], true],
    ["a coder does not hold lead", person("coder"), ["lead"], false],
    ["a lead does not hold coder of itself", person("lead"), ["coder"], false],
    ["a lead who codes holds both", person("lead", "coder"), ["coder"], true],
    ["one of several is enough", person("analyst"), ["lead", "analyst"], true],
    ["a person without a role holds none", person(), ["lead", "coder", "analyst", "admin"], false],
    ["nobody holds none of nothing", person("admin"), [], false],
  ])("%s", (_, who, wanted, expected) => {
    expect(holds(who, ...wanted)).toBe(expected);
  });
});

describe("an account as its page shows it", () => {
  it.each<[boolean, Role[], string]>([
    [true, ["coder"], "open: coder; Ann, ann@example.org"],
    [true, ["lead", "coder"], "open: coder, lead; Ann, ann@example.org"],
    [false, ["admin", "analyst"], "closed: analyst, admin; Ann, ann@example.org"],
    [false, [], "closed: ; Ann, ann@example.org"],
  ])("open %s with %s is “%s”", (active, held, expected) => {
    const ann = { name: "Ann", email: "ann@example.org" };
    expect(accountSeen({ ...ann, active, roles: held })).toBe(expected);
  });
});

describe("an email address", () => {
  it("is kept in lower case, without spaces round it", () => {
    expect(emailSchema.parse("  Ann.Lee@Example.ORG ")).toBe("ann.lee@example.org");
  });

  it.each([[""], ["ann"], ["ann@"], ["@example.org"], ["ann lee@example.org"]])(
    "is refused as “%s”",
    (text) => {
      const { error } = emailSchema.safeParse(text);
      expect(error?.issues[0]?.message).toBe("Enter an email address in the form name@example.org");
    },
  );
});

describe("a password", () => {
  it.each([
    ["a".repeat(12), true],
    ["a".repeat(128), true],
    ["four words with spaces", true],
    ["a".repeat(11), false],
    ["a".repeat(129), false],
    ["", false],
  ])("“%s” is accepted: %s", (password, accepted) => {
    expect(passwordSchema.safeParse(password).success).toBe(accepted);
  });

  it("keeps its spaces and capitals", () => {
    expect(passwordSchema.parse("  Twelve CHARS ")).toBe("  Twelve CHARS ");
  });
});

describe("a new account", () => {
  const entry = {
    name: " Ann Lee ",
    email: "ann@example.org",
    roles: ["coder", "lead"],
    password: "correct horse",
  };

  it("has a trimmed name, and can hold several roles", () => {
    expect(personSchema.parse(entry)).toEqual({ ...entry, name: "Ann Lee" });
  });

  it("holds a role once, however often it was sent", () => {
    const { roles } = personSchema.parse({ ...entry, roles: ["lead", "coder", "lead"] });
    expect(roles).toEqual(["lead", "coder"]);
  });

  it.each<[string, object, string]>([
    ["a blank name", { name: "  " }, "Enter a name"],
    [
      "a name of 101 characters",
      { name: "x".repeat(101) },
      "Enter a name of at most 100 characters",
    ],
    ["no role", { roles: [] }, "Select at least one role"],
    [
      "an unknown role",
      { roles: ["reviewer"] },
      "Select roles from coder, lead, analyst and admin",
    ],
    ["a short password", { password: "short" }, "Enter a password of at least 12 characters"],
  ])("is refused with %s", (_, change, message) => {
    const { error } = personSchema.safeParse({ ...entry, ...change });
    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
