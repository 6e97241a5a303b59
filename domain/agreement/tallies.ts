import type { Patterns } from "./patterns";
import { at } from "./sums";

/** So many cases were given each level so many times, by whichever coders. */
export interface Tally {
  /** n_k: how many coders gave each level of the scale. */
  readonly counts: readonly number[];
  /** r: how many coders rated. */
  readonly ratings: number;
  readonly cases: number;
}

/**
 * The cases by how often each level was given, and no longer by whom: two coders' patterns 0, 3 and
 * 3, 0 are one tally. Cases without a rating are left out. The commonest come first; the order
 * follows from the tallies.
 */
export function talliesOf(patterns: Patterns): readonly Tally[] {
  const known = counted.get(patterns) ?? countTallies(patterns);
  counted.set(patterns, known);
  return known;
}

// Every coefficient of the same patterns asks for the same tallies.
const counted = new WeakMap<Patterns, readonly Tally[]>();

function countTallies({ scale, patterns }: Patterns): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { given, cases } of patterns) {
    const counts = Array.from(scale, () => 0);
    let ratings = 0;
    for (const place of given)
      if (place !== null) {
        counts[place] = at(counts, place) + 1;
        ratings += 1;
      }
    const key = counts.join();
    const sofar = tallies.get(key)?.cases ?? 0;
    if (ratings > 0) tallies.set(key, { counts, ratings, cases: sofar + cases });
  }
  return [...tallies]
    .sort(([a, one], [b, other]) => other.cases - one.cases || (a < b ? -1 : 1))
    .map(([, tally]) => tally);
}

/** The cases that can be compared: those with two ratings or more. */
export function pairable(tallies: readonly Tally[]): Tally[] {
  return tallies.filter(({ ratings }) => ratings >= 2);
}
