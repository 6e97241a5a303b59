import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { fingerprint } from "../store/secret";
import { networkOf } from "./network";

/** Wrong tries for one person that are let pass before more have to wait. */
export const triesBeforeWaiting = 10;
/** The longest that a further try has to wait. */
export const longestWaitMinutes = 15;
/** Wrong tries from one network address, whoever they are for. */
export const triesFromOneAddress = 100;

const duration = longestWaitMinutes * 60;

interface Limits {
  readonly person: RateLimiterMemory;
  readonly address: RateLimiterMemory;
}

// The web server loads this module more than once; tries are counted once for the whole process.
const shared = globalThis as typeof globalThis & { concordSignInLimits?: Limits };

function limits(): Limits {
  shared.concordSignInLimits ??= {
    person: new RateLimiterMemory({ keyPrefix: "person", points: triesBeforeWaiting, duration }),
    address: new RateLimiterMemory({ keyPrefix: "address", points: triesFromOneAddress, duration }),
  };
  return shared.concordSignInLimits;
}

/** Forgets every wrong try, as a new start of the server does. */
export function forgetTries(): void {
  delete shared.concordSignInLimits;
}

/** Whom a try is for, and where it comes from. */
export interface Try {
  /**
   * What is tried: the password for an address, the code of a second factor, or the password of
   * somebody who is signed in. Each is counted apart.
   */
  readonly kind: "password" | "code" | "own password";
  /** An email address as typed, or the id of a person. */
  readonly whose: string;
  /** The browser's own mark when this person has signed in with it before; null otherwise. */
  readonly knownBrowser: string | null;
  readonly address: string;
}

/**
 * Counts a try before it is looked at, so that many at once are counted too. Returns null when it
 * may go on, or the minutes to wait.
 *
 * A person has ten wrong tries in fifteen minutes from all browsers that they never signed in
 * with, taken together, and ten from each that they did: whoever guesses elsewhere cannot keep
 * them out of their own. An address, or network of version 6, has a hundred, for all people, from
 * browsers that are new to them. Whether there is such a person plays no part.
 */
export async function countTry(one: Try): Promise<{ minutes: number } | null> {
  const { person, address } = limits();
  // The address first: one that has spent its tries spends nobody else's.
  const waitHere = one.knownBrowser ? null : await consume(address, addressKey(one));
  if (waitHere) return waitHere;
  const wait = await consume(person, personKey(one));
  if (wait && !one.knownBrowser) await address.reward(addressKey(one), 1);
  return wait;
}

/** Takes a counted try back, because it was right. Earlier ones of this kind are forgotten. */
export async function tryWasRight(one: Try): Promise<void> {
  const { person, address } = limits();
  await person.delete(personKey(one));
  if (!one.knownBrowser) await address.reward(addressKey(one), 1);
}

async function consume(limiter: RateLimiterMemory, key: string) {
  try {
    await limiter.consume(key, 1);
    return null;
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    // The limits can be of another of those modules, and this of another class of that name.
    const { msBeforeNext } = thrown as RateLimiterRes;
    return { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) };
  }
}

// Whatever is typed as an address, it is no try of another kind.
const personKey = ({ kind, whose, knownBrowser }: Try) =>
  fingerprint(JSON.stringify([kind, whose.trim().toLowerCase(), knownBrowser]));
const addressKey = ({ address }: Try) => fingerprint(networkOf(address));

/** What somebody is told who has tried too often. */
export function waitWords(minutes: number): string {
  return `Too many wrong tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
}
