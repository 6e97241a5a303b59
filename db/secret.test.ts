import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signingSecret } from "./secret";

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

test("every study has a secret of its own", () => {
  expect(signingSecret(join(parent, "one"))).not.toBe(signingSecret(join(parent, "other")));
});
