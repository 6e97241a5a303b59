/**
 * Numbers from 0 up to 1 that a seed decides: the same seed gives the same ones. The generator is
 * mulberry32 by Tommy Ettinger (2017, in the public domain,
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c): good enough to share out
 * work evenly, and no good for secrets.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in an order that `random` decides, each order as likely (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** The seeds that a person can enter: whole numbers of at most nine digits. */
export const seeds = 10 ** 9;

/**
 * A seed that texts decide, whatever their order (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv).
 * Made from what is shared out among whom it is the same each time the page is loaded, so that
 * nobody loads it again until they like what they see.
 */
export function seedOf(texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of [...texts].sort().join("\n"))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % seeds;
}
