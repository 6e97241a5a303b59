import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** The argon2id hash of a password, which is all that is kept of it. */
export function hashOf(password: string): Promise<string> {
  return hash(password);
}

// Checked when there is no account, so that a wrong address takes as long as a wrong password.
const hashOfNobody = hash("nobody has this password");

/** Whether this is the password of the hash. Takes the same work when there is no hash. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await hashOfNobody), password);
  return passwordHash !== null && matches;
}

let estimator: ZxcvbnFactory | undefined;

/** Below this many guesses, as a power of ten, a password counts as common. */
const fewGuesses = 8;

/** So many letters and digits besides one's own words make no password. */
const fewLetters = 4;

/**
 * Why a new password is refused; null when it is good. There are no rules on the kinds of its
 * characters: it must not be one of the 49,000 common passwords that zxcvbn knows, nor be put
 * together from them, from rows of keys, from repetition, or from the person's own name and
 * address, so that it falls within 10^8 guesses, and of letters and digits it must have more than four
 * besides those own words.
 */
export function whyTooCommon(
  password: string,
  person: { readonly name: string; readonly email: string },
): string | null {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const known = [
    "concord",
    person.email,
    ...person.email.split(/[@.]/),
    ...person.name.split(/\s+/),
  ];
  // The estimate takes long for long texts; 64 characters that are hard to guess are enough.
  const { guessesLog10 } = estimator.check(password.slice(0, 64), known);
  return guessesLog10 < fewGuesses || lettersBeside(known, password) <= fewLetters
    ? "Choose a password that is harder to guess: this one is common, or is made of common ones. Several unrelated words do well"
    : null;
}

/** How many letters and digits are left of a password when these words are taken out of it. */
function lettersBeside(words: readonly string[], password: string): number {
  const left = words
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, " "), password.toLowerCase());
  return left.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
