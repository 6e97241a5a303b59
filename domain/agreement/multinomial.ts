import { binomialFrom } from "../binomial";

/**
 * Draws how often each of several things comes up in so many draws, given how likely each is, into
 * `drawn`: one binomial draw for each thing, out of what is left for it and those after it.
 */
export function multinomial(
  random: () => number,
  draws: number,
  shares: Float64Array,
  drawn: Uint32Array,
): void {
  let left = draws;
  let shareLeft = 1;
  for (let thing = 0; thing < shares.length; thing++) {
    if (left === 0) {
      drawn.fill(0, thing);
      return;
    }
    const share = shares[thing] as number;
    const isLast = thing === shares.length - 1;
    const times = isLast ? left : binomialFrom(random, left, Math.min(1, share / shareLeft));
    drawn[thing] = times;
    left -= times;
    shareLeft -= share;
  }
}
