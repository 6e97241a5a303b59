/*
 * The few quantiles and tails that intervals and tests need. The libraries that were looked at
 * bring 233 packages, or have neither types nor seven correct digits (docs/decisions/0024). The
 * expected values in the tests are R's.
 */

/** Below this much of a standard normal distribution lie 97.5% of it. */
export const normal975 = 1.959963984540054;

/**
 * The number below which 97.5% of Student's t distribution lie. Throws for degrees of freedom that
 * are not above 0. Example: 4 degrees of freedom give 2.776.
 */
export function tQuantile975(degrees: number): number {
  return Math.sqrt(fQuantile(0.95, 1, degrees));
}

/**
 * The number below which a share of the F distribution lies. The degrees of freedom need not be
 * whole. Throws when they are not above 0, or the share is not between 0 and 1.
 *
 * Formula: F = d2 (1 - y) / (d1 y), where y cuts a share 1 - p off the beta distribution of d2 / 2
 * and d1 / 2.
 *
 * Example: fQuantile(0.975, 5, 10) is 4.236.
 */
export function fQuantile(share: number, d1: number, d2: number): number {
  if (!(d1 > 0 && d2 > 0 && share > 0 && share < 1))
    throw new RangeError("F needs degrees of freedom above 0 and a share between 0 and 1");
  let [low, high] = [0, 1];
  // Halved until no number lies between, for which the smallest numbers would need 1,075 halvings.
  for (let halving = 0; halving < 1100 && high - low > low * 1e-15; halving++) {
    const middle = (low + high) / 2;
    if (betaShare(middle, d2 / 2, d1 / 2) < 1 - share) low = middle;
    else high = middle;
  }
  return (d2 * (1 - high)) / (d1 * high);
}

/**
 * How much of a chi-squared distribution lies above a number: the p value of a test. Throws for
 * degrees of freedom that are not above 0. Example: 3.841 with 1 degree of freedom gives 0.05.
 *
 * Formula: Q(d / 2, x / 2), the incomplete gamma function, by its series below a + 1 and its
 * continued fraction above (DLMF 8.7.1 and 8.9.2, https://dlmf.nist.gov/8).
 */
export function chiSquaredAbove(number: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError("Chi-squared needs degrees of freedom above 0");
  const [a, x] = [degrees / 2, number / 2];
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1)
    return front * fraction(1, (i) => ({ over: -i * (i - a), by: x + 2 * i + 1 - a }));
  let [term, total] = [1 / a, 1 / a];
  for (let n = 1; term > total * 1e-17; n++) {
    term *= x / (a + n);
    total += term;
  }
  return 1 - front * total;
}

/**
 * How much of a beta distribution lies below a number between 0 and 1: the regularised incomplete
 * beta function, by its continued fraction (DLMF 8.17.22, https://dlmf.nist.gov/8.17).
 */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(
    a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b),
  );
  const term = (i: number) => {
    const m = Math.floor(i / 2);
    if (i === 0) return 1;
    return i % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  return (front / a) * fraction(1, (i) => ({ over: term(i), by: 1 }));
}

/**
 * The continued fraction first / (by_0 + over_1 / (by_1 + over_2 / (by_2 + ...))), from the front
 * until it stands still (Lentz, in the form of Thompson and Barnett 1986).
 */
function fraction(first: number, part: (i: number) => { over: number; by: number }): number {
  const tiny = 1e-300;
  let d = 1 / (part(0).by || tiny);
  let c = 1 / tiny;
  let value = first * d;
  for (let i = 1; i < 100_000; i++) {
    const { over, by } = part(i);
    d = 1 / (by + over * d || tiny);
    c = by + over / c || tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The logarithm of the gamma function of a number above 0: Stirling's series (DLMF 5.11.1), after
 * the number is raised to 10 by its recurrence, where the series is exact to the last digit.
 */
export function logGamma(number: number): number {
  let x = number;
  let below = 1;
  for (; x < 10; x++) below *= x;
  const s = 1 / (x * x);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - Math.log(below);
}
