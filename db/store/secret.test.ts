import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint, seal, signingSecret, unseal } from "./secret";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "concord-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

test("the secret is made once, 64 letters long, for its owner’s eyes alone", () => {
  const dataDir = join(parent, "a", "data");
  const secret = signingSecret(dataDir);
  expect(secret).toMatch(/^[\w-]{64}$/);
  expect(modeOf(join(dataDir, "signing-secret"))).toBe(0o600);
  expect(modeOf(dataDir)).toBe(0o700);
  expect(signingSecret(dataDir)).toBe(secret);
  expect(readFileSync(join(dataDir, "signing-secret"), "utf8")).toBe(secret);
});

test("a secret that was cut short is not used", () => {
  const file = join(parent, "signing-secret");
  writeFileSync(file, "x".repeat(31));
  expect(() => signingSecret(parent)).toThrow(`${file} is cut short: remove it and start again`);
  writeFileSync(file, "x".repeat(32));
  expect(signingSecret(parent)).toBe("x".repeat(32));
});

test("every study has a secret of its own", () => {
  expect(signingSecret(join(parent, "one"))).not.toBe(signingSecret(join(parent, "other")));
});

test("what is sealed opens for its purpose and its study alone, and only as it was sealed", () => {
  const dataDir = join(parent, "one");
  const sealed = seal(dataDir, "a key", "JBSWY3DP");
  expect(sealed).not.toContain("JBSWY3DP");
  expect(seal(dataDir, "a key", "JBSWY3DP")).not.toBe(sealed);
  expect(unseal(dataDir, "a key", sealed)).toBe("JBSWY3DP");
  expect(unseal(dataDir, "a ticket", sealed)).toBeNull();
  expect(unseal(join(parent, "other"), "a key", sealed)).toBeNull();
  const changed = `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`;
  for (const other of ["", "x", sealed.slice(0, -2), changed, "é".repeat(40)])
    expect(unseal(dataDir, "a key", other)).toBeNull();
});

test("a fingerprint is the same for the same token, and does not hold it", () => {
  expect(fingerprint("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
});
