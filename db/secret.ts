import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that signs cookies. Made on first use in the data directory, readable by its owner
 * alone, and never stored anywhere else. It appears there whole or not at all.
 */
export function signingSecret(dataDir: string): string {
  const file = join(dataDir, "signing-secret");
  if (!existsSync(file)) makeSecret(dataDir, file);
  const secret = readFileSync(file, "utf8");
  if (secret.length < 32) throw new Error(`${file} is cut short: remove it and start again`);
  return secret;
}

function makeSecret(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was first: its secret holds.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
