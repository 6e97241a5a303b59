import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { enterFirstRunCode, type NewPerson } from "@/domain/people";
import { record } from "../audit";
import { people, study } from "../schema";
import { hashOf, whyTooCommon } from "../sign-in/passwords";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import { insertPerson } from "./people";

/** Whether nobody has an account yet, so that the first-run page is shown. */
export async function awaitsFirstAccount(db: Db = reader()): Promise<boolean> {
  const anyone = await db.select({ id: people.id }).from(people).limit(1);
  return anyone.length === 0;
}

// No 0, O, 1, I or L: the code is read off a console and typed.
const codeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * Makes a new one-time code for the first account and returns it, to be printed on the console.
 * An earlier code stops working. Null when somebody already has an account.
 */
export async function makeFirstRunCode(): Promise<string | null> {
  const letters = Array.from({ length: 12 }, () => codeLetters[randomInt(codeLetters.length)]);
  const code = [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)]
    .map((group) => group.join(""))
    .join("-");
  return write(async (tx) => {
    if (!(await awaitsFirstAccount(tx))) return null;
    await tx.update(study).set({ firstRunCodeHash: fingerprint(code) });
    await record(tx, null, { action: "made a first-run code" });
    return code;
  });
}

/**
 * Makes the first account when the code is the one on the console. Not found once somebody has an
 * account: the code works once, however many ask at the same time.
 */
export async function makeFirstAccount(
  code: string,
  person: NewPerson,
): Promise<Outcome<{ id: string }>> {
  // Asked before the costly part, and again within the transaction.
  const early = await whyNotFirst(reader(), code);
  if (early) return early;
  const common = whyTooCommon(person.password, person);
  if (common) return refused("password", common);
  const passwordHash = await hashOf(person.password);
  return write(async (tx) => {
    const late = await whyNotFirst(tx, code);
    if (late) return late;
    const made = await insertPerson(tx, person, passwordHash);
    if (made.kind !== "done") return made;
    await tx.update(study).set({ firstRunCodeHash: null });
    await record(tx, null, { action: "made the first account", subject: person.email });
    return done(made.value);
  });
}

async function whyNotFirst(db: Db, code: string): Promise<Outcome<never> | null> {
  if (!(await awaitsFirstAccount(db))) return notFound;
  const [row] = await db.select({ hash: study.firstRunCodeHash }).from(study);
  if (row?.hash && sameText(row.hash, fingerprint(code))) return null;
  return refused("code", enterFirstRunCode);
}

function fingerprint(code: string): string {
  const letters = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  return createHash("sha256").update(letters).digest("hex");
}

function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
