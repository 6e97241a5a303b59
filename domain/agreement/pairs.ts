import type { Patterns } from "./patterns";
import { Square, upTo } from "./sums";

/** How two coders rated the cases that both rated. */
export interface PairTable {
  /** How many cases the first gave level k (the line) and the second level l (the column). */
  readonly counts: Square;
  readonly cases: number;
}

/**
 * The level by level table of two coders, over the cases that both rated. Throws when there is no
 * such coder.
 *
 * Example: of [3, 3], [3, 2] and [0, null] on the scale 0, 2, 3, two cases are in the table: one in
 * line 2 and column 2, one in line 2 and column 1.
 */
export function pairTable({ scale, coders, patterns }: Patterns, a: number, b: number): PairTable {
  if (![a, b].every((coder) => Number.isInteger(coder) && coder >= 0 && coder < coders))
    throw new RangeError(`There are no coders ${a} and ${b}`);
  const counts = new Square(scale.length);
  let all = 0;
  for (const { given, cases } of patterns) {
    const [k, l] = [given[a] ?? null, given[b] ?? null];
    if (k === null || l === null) continue;
    counts.add(k, l, cases);
    all += cases;
  }
  return { counts, cases: all };
}

/** Every pair of coders once, the first first: of three 0 and 1, 0 and 2, 1 and 2. */
export function pairsOfCoders(coders: number): [number, number][] {
  return upTo(coders).flatMap((a) =>
    upTo(coders)
      .slice(a + 1)
      .map((b): [number, number] => [a, b]),
  );
}
