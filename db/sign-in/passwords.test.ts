import { expect, test } from "vitest";
import { hashOf, isPassword, whyTooCommon } from "./passwords";

const ann = { name: "Ann Quillfeather", email: "ann@example.org" };

test.each([
  ["password1234"],
  ["passwordpassword"],
  ["Passw0rd1234"],
  ["aaaaaaaaaaaa"],
  ["123456789012"],
  ["qwertyuiop12"],
  ["1qaz2wsx3edc"],
  ["q1w2e3r4t5y6"],
  ["iloveyou12345"],
  ["administrator"],
  ["leavemealone"],
  ["Liverpool2016"],
  ["concordconcord"],
  ["ann@example.org"],
  ["Quillfeather1"],
  ["annquillfeatherconcord"],
  ["Quillfeather, Concord 2016"],
  ["ann / quillfeather / example"],
  ["x".repeat(128)],
])("%s is refused as common", (password) => {
  expect(whyTooCommon(password, ann)).toMatch(/^Choose a password that is harder to guess/);
});

test.each([
  ["four words make one"],
  ["correct horse battery staple"],
  ["the password of Ann"],
  ["žluťoučký kůň pěl"],
  ["ann and a quince tree"],
  ["日本語のパスワード長い文"],
  ["kX8#vQ2!mZ7p"],
  ["wwwwwwwwwwww and then something else entirely"],
])("%s is let pass: there are no rules on kinds of characters", (password) => {
  expect(whyTooCommon(password, ann)).toBeNull();
});

test("a password is kept as an argon2id hash, each time another", async () => {
  const [one, two] = await Promise.all([
    hashOf("four words make one"),
    hashOf("four words make one"),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await isPassword(one, "four words make one")).toBe(true);
  expect(await isPassword(one, "four words make One")).toBe(false);
});

test("where there is no hash no password is right, not even the one checked in its place", async () => {
  expect(await isPassword(null, "nobody has this password")).toBe(false);
});
