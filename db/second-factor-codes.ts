import { randomInt } from "node:crypto";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { record } from "./audit";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { recoveryCodes, secondFactors } from "./schema";
import { fingerprint, seal, unseal } from "./secret";
import { dataDirectory } from "./store";

/*
 * The codes of a second factor. An app or device makes a new six-figure code every thirty seconds
 * (TOTP, RFC 6238) from a key that it shares with Concord. Ten recovery codes, each good once,
 * stand in for it when it is lost. Everything here is for use inside db/.
 */

const keyUse = "key of a second factor";
const recoveryCodeCount = 10;
const period = 30;

/** The second factor of this person that has not ended, confirmed or not. */
export const standing = (personId: string) =>
  and(eq(secondFactors.personId, personId), isNull(secondFactors.endedAt));

/** The second factor that this person signs in with. */
export const confirmed = (personId: string) =>
  and(standing(personId), isNotNull(secondFactors.confirmedAt));

/** A new key, sealed. */
export function newKey(): string {
  return seal(dataDirectory(), keyUse, new Secret({ size: 20 }).base32);
}

/**
 * Whether a code signs this person in, and uses it up: the newest of the app (or the one before or
 * after, for clocks that differ), or a recovery code. For the transaction of a sign-in.
 */
export async function acceptCode(tx: Db, viewer: Viewer, code: string): Promise<boolean> {
  const [own] = await tx
    .select({
      id: secondFactors.id,
      sealedKey: secondFactors.sealedKey,
      lastStep: secondFactors.lastStep,
    })
    .from(secondFactors)
    .where(confirmed(viewer.id));
  if (!own) return false;
  const step = stepOf(own.sealedKey, code);
  if (step === null) return spendRecoveryCode(tx, viewer, own.id, code);
  if (step <= own.lastStep) return false;
  await tx.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.id, own.id));
  return true;
}

async function spendRecoveryCode(tx: Db, viewer: Viewer, factorId: string, code: string) {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: new Date().toISOString() })
    .where(and(unusedCodesOf(factorId), eq(recoveryCodes.codeHash, codeHash(code))))
    .returning({ id: recoveryCodes.id });
  if (used.length === 0) return false;
  await record(tx, viewer, { action: "used a recovery code" });
  return true;
}

/** The recovery codes of a second factor that are still good. */
export function unusedCodesOf(factorId: string) {
  return and(
    eq(recoveryCodes.secondFactorId, factorId),
    isNull(recoveryCodes.usedAt),
    isNull(recoveryCodes.replacedAt),
  );
}

/** What makes the codes of this key, named for the app; null when the signing secret is another. */
export function codesFrom(sealedKey: string, email = ""): TOTP | null {
  const key = unseal(dataDirectory(), keyUse, sealedKey);
  return key
    ? new TOTP({ issuer: "Concord", label: email, secret: Secret.fromBase32(key), period })
    : null;
}

/** The time step that a six-figure code belongs to; null when it is none of the last three. */
export function stepOf(sealedKey: string, code: string): number | null {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = codesFrom(sealedKey)?.validate({ token, window: 1 }) ?? null;
  return delta === null ? null : Math.floor(Date.now() / 1000 / period) + delta;
}

// No 0, O, 1, I or L: the codes are read off paper. 31^10 of them.
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Makes ten new recovery codes and returns them; they are stored as fingerprints. */
export async function makeRecoveryCodes(tx: Db, secondFactorId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => {
    const all = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join("");
    return `${all.slice(0, 5)}-${all.slice(5)}`;
  });
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ secondFactorId, codeHash: codeHash(code) })));
  return codes;
}

function codeHash(code: string): string {
  return fingerprint(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""));
}
