import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
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
  } catch {
    // Another process was first, and its secret holds; or there is none to read, which is told then.
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The fingerprint of a long random token: what is stored of it, so that the database betrays none. */
export function fingerprint(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

const cipher = "aes-256-gcm";

function keyFor(dataDir: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", signingSecret(dataDir), "", `concord ${purpose}`, 32));
}

/** Makes a text unreadable and unchangeable for whoever lacks the signing secret. */
export function seal(dataDir: string, purpose: string, text: string): string {
  const start = randomBytes(12);
  const sealing = createCipheriv(cipher, keyFor(dataDir, purpose), start);
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([start, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** The text that was sealed for this purpose; null for anything else. */
export function unseal(dataDir: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const opening = createDecipheriv(cipher, keyFor(dataDir, purpose), bytes.subarray(0, 12), {
      authTagLength: 16,
    });
    opening.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString("utf8");
  } catch {
    return null;
  }
}
