import { randomInt } from "node:crypto";
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { type people, recoveryCodes, secondFactors } from "../schema";
import type { Db } from "../store/engine";
import { seal, unseal } from "../store/secret";
import { dataDirectory, reader } from "../store/store";
import { hashOf, isPassword } from "./passwords";

/*
 * The codes of a second factor. An app or device makes a new six-figure code every thirty seconds
 * (TOTP, RFC 6238) from a key that it shares with Concord. Ten recovery codes, each good once,
 * stand in for it when it is lost. Everything here is for use inside db/.
 */

const keyUse = "key of a second factor";
const recoveryCodeCount = 10;
const recoveryCodeLength = 10;
const period = 30;

type Whose = string | typeof people.id;

/** The second factor of this person that has not ended, confirmed or not. */
export const standing = (personId: Whose) =>
  and(eq(secondFactors.personId, personId), isNull(secondFactors.endedAt));

/** The second factor that this person signs in with. */
export const confirmed = (personId: Whose) =>
  and(standing(personId), isNotNull(secondFactors.confirmedAt));

/** A new key, sealed. */
export function newKey(): string {
  return seal(dataDirectory(), keyUse, new Secret({ size: 20 }).base32);
}

/** A code that is right: of the app, with its time step, or a recovery code. */
export type RightCode =
  | { readonly kind: "app"; readonly factorId: string; readonly step: number }
  | { readonly kind: "recovery"; readonly codeId: string };

/**
 * Looks at a code: the newest of the app (or the one before or after, for clocks that differ), or
 * a recovery code. Null when it is neither. Apart from `spendCode`, because it takes long.
 */
export async function rightCode(viewer: Viewer, code: string): Promise<RightCode | null> {
  const [own] = await reader()
    .select({ id: secondFactors.id, sealedKey: secondFactors.sealedKey })
    .from(secondFactors)
    .where(confirmed(viewer.id));
  if (!own) return null;
  const step = stepOf(own.sealedKey, code);
  if (step !== null) return { kind: "app", factorId: own.id, step };
  const codeId = await recoveryCodeLike(own.id, code);
  return codeId ? { kind: "recovery", codeId } : null;
}

async function recoveryCodeLike(factorId: string, code: string): Promise<string | null> {
  const typed = plain(code);
  if (typed.length !== recoveryCodeLength) return null;
  const unused = await reader()
    .select({ id: recoveryCodes.id, codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(unusedCodesOf(factorId));
  for (const { id, codeHash } of unused) if (await isPassword(codeHash, typed)) return id;
  return null;
}

/** Uses a right code up; false when it was used before. For the transaction of a sign-in. */
export async function spendCode(tx: Db, viewer: Viewer, right: RightCode): Promise<boolean> {
  if (right.kind === "app") {
    const spent = await tx
      .update(secondFactors)
      .set({ lastStep: right.step })
      .where(
        and(
          confirmed(viewer.id),
          eq(secondFactors.id, right.factorId),
          lt(secondFactors.lastStep, right.step),
        ),
      )
      .returning({ id: secondFactors.id });
    return spent.length > 0;
  }
  const spent = await tx
    .update(recoveryCodes)
    .set({ usedAt: new Date().toISOString() })
    .where(
      and(
        eq(recoveryCodes.id, right.codeId),
        isNull(recoveryCodes.usedAt),
        isNull(recoveryCodes.replacedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  if (spent.length > 0) await record(tx, viewer, { action: "used a recovery code" });
  return spent.length > 0;
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

/**
 * Whether the key that this person signs in with can no longer be opened, because the signing
 * secret is another. None of their app's codes is right then; their recovery codes still are.
 */
export async function isKeyLost(personId: string, db: Db = reader()): Promise<boolean> {
  const [own] = await db
    .select({ sealedKey: secondFactors.sealedKey })
    .from(secondFactors)
    .where(confirmed(personId));
  return own !== undefined && codesFrom(own.sealedKey) === null;
}

/** The time step that a six-figure code belongs to; null when it is none of the last three. */
export function stepOf(sealedKey: string, code: string): number | null {
  const token = code.replaceAll(/\s/g, "");
  const delta = codesFrom(sealedKey)?.validate({ token, window: 1 }) ?? null;
  return delta === null ? null : Math.floor(Date.now() / 1000 / period) + delta;
}

// No 0, O, 1, I or L: the codes are read off paper. 31^10 of them.
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Recovery codes as people keep them, and as they are stored. */
export interface NewRecoveryCodes {
  readonly codes: string[];
  readonly hashes: readonly string[];
}

/** Ten new recovery codes. They are short enough to be guessed at, so they are hashed as passwords. */
export async function newRecoveryCodes(): Promise<NewRecoveryCodes> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: recoveryCodeLength }, () => letters[randomInt(letters.length)]).join(""),
  );
  return {
    codes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`),
    hashes: await Promise.all(codes.map(hashOf)),
  };
}

/** Stores new recovery codes for a second factor. */
export async function keepRecoveryCodes(
  tx: Db,
  secondFactorId: string,
  { hashes }: NewRecoveryCodes,
): Promise<void> {
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ secondFactorId, codeHash })));
}

function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
}
