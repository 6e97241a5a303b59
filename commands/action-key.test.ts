import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionKey } from "./launch/action-key.mjs";

test("each data directory has one key for its builds, of the length that Next takes, for its owner alone", () => {
  const parent = mkdtempSync(join(tmpdir(), "concord-key-"));
  try {
    const first = actionKey(join(parent, "one"));
    expect(Buffer.from(first, "base64")).toHaveLength(32);
    expect(actionKey(join(parent, "one"))).toBe(first);
    expect(actionKey(join(parent, "other"))).not.toBe(first);
    expect(statSync(join(parent, "one", "action-key")).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});
