import { randomFrom } from "@/domain/random";

/** The scale of the invented ratings. */
export const scale = [0, 1, 2, 3];

/**
 * Invented ratings of one factor that a seed decides: for each coder a place in the scale for each
 * case, or -1. Coders tend to agree, low levels are the commonest, and every tenth is blank.
 */
export function inventedRatings(seed: number, coders: number, cases: number): Int8Array[] {
  const random = randomFrom(seed);
  const level = () => Math.floor(4 * random() * random());
  const columns = Array.from({ length: coders }, () => new Int8Array(cases));
  for (let row = 0; row < cases; row++) {
    const usual = level();
    for (const column of columns)
      column[row] = random() < 0.1 ? -1 : random() < 0.7 ? usual : level();
  }
  return columns;
}
