/** Fewer expected successes than this are counted one by one, which is then quicker. */
const fewExpected = 10;

/**
 * How many of `n` independent trials succeed, each with this probability, as `random` decides:
 * numbers from 0 up to 1, one after the other. The time it takes does not grow with `n`.
 *
 * Where few successes are expected, by inversion: the probabilities of 0, 1, 2 … successes are added
 * up until they pass a random number. Elsewhere by transformed rejection with squeeze, BTRS of
 * Hörmann (1993): a point under a curve that lies close above the distribution is taken or thrown away.
 *
 * Sources: Kachitvichyanukul and Schmeiser, Binomial random variate generation, Communications of the
 * ACM 31 (1988), for inversion; Hörmann, The generation of binomial random variates, Journal of
 * Statistical Computation and Simulation 46 (1993), for BTRS.
 *
 * Throws when `n` is not a whole number of 0 or more.
 */
export function binomialFrom(random: () => number, n: number, probability: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new Error(`${n} is not a number of trials`);
  if (n === 0 || probability <= 0) return 0;
  if (probability >= 1) return n;
  if (probability > 0.5) return n - binomialFrom(random, n, 1 - probability);
  return n * probability < fewExpected
    ? byInversion(random, n, probability)
    : byRejection(random, n, probability);
}

function byInversion(random: () => number, n: number, p: number): number {
  const odds = p / (1 - p);
  let chance = (1 - p) ** n;
  let left = random() - chance;
  let successes = 0;
  while (left >= 0 && successes < n) {
    successes += 1;
    chance *= (odds * (n - successes + 1)) / successes;
    left -= chance;
  }
  return successes;
}

function byRejection(random: () => number, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const height = 0.92 - 4.2 / b;
  const weight = (2.83 + 5.1 / b) * spread;
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const fromEdge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / fromEdge + b) * u + n * p + 0.5);
    if (fromEdge >= 0.07 && v <= height) return k;
    if (k < 0 || k > n) continue;
    const drawn = Math.log((v * weight) / (a / (fromEdge * fromEdge) + b));
    if (drawn <= logChanceToLikeliest(n, p, k)) return k;
  }
}

/** The logarithm of how much less likely k successes are than the likeliest number of them. */
function logChanceToLikeliest(n: number, p: number, k: number): number {
  const likeliest = Math.floor((n + 1) * p);
  const ways =
    logFactorial(likeliest) + logFactorial(n - likeliest) - logFactorial(k) - logFactorial(n - k);
  return ways + (k - likeliest) * Math.log(p / (1 - p));
}

const exact = Array.from({ length: 20 }, (_, n) =>
  Array.from({ length: n }, (__, index) => Math.log(index + 1)).reduce((sum, one) => sum + one, 0),
);
const halfLogOfTwoPi = 0.5 * Math.log(2 * Math.PI);

/** The logarithm of n!, from 20 on by Stirling's series. */
function logFactorial(n: number): number {
  if (n < 20) return exact[n] ?? 0;
  const part = 1 / n;
  const series = part * (1 / 12 - part * part * (1 / 360 - (part * part) / 1260));
  return (n + 0.5) * Math.log(n) - n + halfLogOfTwoPi + series;
}
