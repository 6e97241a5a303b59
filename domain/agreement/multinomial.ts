import { logFactorial } from "./distributions";

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
    const times = isLast ? left : binomial(random, left, Math.min(1, share / shareLeft));
    drawn[thing] = times;
    left -= times;
    shareLeft -= share;
  }
}

/**
 * Draws how often something comes up in `draws` tries that is as likely as `share` in each.
 *
 * Few are counted down one by one (inversion). Where ten or more are to be expected, Hormann's
 * transformed rejection BTRS draws in the same time however many there are.
 *
 * Source: Hormann (1993), Journal of Statistical Computation and Simulation 46, 101-110.
 */
export function binomial(random: () => number, draws: number, share: number): number {
  if (draws === 0 || share <= 0) return 0;
  if (share > 0.5) return draws - binomial(random, draws, 1 - share);
  return draws * share < 10 ? byInversion(random, draws, share) : byRejection(random, draws, share);
}

function byInversion(random: () => number, draws: number, share: number): number {
  const odds = share / (1 - share);
  let left = random();
  let likely = (1 - share) ** draws;
  let times = 0;
  while (left > likely && times < draws) {
    left -= likely;
    times++;
    likely *= (odds * (draws - times + 1)) / times;
  }
  return times;
}

function byRejection(random: () => number, draws: number, share: number): number {
  const spread = Math.sqrt(draws * share * (1 - share));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * share;
  const centre = draws * share + 0.5;
  const surely = 0.92 - 4.2 / b;
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const times = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= surely) return times;
    if (times < 0 || times > draws) continue;
    const scaled = (v * (2.83 + 5.1 / b) * spread) / (a / edge ** 2 + b);
    if (Math.log(scaled) <= logLikelihood(times, draws, share)) return times;
  }
}

/** The logarithm of how likely a number of times is, beside the likeliest number. */
function logLikelihood(times: number, draws: number, share: number): number {
  const likeliest = Math.floor((draws + 1) * share);
  return (
    logFactorial(likeliest) +
    logFactorial(draws - likeliest) -
    logFactorial(times) -
    logFactorial(draws - times) +
    (times - likeliest) * Math.log(share / (1 - share))
  );
}
